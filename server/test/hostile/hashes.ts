import { createHash, createHmac } from "node:crypto";
import type { ProblemCode } from "@errand/shared/wire";
import { claims, type HostileProof, type Stage } from "./stage.ts";

const hashOf = (secret: string, text: string, digest = "sha256") =>
  createHmac(digest, secret).update(text, "utf8").digest("hex");

/** Proofs by user hash that must not hold. */
export function hostileHashes(stage: Stage): HostileProof[] {
  const { hash, jwt, removedHash, endedHash, otherHash } = stage;
  const right = hashOf(hash.secret, "user-42");
  const of = (user_hash: unknown, user_id: unknown = "user-42") => ({ user_id, user_hash });
  const own = (user_id: string) => of(hashOf(hash.secret, user_id), user_id);
  const signingInput = [{ alg: "HS256" }, claims()]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const malformed: [string, unknown][] = [
    ["in upper case", of(right.toUpperCase())],
    ["with one upper letter", of(right.replace(/[a-f]/, (letter) => letter.toUpperCase()))],
    ["behind a space", of(` ${right}`)],
    ["before a space", of(`${right} `)],
    ["before a line break", of(`${right}\n`)],
    ["with junk behind it", of(`${right}zz`)],
    ["with a valid byte too many", of(`${right}00`)],
    ["of 63 characters", of(right.slice(1))],
    ["cut to half", of(right.slice(0, 32))],
    ["that is empty", of("")],
    ["in base64", of(Buffer.from(right, "hex").toString("base64"))],
    ["in base64url", of(Buffer.from(right, "hex").toString("base64url"))],
    ["behind sha256=", of(`sha256=${right}`)],
    ["behind 0x", of(`0x${right}`)],
    ["in full-width digits", of(`\uff10${right.slice(1)}`)],
    ["as a number", of(42)],
    ["that is null", of(null)],
    ["in a list", of([right])],
    ["as bytes", of({ type: "Buffer", data: [...Buffer.from(right, "hex")] })],
    ["of an id that is a number", of(hashOf(hash.secret, "42"), 42)],
    ["of an id that is null", of(hashOf(hash.secret, "null"), null)],
    ["of an id in a list", of(right, ["user-42"])],
    ["of an id as an object", of(right, { toString: "user-42" })],
    ["of an empty id", own("")],
    ["of an id of 256 bytes", own("x".repeat(256))],
    ["of an id with a line break", own("user-42\n")],
    ["of an id with a NUL", own("user-42\0")],
    ["of an id with half a character", own("4\ud800")],
    ["of an id shaped like a JWT's signing input", own(signingInput)],
    ["of an id shaped like a header and a dot", own(`${signingInput.split(".")[0]}.`)],
    ["beside something unknown", { ...of(right), admin: true }],
    ["beside an e-mail that is a number", { ...of(right), user_email: 1 }],
    ["beside an e-mail with a line break", { ...of(right), user_email: "a@b.example\n" }],
    ["beside a name that is a list", { ...of(right), user_name: ["Ada"] }],
  ];
  const mismatched: [string, unknown][] = [
    ["of zeros", of("0".repeat(64))],
    ["of another id", of(hashOf(hash.secret, "user-43"))],
    ["of the id in other case", of(right, "USER-42")],
    ["of the id with a space behind it", of(right, "user-42 ")],
    ["of another normalisation", of(hashOf(hash.secret, "\u00e9"), "e\u0301")],
    ["in Latin-1", of(createHmac("sha256", hash.secret).update("\u00e9", "latin1").digest("hex"), "\u00e9")],
    ["under a secret for tokens", of(hashOf(jwt.secret, "user-42"))],
    ["under a removed secret", of(hashOf(removedHash.secret, "user-42"))],
    ["under an ended secret", of(hashOf(endedHash.secret, "user-42"))],
    ["under another site's secret", of(hashOf(otherHash.secret, "user-42"))],
    ["under the secret without its prefix", of(hashOf(hash.secret.replace("ids_hash_", ""), "user-42"))],
    ["under an empty secret", of(hashOf("", "user-42"))],
    ["with key and text swapped", of(hashOf("user-42", hash.secret))],
    [
      "that is plain SHA-256 of secret and id",
      of(createHash("sha256").update(`${hash.secret}user-42`).digest("hex")),
    ],
    ["that is half a SHA-512", of(hashOf(hash.secret, "user-42", "sha512").slice(0, 64))],
    ["with one digit changed", of((right.startsWith("0") ? "1" : "0") + right.slice(1))],
  ];
  const toProofs = (rows: [string, unknown][], code: ProblemCode): HostileProof[] =>
    rows.map(([name, proof]) => [`a hash ${name}`, proof, code]);
  return [
    ...toProofs(malformed, "identity_malformed"),
    ...toProofs(mismatched, "identity_hash_mismatch"),
    ["an id without a hash", { user_id: "user-42" }, "identity_missing"],
    ["a hash without an id", { user_hash: right }, "identity_missing"],
  ];
}
