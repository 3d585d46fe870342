import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  encodePart,
  exampleSources,
  HASH_SECRET,
  JWT_SECRET,
  OLDER_HASH_SECRET,
  refusesEach,
  verify,
} from "../../test/identity-fixture.ts";
import { computeUserHash } from "./user-hash.ts";

const hashOf = (id: string, secret = HASH_SECRET.secret) =>
  createHmac("sha256", secret).update(id).digest("hex");
const hashed = (id: string, rest: Record<string, unknown> = {}) => ({
  user_id: id,
  user_hash: hashOf(id),
  ...rest,
});
const header = encodePart({ alg: "HS256" });
const payload = encodePart({ sub: "1" });
/** What OpenSSL computes of it. */
const KNOWN_HASH = "d1991c653ced2c5b7da54d0ee02a4b71680e55c34d520c311856ffdb76488abd";

describe("a sound user hash", () => {
  it("proves the id; e-mail and name stay declared", async () => {
    const user_hash = createHmac("sha256", HASH_SECRET.secret).update("42").digest("hex");
    const sources = exampleSources();
    const proof = { user_id: "42", user_hash, user_email: "ada@shop.example", user_name: "" };
    expect(await verify(proof, sources)).toEqual({
      visitor: { verification: "user_hash", userId: "42", declaredEmail: "ada@shop.example" },
      signedBy: { secretId: HASH_SECRET.id },
    });
    expect(sources.touched).toEqual([HASH_SECRET.id]);
  });

  it("is verified by each live secret", async () => {
    const user_hash = computeUserHash(OLDER_HASH_SECRET.secret, "42");
    await expect(verify({ user_id: "42", user_hash })).resolves.toMatchObject({
      signedBy: { secretId: OLDER_HASH_SECRET.id },
    });
  });

  it("may prove an id with a dot, spaces around it, or any script", async () => {
    for (const user_id of ["ada.lovelace", "a.b", " 42 ", "Ada Ləvleys", "ada@shop.example", "eyes.wide"]) {
      const proof = { user_id, user_hash: computeUserHash(HASH_SECRET.secret, user_id) };
      await expect(verify(proof)).resolves.toMatchObject({ visitor: { userId: user_id } });
    }
  });

  it("is one known value, so that every language computes the same", () => {
    const secret = "ids_hash_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    expect(computeUserHash(secret, "usr_42")).toBe(KNOWN_HASH);
  });

  it("proves no other id", async () => {
    const id = fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" });
    const differ = fc.tuple(id, id).filter(([one, other]) => one !== other);
    await fc.assert(
      fc.asyncProperty(differ, async ([one, other]) => {
        const proof = { user_id: one, user_hash: computeUserHash(HASH_SECRET.secret, other) };
        await expect(verify(proof)).rejects.toMatchObject({ status: 401 });
      }),
      { numRuns: 50 },
    );
  });
});

describe("a user hash", () => {
  refusesEach([
    ["a hash of another id", { user_id: "42", user_hash: hashOf("43") }, "identity_hash_mismatch"],
    [
      "a hash under the jwt secret",
      { user_id: "42", user_hash: hashOf("42", JWT_SECRET.secret) },
      "identity_hash_mismatch",
    ],
    ["a hash of the trimmed id", { user_id: "42 ", user_hash: hashOf("42") }, "identity_hash_mismatch"],
    ["a hash of the folded id", { user_id: "ADA", user_hash: hashOf("ada") }, "identity_hash_mismatch"],
    ["a hash of the normalised id", { user_id: "e\u0301", user_hash: hashOf("é") }, "identity_hash_mismatch"],
    ["a hash in capitals", { user_id: "42", user_hash: hashOf("42").toUpperCase() }, "identity_malformed"],
    ["a hash and junk", { user_id: "42", user_hash: `${hashOf("42")}zz` }, "identity_malformed"],
    ["a hash and a newline", { user_id: "42", user_hash: `${hashOf("42")}\n` }, "identity_malformed"],
    ["half a hash", { user_id: "42", user_hash: hashOf("42").slice(0, 32) }, "identity_malformed"],
    ["an empty hash", { user_id: "42", user_hash: "" }, "identity_malformed"],
    ["a list as hash", { user_id: "42", user_hash: [hashOf("42")] }, "identity_malformed"],
    [
      "a hash in base64",
      { user_id: "42", user_hash: Buffer.from(hashOf("42"), "hex").toString("base64") },
      "identity_malformed",
    ],
    ["an id of the form header.payload", hashed(`${header}.${payload}`), "identity_malformed"],
    [
      "such an id with a space in its header",
      hashed(`${encodePart(' {"alg":"HS256"}')}.${payload}`),
      "identity_malformed",
    ],
    ["a number as user_id", { user_id: 42, user_hash: hashOf("42") }, "identity_malformed"],
    ["an empty user_id", hashed(""), "identity_malformed"],
    ["a user_id of 256 bytes", hashed("a".repeat(256)), "identity_malformed"],
    ["a user_id with a tab", hashed("4\t2"), "identity_malformed"],
    ["a user_id with half a character", hashed("42\ud800"), "identity_malformed"],
    ["a number as user_email", hashed("42", { user_email: 1 }), "identity_malformed"],
    ["a user_email with a newline", hashed("42", { user_email: "a@b.example\r\n" }), "identity_malformed"],
    ["a user_name of 201 characters", hashed("42", { user_name: "a".repeat(201) }), "identity_malformed"],
  ]);
});
