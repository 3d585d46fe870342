import { config } from "zod/v4/core";

// Schemas compile themselves with `new Function` unless told before they are made; the CSP forbids that.
config({ jitless: true });
