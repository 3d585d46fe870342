import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { SignJWT } from "jose";
import type { Errand } from "./errand.ts";

export const rsa = generateKeyPairSync("rsa", { modulusLength: 2_048 });
export const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
export const ed = generateKeyPairSync("ed25519");
export const pem = (key: KeyObject) => key.export({ type: "spki", format: "pem" }).toString();
export const jwk = (key: KeyObject) => key.export({ format: "jwk" }) as Record<string, unknown>;

/** A token of the visitor 42, as another program signs it. */
export const signWith = (key: KeyObject, alg: string, kid?: string) =>
  new SignJWT({ sub: "42" })
    .setProtectedHeader({ alg, ...(kid === undefined ? {} : { kid }) })
    .setExpirationTime("10m")
    .sign(key);

/** What the owner does with the keys of a site. */
export function ownerOfKeys(errand: Errand, site: string) {
  return {
    addKey: (key: object, status = 201) =>
      errand.admin<{ id: string; errors?: object[] }>("POST", `/sites/${site}/identity-keys`, key, status),
    listKeys: async () =>
      (await errand.admin<{ items: object[] }>("GET", `/sites/${site}/identity-keys`)).items,
  };
}

/** Answers with how a token proves its visitor, or with the code of the refusal. */
export async function tryTokenAt(errand: Errand, site: string, token: string): Promise<string> {
  const answer = await errand.visit("/v1/sessions", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ site, identity: { token } }),
  });
  const body = (await answer.json()) as { code?: string; visitor?: { verification: string } };
  return body.code ?? body.visitor?.verification ?? "";
}
