import { createHmac } from "node:crypto";

/** What a signature covers. */
interface SignedCall {
  id: string;
  /** Unix time in seconds. */
  timestamp: number;
  body: string | Uint8Array;
}

/**
 * The `webhook-signature` of a call: one `v1,<base64>` for each secret (`whsec_` and base64), in their order,
 * separated by spaces (Standard Webhooks, "Signature scheme"). A call without a body has the empty one.
 */
export function webhookSignature(secrets: readonly string[], { id, timestamp, body }: SignedCall): string {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(secret.indexOf("_") + 1), "base64");
    const digest = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest("base64");
    return `v1,${digest}`;
  });
  return signatures.join(" ");
}
