import { generateKeyPairSync } from "node:crypto";
import { createCallProver, type ProveCall } from "./prove-call.ts";

const WEBHOOK_SECRETS = [2, 1].map((byte) => `whsec_${Buffer.alloc(32, byte).toString("base64")}`);

const { privateKey } = generateKeyPairSync("ed25519");

/** Proves calls under two webhook secrets and a key `key_1` of this process. */
export function createTestProver(now: () => Date): ProveCall {
  return createCallProver({
    webhookSecrets: { live: async () => WEBHOOK_SECRETS },
    signingKeys: { current: async () => ({ id: "key_1", key: privateKey }) },
    publicOrigin: "https://chat.acme.test",
    now,
  });
}
