import { constants, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import type { KeyAlgorithm } from "@errand/shared/identity-keys";
import fc from "fast-check";
import { jwtVerify } from "jose/jwt/verify";
import { describe, expect, it } from "vitest";
import {
  encodePart,
  exampleSources,
  JWT_SECRET,
  NOW,
  NOW_SECONDS,
  signToken,
  soundClaims,
  verify,
} from "../../test/identity-fixture.ts";
import type { IdentityKey } from "../sites/identity-key-store.ts";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2_048 });
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const ed = generateKeyPairSync("ed25519");
const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
const P1363 = { dsaEncoding: "ieee-p1363" } as const;

const record = (algorithm: KeyAlgorithm, key: KeyObject): IdentityKey => ({
  id: `idk_${algorithm}`,
  source: "pem",
  algorithm,
  kid: null,
  value: key.export({ type: "spki", format: "pem" }).toString(),
});
const sources = exampleSources([
  record("RS256", rsa.publicKey),
  record("PS256", rsa.publicKey),
  record("ES256", ec.publicKey),
  record("EdDSA", ed.publicKey),
]);

function signed(alg: string, toSignature: (input: Buffer) => Buffer): string {
  const input = `${encodePart({ alg })}.${encodePart(soundClaims())}`;
  return `${input}.${toSignature(Buffer.from(input)).toString("base64url")}`;
}

const tokens: [algorithm: string, token: string][] = [
  ["HS256", signToken(soundClaims())],
  ["RS256", signed("RS256", (input) => sign("sha256", input, rsa.privateKey))],
  ["PS256", signed("PS256", (input) => sign("sha256", input, { key: rsa.privateKey, ...PSS }))],
  ["ES256", signed("ES256", (input) => sign("sha256", input, { key: ec.privateKey, ...P1363 }))],
  ["EdDSA", signed("EdDSA", (input) => sign(null, input, ed.privateKey))],
];

const isRefused = async (token: string): Promise<boolean> => {
  const verdict = await verify({ token }, sources).catch((error: unknown) => error);
  return verdict instanceof Error && "code" in verdict && String(verdict.code).startsWith("identity_");
};

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

describe.each(tokens)("a token for %s", (_algorithm, token) => {
  it("holds as it was signed", async () => {
    expect(await isRefused(token)).toBe(false);
  });

  it("is refused with any one character deleted, doubled, or replaced by its neighbour", async () => {
    for (let at = 0; at < token.length; at += 1) {
      const [before, after] = [token.slice(0, at), token.slice(at + 1)];
      const here = token.charAt(at);
      const neighbour = ALPHABET[(ALPHABET.indexOf(here) + 1) % ALPHABET.length] ?? "";
      for (const mutated of [before + after, before + here + here + after, before + neighbour + after]) {
        if (!(await isRefused(mutated))) expect.fail(`taken with a change at ${at}: ${mutated}`);
      }
    }
  });

  it("is refused with any character put anywhere, in addition or in place of another", async () => {
    const character = fc.oneof(
      fc.constantFrom(...Array.from(`${ALPHABET}.=+/ \n\0%`)),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    );
    await fc.assert(
      fc.asyncProperty(character, fc.nat(token.length), fc.boolean(), async (text, at, isReplaced) => {
        const mutated = token.slice(0, at) + text + token.slice(isReplaced ? at + 1 : at);
        fc.pre(mutated !== token);
        return isRefused(mutated);
      }),
      { numRuns: 400 },
    );
  });

  it("is refused with its parts in another spelling, order or number", async () => {
    const parts = token.split(".");
    const respelled = parts.flatMap((part, index) => {
      const bytes = Buffer.from(part, "base64url");
      const others = [
        bytes.toString("base64"),
        bytes.toString("hex"),
        `${part}=`,
        `${part}==`,
        ` ${part}`,
        encodeURIComponent(`${part} `),
      ];
      return others.filter((other) => other !== part).map((other) => parts.with(index, other).join("."));
    });
    const reordered = [
      parts.toReversed(),
      [...parts, ""],
      ["", ...parts],
      parts.slice(0, 2),
      parts.slice(1),
      [...parts, ...parts],
    ];
    for (const other of [...respelled, ...reordered.map((some) => some.join("."))]) {
      if (!(await isRefused(other))) expect.fail(`taken: ${other}`);
    }
  });
});

it("takes no token that a library refuses by the same rules", async () => {
  const odd = fc.jsonValue({ maxDepth: 1 });
  const edge = fc.constantFrom(...[-31, -30, -29, 0, 30, 31, 86_400, 86_401].map((by) => NOW_SECONDS + by));
  const time = fc.oneof(
    { weight: 6, arbitrary: edge },
    { weight: 1, arbitrary: fc.double({ noNaN: true }) },
    { weight: 1, arbitrary: odd },
  );
  const rarely = (arbitrary: fc.Arbitrary<unknown>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
  const payload = fc.record({
    sub: fc.oneof({ weight: 6, arbitrary: fc.constantFrom("42", "a b", "ə") }, { weight: 1, arbitrary: odd }),
    exp: time,
    iat: rarely(time),
    nbf: rarely(time),
    aud: rarely(fc.oneof(fc.constantFrom("site_1", ["site_1"]), odd)),
  });
  const alg = fc.constantFrom("HS256", "HS256", "HS256", "none", "HS512");
  const header = fc.record(
    { alg, typ: fc.string(), kid: fc.constantFrom(JWT_SECRET.id, "x") },
    { requiredKeys: ["alg"] },
  );
  const key = Buffer.from(JWT_SECRET.secret);
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(header, payload, async (head, claims) => {
      const token = signToken(claims, { header: head });
      if (await isRefused(token)) return;
      taken += 1;
      const limits = { algorithms: ["HS256"], requiredClaims: ["exp"], clockTolerance: 30, currentDate: NOW };
      await jwtVerify(token, key, limits);
    }),
    { numRuns: 2_000 },
  );
  expect(taken).toBeGreaterThan(20);
});
