import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMAND } from "./command-fixture.ts";
import { createSite, openSession, startErrand, type Errand } from "./errand.ts";
import { PROCESS_ENVIRONMENT } from "./process-environment.ts";

let errand: Errand;
let site: string;
let jwt: string;
let hash: string;

beforeAll(async () => {
  errand = await startErrand();
  site = await createSite(errand);
  const make = async (kind: string) =>
    (await errand.admin<{ secret: string }>("POST", `/sites/${site}/identity-secrets`, { kind })).secret;
  [jwt, hash] = [await make("jwt"), await make("user_hash")];
});
afterAll(() => errand.close());

const run = (args: string[], environment: Record<string, string> = {}, input = "") =>
  end(process.execPath, [COMMAND, "sign-token", ...args], environment, input);

async function end(program: string, args: string[], environment: Record<string, string>, input: string) {
  const env = { ...PROCESS_ENVIRONMENT, ...environment };
  const child = spawn(program, args, { env });
  child.stdin.end(input);
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const [out, error, code] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { out, error, code };
}

const visitorOf = async (identity: object) => (await openSession(errand, site, { identity })).session.visitor;

describe("sign-token", () => {
  it("signs a token that the server takes, with the secret from the environment", async () => {
    const args = ["--user", "42", "--email", "ada@example.com", "--name", "Ada Ə", "--claim", "plan=pro"];
    const more = ["--claim", 'roles=["a","b"]', "--claim", "level=1", "--minutes", "5", "--audience", site];
    const { out, error, code } = await run([...args, ...more], { ERRAND_IDENTITY_SECRET: jwt });
    expect([error, code]).toEqual(["", 0]);
    const token = out.trim();
    expect(await visitorOf({ token })).toEqual({
      verification: "jwt",
      user_id: "42",
      user_email: "ada@example.com",
      user_name: "Ada Ə",
    });
    const { iat = 0, exp = 0, ...claims } = decodeJwt(token);
    expect(claims).toMatchObject({ plan: "pro", roles: ["a", "b"], level: 1, aud: site });
    expect(exp - iat).toBe(300);
  });

  it("computes a user hash with a secret for those, from standard input", async () => {
    const { out } = await run(["--user", "müştəri-42"], {}, `${hash}\n`);
    expect(out).toBe(`${createHmac("sha256", hash).update("müştəri-42").digest("hex")}\n`);
    expect(await visitorOf({ user_id: "müştəri-42", user_hash: out.trim() })).toMatchObject({
      verification: "user_hash",
    });
  });

  it("stands in the workspace as a program, as npx starts it", async () => {
    const program = join(import.meta.dirname, "../../node_modules/.bin/errand");
    const { out, code } = await end(program, ["sign-token", "--user", "42"], {}, jwt);
    expect(code).toBe(0);
    expect(await visitorOf({ token: out.trim() })).toMatchObject({ user_id: "42" });
  });

  it("takes a site's newest secret from the data of the server, which may run", async () => {
    const environment = { ERRAND_DATA_DIR: errand.dataDir };
    const { out } = await run(["--user", "42", "--site", site], environment);
    expect(await visitorOf({ token: out.trim() })).toMatchObject({ verification: "jwt" });
    const hashed = await run(["--user", "42", "--site", site, "--hash"], environment);
    expect(hashed.out.trim()).toBe(createHmac("sha256", hash).update("42").digest("hex"));
  });

  it.each([
    ["nobody", [], "", "Usage: npm run errand -- sign-token"],
    ["no secret", ["--user", "42"], "", "ERRAND_IDENTITY_SECRET or from standard input"],
    ["an unknown option", ["--user", "42", "--admin"], "x", "--admin"],
    ["a short secret", ["--user", "42"], "short", "at least 32 bytes"],
    ["a lifetime of none", ["--user", "42", "--minutes", "0"], "ids_jwt_".padEnd(51, "x"), '--minutes: "0"'],
    [
      "a claim without a value",
      ["--user", "42", "--claim", "plan"],
      "ids_jwt_".padEnd(51, "x"),
      '--claim: "plan"',
    ],
    [
      "a hash under a secret for tokens",
      ["--user", "42", "--hash"],
      "ids_jwt_".padEnd(51, "x"),
      "--hash needs",
    ],
  ])("refuses %s and says what is needed", async (_name, args, input, words) => {
    const { out, error, code } = await run(args, {}, input);
    expect([out, code, error]).toEqual(["", 1, expect.stringContaining(words)]);
  });

  it("says when the site has no such secret", async () => {
    const other = await createSite(errand);
    const { error } = await run(["--user", "42", "--site", other], { ERRAND_DATA_DIR: errand.dataDir });
    expect(error).toBe(`--site: "${other}" has no live identity secret of the kind jwt\n`);
  });
});
