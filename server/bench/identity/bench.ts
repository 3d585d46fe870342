import { generateKeyPairSync, type KeyObject } from "node:crypto";
import type { KeyAlgorithm } from "@errand/shared/identity-keys";
import { SignJWT } from "jose/jwt/sign";
import { jwtVerify } from "jose/jwt/verify";
import { Agent, request } from "undici";
import { verifyVisitor } from "../../src/identity/verify-visitor.ts";
import type { Row } from "../row.ts";
import { openParts, openServer } from "./stage.ts";

const ROUNDS = 25;
const PER_ROUND = 100;
const IN_FLIGHT = 32;
const SITES = 8;

type Work = () => Promise<unknown>;

/** What a proof costs against the bare verification of its signature, in process and over HTTP. */
export async function benchIdentity(): Promise<Row[]> {
  return [...(await benchInProcess()), ...(await benchHttp())];
}

async function benchInProcess(): Promise<Row[]> {
  const parts = await openParts();
  const { site, identity, sessions } = parts;
  try {
    const { secret } = await identity.secrets.create(site.id, "jwt", "");
    const key = Buffer.from(secret);
    const token = await sign("HS256", key);
    const proof = { token };
    const bare: Work = () => jwtVerify(token, key, { algorithms: ["HS256"] });
    const verified: Work = () => verifyVisitor({ site, proof, sources: identity });
    const created: Work = async () => {
      const { visitor, signedBy } = await verifyVisitor({ site, proof, sources: identity });
      return sessions.create({ siteId: site.id, origin: "", visitor, locale: "en", signedBy });
    };
    const rows = [
      toRow("proof of HS256, in process / bare jwtVerify", await compare(bare, verified), "≥ 0.4"),
      toRow("session by HS256, in process / bare jwtVerify", await compare(bare, created), "-"),
    ];
    for (const [algorithm, pair] of keyPairs()) {
      const value = pair.publicKey.export({ type: "spki", format: "pem" }).toString();
      const record = { source: "pem", algorithm, kid: algorithm, value, label: "", endsAt: null } as const;
      await identity.keys.create(site.id, record);
      const own = await sign(algorithm, pair.privateKey);
      const bareOwn: Work = () => jwtVerify(own, pair.publicKey, { algorithms: [algorithm] });
      const ours: Work = () => verifyVisitor({ site, proof: { token: own }, sources: identity });
      rows.push(
        toRow(`proof of ${algorithm}, in process / bare jwtVerify`, await compare(bareOwn, ours), "≥ 0.4"),
      );
    }
    return rows;
  } finally {
    await parts.close();
  }
}

function keyPairs(): [KeyAlgorithm, { publicKey: KeyObject; privateKey: KeyObject }][] {
  return [
    ["RS256", generateKeyPairSync("rsa", { modulusLength: 2_048 })],
    ["ES256", generateKeyPairSync("ec", { namedCurve: "P-256" })],
    ["EdDSA", generateKeyPairSync("ed25519")],
  ];
}

const sign = (alg: string, key: KeyObject | Uint8Array): Promise<string> =>
  new SignJWT({ sub: "42", email: "ada@example.com", name: "Ada" })
    .setProtectedHeader({ alg, ...(alg === "HS256" ? {} : { kid: alg }) })
    .setIssuedAt()
    .setExpirationTime("10m")
    .sign(key);

async function benchHttp(): Promise<Row[]> {
  const server = await openServer(SITES);
  const dispatcher = new Agent({ connections: IN_FLIGHT, pipelining: 1 });
  try {
    const bodies = await Promise.all(
      server.sites.map(async ({ site, secret }) => {
        const identity = { token: await sign("HS256", Buffer.from(secret)) };
        return { ours: JSON.stringify({ site, identity }), bare: JSON.stringify({ key: secret, identity }) };
      }),
    );
    let sent = 0;
    const post = async (url: string, body: string): Promise<void> => {
      // An address of its own each time, as visitors have.
      const forwarded = `2001:db8:${(sent >> 16).toString(16)}:${(sent & 0xffff).toString(16)}::1`;
      const headers = { "content-type": "application/json", "x-forwarded-for": forwarded };
      const answer = await request(url, { method: "POST", headers, body, dispatcher });
      const text = await answer.body.text();
      if (answer.statusCode !== 201) throw new Error(`${url}: ${answer.statusCode} ${text}`);
    };
    const next = () => bodies[(sent += 1) % SITES] ?? { ours: "", bare: "" };
    const bare: Work = () => post(server.bareUrl, next().bare);
    const ours: Work = () => post(`${server.url}/v1/sessions`, next().ours);
    return [
      toRow(
        `session over HTTP, ${IN_FLIGHT} in flight / bare HTTP with jwtVerify`,
        await compare(bare, ours, IN_FLIGHT),
        "-",
      ),
      toRow("session over HTTP, one after another / the same", await compare(bare, ours, 1), "-"),
    ];
  } finally {
    await dispatcher.close();
    await server.close();
  }
}

/** Microseconds of one, in the quickest of many short rounds by turns: what else the machine does slows the others. */
interface Comparison {
  bareUs: number;
  oursUs: number;
}

async function compare(bare: Work, ours: Work, inFlight = 1): Promise<Comparison> {
  await measure(bare, inFlight);
  await measure(ours, inFlight);
  const rounds: [number, number][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push([await measure(bare, inFlight), await measure(ours, inFlight)]);
  }
  return {
    bareUs: Math.min(...rounds.map(([first]) => first)),
    oursUs: Math.min(...rounds.map(([, second]) => second)),
  };
}

/** Microseconds that each took of a round. */
async function measure(work: Work, inFlight: number): Promise<number> {
  let left = PER_ROUND;
  const startedMs = performance.now();
  const lane = async (): Promise<void> => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return ((performance.now() - startedMs) * 1_000) / PER_ROUND;
}

function toRow(what: string, { bareUs, oursUs }: Comparison, goal: string): Row {
  const perSecond = Math.round(1_000_000 / oursUs);
  const measured = `${(bareUs / oursUs).toFixed(2)} (${oursUs.toFixed(0)} / ${bareUs.toFixed(0)} µs; ${perSecond} a second)`;
  return { what, measured, goal };
}
