import { fileURLToPath } from "node:url";

/** What every process of ours that a test starts is given; compiled code is kept where `npm run serve` keeps it. */
export const PROCESS_ENVIRONMENT = {
  PATH: process.env["PATH"],
  NODE_COMPILE_CACHE: fileURLToPath(new URL("../../node_modules/.cache/node", import.meta.url)),
};
