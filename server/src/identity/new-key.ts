import type { KeyObject } from "node:crypto";
import { kidSchema, type identityKeyRequestSchema } from "@errand/shared/identity-keys";
import type * as z from "zod";
import { ErrandError } from "../errors.ts";
import type { IdentityKey } from "../sites/identity-key-store.ts";
import { parseKeySet } from "./key-sets.ts";
import { importJwk, importPem, PublicKeyError } from "./public-key.ts";

type WantedKey = Omit<z.output<typeof identityKeyRequestSchema>, "label" | "endsAt">;

/** Members of a public JWK that are kept. */
const JWK_MEMBERS = new Set(["kty", "crv", "x", "y", "n", "e", "kid", "alg", "use"]);

/**
 * A key as it is stored, once it is sure that tokens can be verified with it; a set is read to be sure.
 * @throws ErrandError `invalid_request` that names what is wrong with the value
 */
export async function judgeNewKey(
  { source, value, algorithm, kid }: WantedKey,
  readSet: (url: string) => Promise<string>,
): Promise<Omit<IdentityKey, "id">> {
  const base = { source, algorithm, kid: kid ?? null };
  if (source === "jwk") {
    const jwk = toObject(value);
    attempt(() => importJwk(jwk, algorithm));
    const kept = Object.fromEntries(Object.entries(jwk).filter(([name]) => JWK_MEMBERS.has(name)));
    return { ...base, kid: kid ?? ownKid(jwk), value: JSON.stringify(kept) };
  }
  if (typeof value !== "string") throw refuse("must be a text");
  if (source === "pem") return { ...base, value: toPem(attempt(() => importPem(value, algorithm))) };
  if (kid !== undefined) throw refuse("names its keys by itself: leave this out", "/kid");
  const keys = await readSet(value).then(
    (text) => attempt(() => parseKeySet(text, algorithm)),
    (error: unknown) => {
      throw refuse(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    },
  );
  if (keys.length === 0) throw refuse(`holds no public key for ${algorithm}`);
  return { ...base, value };
}

function ownKid({ kid }: Record<string, unknown>): string | null {
  if (typeof kid !== "string" || kid === "") return null;
  const { data, error } = kidSchema.safeParse(kid);
  if (data === undefined) throw refuse(error.issues[0]?.message ?? "cannot be used", "/value/kid");
  return data;
}

function toPem(key: KeyObject): string {
  return key.export({ type: "spki", format: "pem" }).toString();
}

function toObject(value: WantedKey["value"]): Record<string, unknown> {
  const jwk: unknown = typeof value === "string" ? parse(value) : value;
  if (typeof jwk !== "object" || jwk === null || Array.isArray(jwk))
    throw refuse("must be a JWK, a JSON object");
  return jwk as Record<string, unknown>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function attempt<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof PublicKeyError) throw refuse(error.message);
    throw error;
  }
}

function refuse(message: string, pointer = "/value"): ErrandError {
  const errors = [{ pointer, message }];
  return new ErrandError("invalid_request", `The request is not valid. ${pointer}: ${message}`, { errors });
}
