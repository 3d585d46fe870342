import { describe, expect, it } from "vitest";
import {
  exampleSources,
  exampleSite,
  HASH_SECRET,
  NOW,
  refusesEach,
  signToken,
  soundClaims,
  tokenProof,
  verify,
} from "../../test/identity-fixture.ts";
import { computeUserHash } from "./user-hash.ts";
import { verifyVisitor } from "./verify-visitor.ts";

const site = exampleSite();
const sound = signToken(soundClaims());
const hashOf = (id: string) => computeUserHash(HASH_SECRET.secret, id);
const hashed = (id: string) => ({ user_id: id, user_hash: hashOf(id) });

describe("a bad proof", () => {
  refusesEach([
    ["no proof", undefined, "identity_missing"],
    ["null", null, "identity_missing"],
    ["an empty object", {}, "identity_missing"],
    ["an id without a hash", { user_id: "42" }, "identity_missing"],
    ["a hash without an id", { user_hash: hashOf("42") }, "identity_missing"],
    ["an empty token", { token: "" }, "identity_missing"],
    ["a text", "42", "identity_malformed"],
    ["a list", [sound], "identity_malformed"],
    ["a number as token", { token: 42 }, "identity_malformed"],
    ["a token and a hash at once", { token: sound, ...hashed("42") }, "identity_malformed"],
    ["a member that no proof has", { ...hashed("42"), verified: true }, "identity_malformed"],
  ]);

  it("is explained to the integrator", async () => {
    const messages: [unknown, string][] = [
      [tokenProof({ sub: 42 }), '"sub" is the number 42; sign it as a string: "42".'],
      [{ user_id: 42, user_hash: hashOf("42") }, '"user_id" is the number 42; sign it as a string: "42".'],
      [tokenProof({ exp: undefined }), 'The token\'s "exp" is required.'],
      [tokenProof({ sub: undefined }), 'The token names nobody: give the visitor\'s id as "sub".'],
      [
        tokenProof({ aud: "site_2" }),
        'The token\'s "aud" must contain this site\'s id, "site_1", or be left out.',
      ],
      [tokenProof({}, { header: { alg: "RS256" } }), 'The token\'s algorithm must be HS256, but is "RS256".'],
    ];
    for (const [proof, message] of messages) await expect(verify(proof)).rejects.toMatchObject({ message });
  });

  it("is refused by a site without secrets, which the message says", async () => {
    const sources = { ...exampleSources(), secrets: { live: async () => [], touch: async () => {} } };
    const rejects = (proof: unknown) => expect(verifyVisitor({ site, proof, sources, now: NOW })).rejects;
    await rejects({ token: sound }).toMatchObject({
      code: "identity_bad_signature",
      message: /make one in the dashboard/,
    });
    await rejects(hashed("42")).toMatchObject({
      code: "identity_hash_mismatch",
      message: /make one in the dashboard/,
    });
  });

  it("is any user hash at a site that requires tokens", async () => {
    const strict = exampleSite({ requireJwt: true });
    const refused = verifyVisitor({ site: strict, proof: hashed("42"), sources: exampleSources(), now: NOW });
    await expect(refused).rejects.toMatchObject({ code: "identity_wrong_algorithm" });
    const taken = verifyVisitor({
      site: strict,
      proof: { token: sound },
      sources: exampleSources(),
      now: NOW,
    });
    await expect(taken).resolves.toMatchObject({ visitor: { verification: "jwt", userId: "42" } });
  });

  it("is one under a secret shorter than 32 bytes", async () => {
    const secrets = { live: async () => [{ id: "ids_short", secret: "short" }], touch: async () => {} };
    const sources = { ...exampleSources(), secrets };
    const short = { token: signToken(soundClaims(), { secret: "short" }) };
    await expect(verifyVisitor({ site, proof: short, sources, now: NOW })).rejects.toThrow(TypeError);
  });
});
