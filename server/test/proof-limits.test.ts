import { createHmac } from "node:crypto";
import { SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSecret, createSite, startErrand, type Errand } from "./errand.ts";

let log = "";
let errand: Errand;
let site: string;
let hashSecret: string;

beforeAll(async () => {
  errand = await startErrand({
    environment: { ERRAND_TRUST_PROXY: "1", ERRAND_LOG_LEVEL: "info" },
    logTo: { write: (line) => void (log += line) },
  });
});
afterAll(() => errand.close());
beforeEach(async () => {
  log = "";
  site = await createSite(errand);
  hashSecret = await createSecret(errand, site, "user_hash");
});

const right = () => ({
  user_id: "u",
  user_hash: createHmac("sha256", hashSecret).update("u").digest("hex"),
});
const WRONG = { user_id: "u", user_hash: "0".repeat(64) };

const prove = (identity: unknown, address: string, at = site): Promise<Response> =>
  errand.visit("/v1/sessions", {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": address },
    body: JSON.stringify({ site: at, identity }),
  });

async function failOften(address: string, times = 20): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    expect((await prove(WRONG, address)).status).toBe(401);
  }
}

const countOf = async (result: string): Promise<number> => {
  const text = await (await fetch(`${errand.url}/metrics`)).text();
  const line = new RegExp(`^errand_identity_proofs_total\\{result="${result}"\\} (\\d+)$`, "m").exec(text);
  return Number(line?.[1] ?? 0);
};

describe("proofs that fail", () => {
  it("are looked at twenty times a minute from one network at one site", async () => {
    await failOften("203.0.113.7");
    const refused = await prove(right(), "203.0.113.7");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({
      code: "rate_limited",
      title: expect.stringMatching(/^That was a lot at once\. Please try again in \d+ seconds\.$/),
    });
    expect((await prove(right(), "203.0.113.8")).status).toBe(201);
    expect((await prove(undefined, "203.0.113.7")).status).toBe(201);
    const other = await createSite(errand);
    expect((await prove(WRONG, "203.0.113.7", other)).status).toBe(401);
  });

  it("count together within an IPv6 customer's network", async () => {
    await failOften("2001:db8:1:2::1", 10);
    await failOften("2001:db8:1:2:ffff::9", 10);
    expect((await prove(WRONG, "2001:db8:1:2:3::4")).status).toBe(429);
    expect((await prove(WRONG, "2001:db8:1:3::1")).status).toBe(401);
  });

  it("count together for an IPv4 address, however it is written", async () => {
    await failOften("198.51.100.9", 10);
    await failOften("::ffff:198.51.100.9", 10);
    expect((await prove(WRONG, "198.51.100.9")).status).toBe(429);
  });

  it("leave room for any number that hold", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => prove(right(), "198.51.100.20")));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  });

  it("do not count when they held once: a tab that slept is no guess", async () => {
    const key = new TextEncoder().encode(await createSecret(errand, site, "jwt"));
    const seconds = Math.floor(Date.now() / 1_000);
    const token = await new SignJWT({ sub: "u", iat: seconds - 7_200, exp: seconds - 3_600 })
      .setProtectedHeader({ alg: "HS256" })
      .sign(key);
    for (let count = 0; count < 25; count += 1) {
      const refused = await prove({ token }, "198.51.100.25");
      expect(await refused.json()).toMatchObject({ status: 401, code: "identity_expired" });
    }
    expect((await prove(right(), "198.51.100.25")).status).toBe(201);
  });

  it("are counted by what was wrong", async () => {
    const before = [await countOf("ok"), await countOf("identity_hash_mismatch")];
    await prove(right(), "198.51.100.30");
    await prove(WRONG, "198.51.100.30");
    await prove(WRONG, "198.51.100.30");
    expect([await countOf("ok"), await countOf("identity_hash_mismatch")]).toEqual([
      (before[0] ?? 0) + 1,
      (before[1] ?? 0) + 2,
    ]);
  });

  it("tell a browser the code alone, and the log the reason", async () => {
    const refusals = [
      { proof: WRONG, code: "identity_hash_mismatch", reason: "it is HMAC-SHA256 of exactly this" },
      { proof: { token: "a.b" }, code: "identity_malformed", reason: "three parts" },
      { proof: {}, code: "identity_missing", reason: 'give \\"token\\"' },
    ];
    for (const { proof, code, reason } of refusals) {
      const refused = await prove(proof, "198.51.100.40");
      expect(await refused.json()).toEqual({
        type: "about:blank",
        title: "The visitor's identity could not be verified. The site's owner can see why.",
        status: 401,
        code,
      });
      expect(log).toContain(reason);
    }
    expect(log).toContain(`"site":"${site}"`);
  });

  it("say that an id is a number, which is no secret to who sent it", async () => {
    const refused = await prove({ user_id: 7, user_hash: "" }, "198.51.100.41");
    expect(await refused.json()).toEqual({
      type: "about:blank",
      title: '"user_id" is the number 7; sign it as a string: "7".',
      status: 401,
      code: "identity_malformed",
      errors: [{ pointer: "/user_id", message: 'is the number 7; sign it as a string: "7".' }],
    });
  });
});
