import { createHmac, createSecretKey } from "node:crypto";
import { rememberByText } from "../../remember.ts";

const MAX_KEYS = 200;

/** The key that a secret (`whsec_` and base64) stands for; making one costs more than signing with it. */
const keyOf = rememberByText(
  (secret) => createSecretKey(Buffer.from(secret.slice(secret.indexOf("_") + 1), "base64")),
  MAX_KEYS,
);

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
    const digest = createHmac("sha256", keyOf(secret))
      .update(`${id}.${timestamp}.`)
      .update(body)
      .digest("base64");
    return `v1,${digest}`;
  });
  return signatures.join(" ");
}
