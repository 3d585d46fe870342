import type { Request } from "express";
import ipaddr from "ipaddr.js";
import { rememberByText } from "../remember.ts";

/** The network that counts as one sender: an IPv6 customer has a whole /64 (RFC 6177). */
export const toNetwork = rememberByText((address) => {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(":") : parsed.toString();
});

/** The sender's network by the address that Express knows (`trust proxy`). */
export const byAddress = (request: Request): string =>
  toNetwork((request.ip ?? "unknown").slice(0, MAX_LENGTH));

/** Longer than any address; a proxy that passes on what it was told may tell anything. */
const MAX_LENGTH = 100;
