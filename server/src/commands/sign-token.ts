import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { SignJWT } from "jose/jwt/sign";
import type { SecretKind } from "@errand/shared/identity-keys";
import { ConfigError } from "../config.ts";
import { openSealerBesideServer } from "../credentials/open-sealer.ts";
import { toHmacKey } from "../identity/secret-key.ts";
import { computeUserHash } from "../identity/user-hash.ts";
import { createIdentitySecretStore } from "../sites/identity-secret-store.ts";
import { withServerData, type ServerData } from "./open-server-data.ts";

const USAGE = `Usage: npm run errand -- sign-token --user <id> [options], which prints a token or a user hash

  --email, --name, --locale <text>   claims of a token
  --claim <name>=<value>             any other claim; a value that is JSON is taken as such; may be repeated
  --audience <site id>               the "aud" of the token
  --minutes <number>                 how long the token lives: 10 unless given, at most 1440
  --site <site id>                   takes the site's newest secret from the server's data
  --hash                             prints a user hash, with --site

Without --site, the secret comes from ERRAND_IDENTITY_SECRET or from standard input; ids_hash_… makes a user hash.`;

const OPTIONS = {
  user: { type: "string" },
  email: { type: "string" },
  name: { type: "string" },
  locale: { type: "string" },
  claim: { type: "string", multiple: true },
  audience: { type: "string" },
  minutes: { type: "string", default: "10" },
  site: { type: "string" },
  hash: { type: "boolean", default: false },
} as const;

type Options = ReturnType<typeof readOptions>;

interface Surroundings {
  environment: Record<string, string | undefined>;
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  /** The server's settings, read when its data is needed. */
  readConfig: () => ServerData["config"];
}

/** A proof of identity for trying things out. @throws ConfigError when something is missing or not usable */
export async function signToken(args: readonly string[], surroundings: Surroundings): Promise<string> {
  const options = readOptions(args);
  const { user } = options;
  if (user === undefined || user === "") throw new ConfigError(USAGE);
  const secret = await findSecret(options, surroundings);
  const key = attempt(() => toHmacKey(secret));
  const isHash = secret.startsWith("ids_hash_");
  if (options.hash && !isHash) throw new ConfigError("--hash needs a secret for user hashes (ids_hash_…)");
  if (isHash) return computeUserHash(secret, user);
  const { email, name, locale, audience } = options;
  const known = Object.entries({ email, name, locale }).filter(([, value]) => value !== undefined);
  const token = new SignJWT({ ...readClaims(options.claim ?? []), ...Object.fromEntries(known), sub: user })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuedAt()
    .setExpirationTime(`${readMinutes(options.minutes)} minutes`);
  return (audience === undefined ? token : token.setAudience(audience)).sign(key);
}

function readOptions(args: readonly string[]) {
  return attempt(() => parseArgs({ args: [...args], options: OPTIONS }).values);
}

function readMinutes(given: string): number {
  const minutes = Number(given);
  if (/^\d+$/.test(given) && minutes >= 1 && minutes <= 1_440) return minutes;
  throw new ConfigError(`--minutes: "${given}" must be a whole number from 1 to 1440`);
}

function readClaims(given: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    given.map((claim) => {
      const [, name, value] = /^([^=]+)=(.*)$/s.exec(claim) ?? [];
      if (name === undefined)
        throw new ConfigError(`--claim: "${claim}" must be a name=value, such as plan=pro`);
      return [name, toValue(value ?? "")];
    }),
  );
}

function toValue(given: string): unknown {
  try {
    return JSON.parse(given) as unknown;
  } catch {
    return given;
  }
}

async function findSecret(options: Options, surroundings: Surroundings): Promise<string> {
  const { site, hash } = options;
  if (site !== undefined) {
    const kind = hash ? "user_hash" : "jwt";
    return withServerData(surroundings.readConfig(), (data) => newestSecret(data, site, kind));
  }
  const given = surroundings.environment["ERRAND_IDENTITY_SECRET"];
  if (given) return given;
  if (surroundings.input.isTTY) throw new ConfigError(USAGE);
  const piped = (await text(surroundings.input)).trim();
  if (piped === "") throw new ConfigError(USAGE);
  return piped;
}

async function newestSecret(
  { config, database }: ServerData,
  site: string,
  kind: SecretKind,
): Promise<string> {
  const { sealer } = await openSealerBesideServer({ database, ...config });
  const [newest] = await createIdentitySecretStore(database, sealer).live(site, kind);
  if (newest) return newest.secret;
  throw new ConfigError(`--site: "${site}" has no live identity secret of the kind ${kind}`);
}

function attempt<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
