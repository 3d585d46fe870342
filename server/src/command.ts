#!/usr/bin/env node
import { inspect, parseArgs } from "node:util";
import { withServerData, type ServerData } from "./commands/open-server-data.ts";
import { rotateKey } from "./commands/rotate-key.ts";
import { describeReport, runEvals } from "./commands/run-evals.ts";
import { signToken } from "./commands/sign-token.ts";
import { ConfigError, readConfig } from "./config.ts";
import { openSealerBesideServer } from "./credentials/open-sealer.ts";
import { createSigningKeyStore } from "./credentials/signing-key-store.ts";
import { ErrandError } from "./errors.ts";

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const USAGE = `Usage: npm run errand -- <command>, with the settings of the server in the environment

  rotate-key          seals every secret anew under the first key of ERRAND_SECRET_KEYS;
                      without that setting, under a fresh key in the data folder
  rotate-signing-key  makes the key that signs X-Errand-Assertion from now on
  sign-token          prints an identity token or a user hash for trying things out; without options it tells more
  evals --site <id> [--model <spec>]
                      runs a site's sample conversations by its own model or the one named;
                      ends with 1 when one of them fails`;

async function runRotateKey(data: ServerData): Promise<void> {
  const { firstKeyId, tables, stillUsed, retired } = await rotateKey(data);
  for (const { name, resealed, kept, damaged } of tables) {
    const rest = damaged === 0 ? "" : `, ${damaged} that do not open: enter or make them again`;
    print(`${name}: ${resealed} sealed anew, ${kept} under the key ${firstKeyId} already${rest}`);
  }
  if (retired.length > 0) print(`Nothing is sealed any more under: ${retired.join(", ")}`);
  if (stillUsed.length === 0) return;
  print(`Still in use, keep them and repeat this later: ${stillUsed.join(", ")}`);
  process.exitCode = 1;
}

async function runRotateSigningKey({ config, database }: ServerData): Promise<void> {
  const { sealer } = await openSealerBesideServer({ database, ...config });
  const id = await createSigningKeyStore(database, sealer).rotate();
  print(`Calls are signed with ${id} from now on; the keys before it stay published for 24 hours.`);
}

const COMMANDS = new Map([
  ["rotate-key", runRotateKey],
  ["rotate-signing-key", runRotateSigningKey],
]);

async function runSignToken(args: string[]): Promise<void> {
  const surroundings = {
    environment: process.env,
    input: process.stdin,
    readConfig: () => readConfig(process.env),
  };
  print(await signToken(args, surroundings));
}

async function reportEvals(args: string[]): Promise<void> {
  const config = readConfig(process.env);
  const options = readEvalOptions(args);
  const report = await withServerData(config, (data) => runEvals(data, config, options));
  for (const line of describeReport(report)) print(line);
  if (report.failed > 0) process.exitCode = 1;
}

function readEvalOptions(args: string[]): { site: string; model: string | undefined } {
  const options = { site: { type: "string" }, model: { type: "string" } } as const;
  try {
    const { values } = parseArgs({ args, options });
    if (values.site !== undefined) return { site: values.site, model: values.model };
  } catch (error) {
    throw new ConfigError(USAGE, { cause: error });
  }
  throw new ConfigError(USAGE);
}

async function run(): Promise<void> {
  const [name = "", ...rest] = process.argv.slice(2);
  if (name === "sign-token") return runSignToken(rest);
  if (name === "evals") return reportEvals(rest);
  const work = rest.length === 0 ? COMMANDS.get(name) : undefined;
  if (!work) throw new ConfigError(USAGE);
  await withServerData(readConfig(process.env), work);
}

try {
  await run();
} catch (error) {
  const isForOperator = error instanceof ConfigError || error instanceof ErrandError;
  process.stderr.write(`${isForOperator ? error.message : inspect(error)}\n`);
  process.exitCode = 1;
}
