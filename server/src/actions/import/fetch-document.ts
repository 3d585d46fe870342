import { EgressError } from "../../egress/egress-error.ts";
import type { Egress, GuardedResponse } from "../../egress/guarded-request.ts";
import { ErrandError } from "../../errors.ts";
import { MAX_DOCUMENT_BYTES, notOpenApi } from "./read-document.ts";

const TIMEOUT_MS = 20_000;

/** Whether a text is an address rather than a document. */
export function isAddress(text: string): boolean {
  return /^\s*https?:\/\/\S+\s*$/i.test(text);
}

/**
 * The text behind an https address that the owner typed; at most 5 MB in 20 seconds.
 * @throws ErrandError `blocked_address` or `invalid_request`, saying why
 */
export async function fetchDocument(
  address: string,
  { egress, poolKey }: { egress: Pick<Egress, "request">; poolKey: string },
): Promise<string> {
  const answer = await get(address, egress, poolKey);
  if (answer.status !== 200) throw notOpenApi(`The address answered with status ${answer.status}.`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(answer.body);
  } catch {
    throw notOpenApi("The address answered with something that is not UTF-8 text.");
  }
}

async function get(url: string, egress: Pick<Egress, "request">, poolKey: string): Promise<GuardedResponse> {
  const headers = { accept: "application/json, application/yaml, text/yaml, */*" };
  const limits = { timeoutMs: TIMEOUT_MS, maxResponseBytes: MAX_DOCUMENT_BYTES };
  try {
    return await egress.request({ poolKey, method: "GET", url, headers, ...limits });
  } catch (error) {
    if (!(error instanceof EgressError)) throw error;
    const code = error.code === "blocked_address" ? "blocked_address" : "invalid_request";
    const message = error.ownerMessage;
    throw new ErrandError(code, message, { errors: [{ pointer: "/openapi", message }], cause: error });
  }
}
