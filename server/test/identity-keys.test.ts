import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startEndpoint, type Endpoint } from "./endpoint.ts";
import { createSite, openSession, startErrand, type Errand } from "./errand.ts";
import { ec, ed, jwk, ownerOfKeys, pem, rsa, signWith, tryTokenAt } from "./public-key-fixture.ts";

let endpoint: Endpoint;
let errand: Errand;
let site: string;

beforeAll(async () => {
  endpoint = await startEndpoint();
  errand = await startErrand({ endpoint });
});
afterAll(async () => {
  await errand.close();
  await endpoint.close();
});
beforeEach(async () => {
  site = await createSite(errand);
});

const addKey = (key: object, status?: number) => ownerOfKeys(errand, site).addKey(key, status);
const tryToken = (token: string) => tryTokenAt(errand, site, token);
const listKeys = () => ownerOfKeys(errand, site).listKeys();

const kinds: [algorithm: string, pair: { publicKey: KeyObject; privateKey: KeyObject }][] = [
  ["RS256", rsa],
  ["PS256", rsa],
  ["ES256", ec],
  ["EdDSA", ed],
];

describe.each(kinds)("a public key for %s", (algorithm, { publicKey, privateKey }) => {
  it.each([
    ["pem", pem(publicKey)],
    ["jwk", jwk(publicKey)],
    ["jwk", JSON.stringify(jwk(publicKey))],
  ])("given as %s proves the visitors whom its private key names", async (source, value) => {
    await addKey({ source, value, algorithm });
    expect(await tryToken(await signWith(privateKey, algorithm))).toBe("jwt");
  });

  it("verifies nothing for another algorithm", async () => {
    const other = algorithm === "RS256" ? "PS256" : "RS256";
    const pair = algorithm.endsWith("S256") && algorithm !== "ES256" ? { privateKey } : rsa;
    await addKey({ source: "pem", value: pem(publicKey), algorithm });
    expect(await tryToken(await signWith(pair.privateKey, other))).toBe("identity_wrong_algorithm");
  });
});

describe("a public key", () => {
  it("is listed with its use, label and end", async () => {
    const key = { source: "jwk", value: jwk(ed.publicKey), algorithm: "EdDSA", kid: "k1", label: "Main" };
    const { id } = await addKey({ ...key, endsAt: "2999-01-01T00:00:00Z" });
    await tryToken(await signWith(ed.privateKey, "EdDSA", "k1"));
    expect(await listKeys()).toEqual([
      {
        id,
        source: "jwk",
        algorithm: "EdDSA",
        kid: "k1",
        value: jwk(ed.publicKey),
        label: "Main",
        createdAt: expect.any(String),
        lastUsedAt: expect.stringMatching(/Z$/),
        endsAt: "2999-01-01T00:00:00.000Z",
      },
    ]);
  });

  it("is found by its kid alone when a token names one", async () => {
    const { id } = await addKey({ source: "pem", value: pem(ed.publicKey), algorithm: "EdDSA", kid: "k1" });
    expect(await tryToken(await signWith(ed.privateKey, "EdDSA", "k1"))).toBe("jwt");
    expect(await tryToken(await signWith(ed.privateKey, "EdDSA", id))).toBe("jwt");
    expect(await tryToken(await signWith(ed.privateKey, "EdDSA"))).toBe("jwt");
    expect(await tryToken(await signWith(ed.privateKey, "EdDSA", "k2"))).toBe("identity_bad_signature");
  });

  it("has a kid of its own in its site", async () => {
    const key = { source: "pem", algorithm: "EdDSA", kid: "k1" };
    await addKey({ ...key, value: pem(ed.publicKey) });
    await addKey({ ...key, value: pem(generateKeyPairSync("ed25519").publicKey) }, 409);
    expect(await listKeys()).toHaveLength(1);
  });

  it.each([
    ["removed", (path: string) => errand.admin("DELETE", path)],
    ["ended", (path: string) => errand.admin("PATCH", path, { endsAt: "2020-01-01T00:00:00Z" })],
  ])("that is %s ends its sessions at once and proves nobody", async (_how, end) => {
    const { id } = await addKey({ source: "pem", value: pem(ed.publicKey), algorithm: "EdDSA" });
    const token = await signWith(ed.privateKey, "EdDSA");
    const visitor = await openSession(errand, site, { identity: { token } });
    const anonymous = await openSession(errand, site);
    expect((await visitor.fetch("GET", "/v1/chats")).status).toBe(200);
    await end(`/sites/${site}/identity-keys/${id}`);
    expect((await visitor.fetch("GET", "/v1/chats")).status).toBe(401);
    expect((await anonymous.fetch("GET", "/v1/chats")).status).toBe(200);
    expect(await tryToken(token)).not.toBe("jwt");
  });

  const weak = generateKeyPairSync("rsa", { modulusLength: 1_024 });
  const p384 = generateKeyPairSync("ec", { namedCurve: "P-384" });
  const ed448 = generateKeyPairSync("ed448");
  const secret = { kty: "oct", k: "c2VjcmV0" };
  const refused: [string, object, string, string | RegExp][] = [
    [
      "a private key in PEM",
      { source: "pem", value: ed.privateKey.export({ type: "pkcs8", format: "pem" }), algorithm: "EdDSA" },
      "/value",
      /private key/,
    ],
    [
      "a private JWK",
      { source: "jwk", value: jwk(ed.privateKey), algorithm: "EdDSA" },
      "/value",
      /private member "d"/,
    ],
    ["a symmetric JWK", { source: "jwk", value: secret, algorithm: "RS256" }, "/value", /private member "k"/],
    [
      "a short RSA key",
      { source: "pem", value: pem(weak.publicKey), algorithm: "RS256" },
      "/value",
      /1024 bits/,
    ],
    ["another curve", { source: "pem", value: pem(p384.publicKey), algorithm: "ES256" }, "/value", /P-256/],
    ["Ed448", { source: "pem", value: pem(ed448.publicKey), algorithm: "EdDSA" }, "/value", /Ed25519/],
    [
      "a key of another type",
      { source: "pem", value: pem(ec.publicKey), algorithm: "RS256" },
      "/value",
      /RSA/,
    ],
    [
      "a JWK of another type",
      { source: "jwk", value: jwk(ec.publicKey), algorithm: "EdDSA" },
      "/value",
      /"kty" OKP/,
    ],
    [
      "a JWK for encryption",
      { source: "jwk", value: { ...jwk(rsa.publicKey), use: "enc" }, algorithm: "RS256" },
      "/value",
      /"use"/,
    ],
    [
      "a JWK for another algorithm",
      { source: "jwk", value: { ...jwk(rsa.publicKey), alg: "RS512" }, algorithm: "RS256" },
      "/value",
      /"alg"/,
    ],
    [
      "two keys in one PEM",
      { source: "pem", value: pem(ed.publicKey) + pem(ed.publicKey), algorithm: "EdDSA" },
      "/value",
      /one public key/,
    ],
    [
      "a text that is no PEM",
      { source: "pem", value: "ssh-ed25519 AAAA", algorithm: "EdDSA" },
      "/value",
      /BEGIN PUBLIC KEY/,
    ],
    [
      "a symmetric algorithm",
      { source: "pem", value: pem(ed.publicKey), algorithm: "HS256" },
      "/algorithm",
      /./,
    ],
    ["no algorithm", { source: "pem", value: pem(ed.publicKey) }, "/algorithm", /./],
    [
      "a set on plain http",
      { source: "jwks_url", value: "http://keys.example.com/jwks", algorithm: "ES256" },
      "/value",
      /https/,
    ],
    [
      "a set at a private address",
      { source: "jwks_url", value: "https://10.0.0.1/jwks", algorithm: "ES256" },
      "/value",
      /./,
    ],
    [
      "a JWK whose own kid is too long",
      { source: "jwk", value: { ...jwk(ec.publicKey), kid: "k".repeat(201) }, algorithm: "ES256" },
      "/value/kid",
      /200/,
    ],
    [
      "a JWK whose own kid holds NUL",
      { source: "jwk", value: { ...jwk(ec.publicKey), kid: "k\0" }, algorithm: "ES256" },
      "/value/kid",
      /control characters/,
    ],
    [
      "a label with NUL",
      { source: "pem", value: pem(ec.publicKey), algorithm: "ES256", label: "a\0" },
      "/label",
      /control characters/,
    ],
    [
      "an end after the year 9999",
      { source: "pem", value: pem(ec.publicKey), algorithm: "ES256", endsAt: "9999-12-31T23:59:59-05:00" },
      "/endsAt",
      /year 10000/,
    ],
    [
      "a kid for a set",
      { source: "jwks_url", value: "https://keys.example.com/jwks", algorithm: "ES256", kid: "k" },
      "/kid",
      /leave this out/,
    ],
  ];
  it.each(refused)("is refused: %s", async (_name, key, pointer, message) => {
    const { errors } = await addKey(key, 400);
    expect(errors).toEqual([{ pointer, message: expect.stringMatching(message) }]);
    expect(await listKeys()).toEqual([]);
  });
});
