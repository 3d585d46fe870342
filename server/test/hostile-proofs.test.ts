import type { IdentityCheckResult } from "@errand/shared/identity-check";
import type { Problem } from "@errand/shared/wire";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEndpoint, type Endpoint } from "./endpoint.ts";
import { startErrand, type Errand } from "./errand.ts";
import { hostileClaims } from "./hostile/claims.ts";
import { hostileForms } from "./hostile/forms.ts";
import { hostileHashes } from "./hostile/hashes.ts";
import { hostileKeys } from "./hostile/keys.ts";
import { claims, forge, hmac, openStage, signature, type HostileProof, type Stage } from "./hostile/stage.ts";

const endpoint: Endpoint = await startEndpoint();
const errand: Errand = await startErrand({ endpoint, environment: { ERRAND_TRUST_PROXY: "1" } });
const stage: Stage = await openStage(errand, endpoint);
const proofs = [hostileForms, hostileKeys, hostileClaims, hostileHashes].flatMap((list) => list(stage));
afterAll(async () => {
  await errand.close();
  await endpoint.close();
});

let sent = 0;

/** Each from an address of its own, or the door would close after twenty. */
const prove = (identity: unknown): Promise<Response> =>
  errand.visit("/v1/sessions", {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": `2001:db8:${(sent += 1)}::1` },
    body: JSON.stringify({ site: stage.site, identity }),
  });

beforeAll(async () => {
  // What the table's proofs are made from does hold, so each is refused for its own fault.
  const { keys } = stage;
  const p1363 = { dsaEncoding: "ieee-p1363" } as const;
  const sound = [
    forge({ alg: "HS256" }, claims(), hmac(stage.jwt.secret)),
    forge({ alg: "HS256", kid: stage.jwt.id }, claims({ aud: [stage.site] }), hmac(stage.jwt.secret)),
    forge({ alg: "RS256", kid: "rsa-1" }, claims(), signature(keys.rs.privateKey)),
    forge({ alg: "ES256", kid: "ec-1" }, claims(), signature(keys.es.privateKey, "sha256", p1363)),
    forge({ alg: "ES256", kid: "set-1" }, claims(), signature(keys.set.privateKey, "sha256", p1363)),
    forge({ alg: "EdDSA" }, claims({ sub: "x".repeat(255) }), signature(keys.ed.privateKey, null)),
  ];
  for (const proof of sound) expect((await prove(proof)).status).toBe(201);
});

it("there are many of them, all different", () => {
  expect(new Set(proofs.map(([name]) => name)).size).toBe(proofs.length);
  expect(proofs.length).toBeGreaterThanOrEqual(200);
});

it.each(proofs)("refuses %s", async (_name, proof, code) => {
  const answer = await prove(proof);
  const problem = (await answer.json()) as Problem;
  // That an id is a number is told; of anything else, the code alone.
  const told = problem.errors ?? [];
  for (const { pointer, message } of told) {
    expect(pointer).toMatch(/^\/(?:sub|user_id)$/);
    expect(message).toMatch(/^is the number ([\d.]+); sign it as a string: "\1"\.$/);
  }
  const alike = "The visitor's identity could not be verified. The site's owner can see why.";
  expect([answer.status, problem]).toEqual([
    401,
    {
      type: "about:blank",
      title: told[0] ? `"${told[0].pointer.slice(1)}" ${told[0].message}` : alike,
      status: 401,
      code,
      ...(told[0] ? { errors: told } : {}),
    },
  ]);
});

const objects = proofs.filter((row): row is [string, object, HostileProof[2]] => {
  return typeof row[1] === "object" && row[1] !== null;
});

it.each(objects)("tells the owner why: %s", async (_name, proof, code) => {
  const path = `/sites/${stage.site}/identity-check`;
  const result = await errand.admin<IdentityCheckResult>("POST", path, proof);
  expect(result).toMatchObject({ valid: false, code, message: expect.stringMatching(/\.$/) });
  expect(result.checks.filter(({ ok }) => ok === false).length).toBeGreaterThan(0);
  expect(result).not.toHaveProperty("receives");
});
