import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startEndpoint, type Endpoint } from "./endpoint.ts";
import { createSite, startErrand, type Errand } from "./errand.ts";
import { ec, jwk, ownerOfKeys, pem, rsa, signWith, tryTokenAt } from "./public-key-fixture.ts";

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

describe("a set of public keys", () => {
  const publish = (...keys: object[]) => {
    endpoint.seen.length = 0;
    endpoint.answer = () => ({ body: { keys } });
  };
  const addSet = (status = 201) =>
    addKey({ source: "jwks_url", value: `${endpoint.origin}/jwks/${site}`, algorithm: "ES256" }, status);

  it("is read through the guarded way out, and kept", async () => {
    publish({ ...jwk(ec.publicKey), kid: "a" });
    await addSet();
    const token = await signWith(ec.privateKey, "ES256", "a");
    expect(await tryToken(token)).toBe("jwt");
    expect(await tryToken(token)).toBe("jwt");
    expect(endpoint.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `GET /jwks/${site}`,
      `GET /jwks/${site}`,
    ]);
  });

  it("is not read again for each kid that somebody makes up", async () => {
    publish({ ...jwk(ec.publicKey), kid: "a" });
    await addSet();
    expect(await tryToken(await signWith(ec.privateKey, "ES256", "a"))).toBe("jwt");
    endpoint.seen.length = 0;
    for (const kid of ["b", "c", "d"]) {
      expect(await tryToken(await signWith(ec.privateKey, "ES256", kid))).toBe("identity_bad_signature");
    }
    expect(endpoint.seen).toEqual([]);
  });

  it("lends its keys to their own algorithm alone", async () => {
    const odd = [
      { kty: "oct", k: "c2VjcmV0", kid: "a" },
      jwk(rsa.publicKey),
      7,
      { ...jwk(ec.publicKey), use: "enc" },
    ];
    publish(...(odd as object[]), { ...jwk(ec.publicKey), kid: "b" });
    await addSet();
    expect(await tryToken(await signWith(ec.privateKey, "ES256", "b"))).toBe("jwt");
    expect(await tryToken(await signWith(ec.privateKey, "ES256"))).toBe("jwt");
    expect(await tryToken(await signWith(ec.privateKey, "ES256", "a"))).toBe("identity_bad_signature");
    expect(await tryToken(await signWith(rsa.privateKey, "RS256"))).toBe("identity_wrong_algorithm");
  });

  it("is refused when no key in it can be used", async () => {
    publish(jwk(rsa.publicKey));
    expect((await addSet(400)).errors).toEqual([
      { pointer: "/value", message: "holds no public key for ES256" },
    ]);
    endpoint.answer = () => ({ status: 404 });
    expect((await addSet(400)).errors).toEqual([
      { pointer: "/value", message: "cannot be read: The address answered with status 404." },
    ]);
    endpoint.answer = () => ({ body: [] });
    expect((await addSet(400)).errors).toMatchObject([{ message: /"keys"/ }]);
  });

  it("that cannot be read is no reason to refuse what another key verifies", async () => {
    publish({ ...jwk(ec.publicKey), kid: "a" });
    await addSet();
    const other = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { id } = await addKey({ source: "pem", value: pem(other.publicKey), algorithm: "ES256" });
    endpoint.answer = () => ({ status: 503 });
    expect(await tryToken(await signWith(other.privateKey, "ES256"))).toBe("jwt");
    expect(await tryToken(await signWith(other.privateKey, "ES256", id))).toBe("jwt");
  });

  it("that cannot be read proves nobody, and the owner's check says why", async () => {
    publish({ ...jwk(ec.publicKey), kid: "a" });
    await addSet();
    endpoint.answer = () => ({ status: 503 });
    const token = await signWith(ec.privateKey, "ES256", "a");
    expect(await tryToken(token)).toBe("identity_bad_signature");
    expect(await errand.admin("POST", `/sites/${site}/identity-check`, { token })).toMatchObject({
      code: "identity_bad_signature",
      message: /cannot be read: The address answered with status 503/,
    });
  });
});
