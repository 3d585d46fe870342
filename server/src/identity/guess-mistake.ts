import { createHash, createHmac } from "node:crypto";
import type { LiveSecret } from "../sites/identity-secret-store.ts";
import type { KeySources } from "./find-keys.ts";

/** Ways in which people use a secret's text as a key by mistake. */
const KEY_MISTAKES: [(secret: string) => Buffer, string][] = [
  [(secret) => Buffer.from(`${secret}\n`), "a line break was read together with the secret: trim it"],
  [
    (secret) => Buffer.from(secret.replace(/^ids_[a-z]+_/, "")),
    "the secret was used without its prefix: use the whole text",
  ],
  [
    (secret) => Buffer.from(secret.replace(/^ids_[a-z]+_/, ""), "base64url"),
    "the secret was decoded from base64: use its text as it is",
  ],
  [(secret) => Buffer.from(secret, "base64url"), "the secret was decoded from base64: use its text as it is"],
  [
    (secret) => createHash("sha256").update(secret).digest(),
    "a hash of the secret was used as the key: use its text",
  ],
  [(secret) => Buffer.from(`"${secret}"`), "quotes were read together with the secret: leave them out"],
];

const hmac = (key: Buffer | string, text: string, algorithm = "sha256") =>
  createHmac(algorithm, key).update(text);

/** Why a token's HMAC is wrong, when it is one of the mistakes that people make. */
export async function guessTokenMistake(
  token: string,
  siteId: string,
  { secrets }: Pick<KeySources, "secrets">,
): Promise<string | undefined> {
  const at = token.lastIndexOf(".");
  const [input, signature] = [token.slice(0, at), token.slice(at + 1)];
  const isMadeWith = (key: Buffer | string) => hmac(key, input).digest("base64url") === signature;
  const hashSecrets = await secrets.live(siteId, "user_hash");
  if (hashSecrets.some(({ secret }) => isMadeWith(secret))) {
    return "It was signed with a secret for user hashes: use one for tokens (ids_jwt_…).";
  }
  return guessKey(await secrets.live(siteId, "jwt"), isMadeWith);
}

interface WrongHash {
  userId: string;
  userHash: string;
  secrets: readonly LiveSecret[];
  jwtSecrets: readonly LiveSecret[];
}

/** Why a user hash is wrong, when it is one of the mistakes that people make. */
export function guessHashMistake({ userId, userHash, secrets, jwtSecrets }: WrongHash): string | undefined {
  const given = userHash.trim().toLowerCase();
  const isHashOf = (text: string, key: Buffer | string, algorithm?: string) =>
    hmac(key, text, algorithm).digest("hex") === given;
  const any = (test: (secret: string) => boolean) => secrets.some(({ secret }) => test(secret));
  if (given !== userHash && any((secret) => isHashOf(userId, secret))) {
    return "It would be right in lower case and without spaces.";
  }
  if (jwtSecrets.some(({ secret }) => isHashOf(userId, secret))) {
    return "It was made with a secret for tokens: use one for user hashes (ids_hash_…).";
  }
  const others = [userId.trim(), userId.toLowerCase(), userId.normalize("NFC"), `"${userId}"`, `${userId}\n`];
  const other = others.find((text) => text !== userId && any((secret) => isHashOf(text, secret)));
  if (other !== undefined) return `It is the hash of ${JSON.stringify(other)}, another text than "user_id".`;
  if (any((secret) => isHashOf(secret, userId))) return "Key and text were swapped: the secret is the key.";
  if (any((secret) => hmac(secret, userId).digest("base64") === userHash)) {
    return "It is in base64: give it in hexadecimal.";
  }
  if (any((secret) => [secret + userId, userId + secret].some((text) => sha256(text) === given))) {
    return "It is a plain hash of secret and id: use HMAC.";
  }
  return guessKey(secrets, (key) => isHashOf(userId, key));
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function guessKey(secrets: readonly LiveSecret[], isMadeWith: (key: Buffer) => boolean): string | undefined {
  const mistake = KEY_MISTAKES.find(([toKey]) => secrets.some(({ secret }) => isMadeWith(toKey(secret))));
  return mistake && `It looks as if ${mistake[1]}.`;
}
