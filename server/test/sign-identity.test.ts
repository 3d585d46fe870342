import { execFile, spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSecret, createSite, openSession, startErrand, type Errand } from "./errand.ts";

const GUIDE = readFileSync(new URL("../docs/sign-identity.md", import.meta.url), "utf8");
/** Compilers take their time on a busy machine. */
const PATIENCE_MS = 180_000;

/** A way to run a sample in its language. */
interface Runner {
  language: string;
  file: string;
  program: string;
  args: string[];
  /** Asks whether the program is here. */
  version: string;
}

const RUNNERS: Runner[] = [
  { language: "js", file: "sample.mjs", program: process.execPath, args: [], version: "--version" },
  { language: "php", file: "sample.php", program: "php", args: [], version: "--version" },
  { language: "python", file: "sample.py", program: "python3", args: [], version: "--version" },
  { language: "ruby", file: "sample.rb", program: "ruby", args: [], version: "--version" },
  { language: "go", file: "sample.go", program: "go", args: ["run"], version: "version" },
  {
    language: "java",
    file: "Sample.java",
    program: "java",
    args: ["-Dfile.encoding=UTF-8"],
    version: "-version",
  },
];
const LANGUAGES = [...RUNNERS.map(({ language }) => language), "csharp"];

let errand: Errand;
let site: string;
let folder: string;
let environment: Record<string, string | undefined>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "errand-guide-"));
  errand = await startErrand();
  site = await createSite(errand);
  environment = {
    PATH: process.env["PATH"],
    HOME: process.env["HOME"],
    LC_ALL: "C.UTF-8",
    ERRAND_JWT_SECRET: await createSecret(errand, site, "jwt"),
    ERRAND_HASH_SECRET: await createSecret(errand, site, "user_hash"),
  };
});
afterAll(async () => {
  await errand.close();
  rmSync(folder, { recursive: true });
});

/** The samples of a language in a chapter of the guide. */
function samplesIn(chapter: string, language: string): string[] {
  const [, text = ""] = GUIDE.split(`\n## ${chapter}\n`);
  const [own = ""] = text.split("\n## ");
  return [...own.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, "g"))].map(
    ([, code]) => code ?? "",
  );
}

/** Runs a sample for a visitor with this id; answers what it prints. */
async function runSample({ file, program, args }: Runner, code: string, userId: string): Promise<string> {
  const path = join(folder, file);
  writeFileSync(path, code.replaceAll('"42"', JSON.stringify(userId)));
  const { stdout } = await promisify(execFile)(program, [...args, path], { env: environment });
  return stdout;
}

const visitorOf = async (identity: object) => (await openSession(errand, site, { identity })).session.visitor;
const PROFILE = { user_email: "ada@example.com", user_name: "Ada Əliyeva" };

it.each(LANGUAGES)("the guide has one sample of a token and one of a hash in %s", (language) => {
  expect(samplesIn("Sign a token", language)).toHaveLength(1);
  expect(samplesIn("Compute a user hash", language)).toHaveLength(1);
});

for (const runner of RUNNERS) {
  const { language, program, version } = runner;
  if (spawnSync(program, [version]).status !== 0) {
    process.emitWarning(`${program} is not here: the guide's samples in ${language} are not executed.`);
    continue;
  }
  describe(`the guide's sample in ${language}`, () => {
    it.each(["42", "müştəri-42"])(
      "signs a token for %s that the server takes",
      async (userId) => {
        const [code = ""] = samplesIn("Sign a token", language);
        const token = (await runSample(runner, code, userId)).trimEnd();
        expect(await visitorOf({ token })).toEqual({ verification: "jwt", user_id: userId, ...PROFILE });
      },
      PATIENCE_MS,
    );

    it.each(["42", "müştəri-42"])(
      "computes a hash of %s that the server takes",
      async (userId) => {
        const [code = ""] = samplesIn("Compute a user hash", language);
        const user_hash = (await runSample(runner, code, userId)).trimEnd();
        const visitor = await visitorOf({ user_id: userId, user_hash });
        expect(visitor).toEqual({ verification: "user_hash", user_id: userId });
      },
      PATIENCE_MS,
    );
  });
}

it("the guide's sample with a private key signs a token that the server takes", async () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const keyFile = join(folder, "private.pem");
  writeFileSync(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }));
  const value = publicKey.export({ type: "spki", format: "pem" });
  await errand.admin("POST", `/sites/${site}/identity-keys`, { source: "pem", value, algorithm: "EdDSA" });
  environment["ERRAND_PRIVATE_KEY_FILE"] = keyFile;
  const [code = ""] = samplesIn("Sign with a private key instead", "js");
  const runner = RUNNERS[0] as Runner;
  const token = (await runSample(runner, code, "42")).trimEnd();
  expect(await visitorOf({ token })).toEqual({ verification: "jwt", user_id: "42", ...PROFILE });
});
