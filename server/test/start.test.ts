import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import {
  ADMIN_TOKEN,
  connectErrand,
  createAction,
  createSite,
  letCall,
  openSession,
  type ErrandClient,
} from "./errand.ts";
import { openDatabase } from "../src/storage/database.ts";
import { startEndpoint } from "./endpoint.ts";
import { PROCESS_ENVIRONMENT } from "./process-environment.ts";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const workDir = mkdtempSync(join(tmpdir(), "errand-start-"));
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});
afterAll(() => rmSync(workDir, { recursive: true, force: true }));

interface Started {
  child: ChildProcess;
  /** What it wrote and how it ended. */
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
  /** Where it listens. */
  url: Promise<string>;
}

function startMain(settings: Record<string, string>): Started {
  const env = {
    ...PROCESS_ENVIRONMENT,
    ERRAND_PORT: "0",
    ERRAND_HOST: "127.0.0.1",
    ERRAND_ADMIN_TOKEN: ADMIN_TOKEN,
    ERRAND_LOG_LEVEL: "silent",
    ...settings,
  };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  const url = Promise.withResolvers<string>();
  let printed = "";
  child.stdout.on("data", (chunk) => {
    const found = /http:\/\/\S+(?=\n)/.exec((printed += String(chunk)))?.[0];
    if (found) url.resolve(found);
  });
  const ended = Promise.all([once(child, "exit"), text(child.stdout), text(child.stderr)]).then(
    ([[code], stdout, stderr]) => ({ code: code as number | null, stdout, stderr }),
  );
  return { child, ended, url: url.promise };
}

describe("a start that cannot be", () => {
  const dataDir = (name: string): string => join(workDir, name);

  it("says which setting is wrong in one sentence and ends with 1", async () => {
    const ended = await startMain({ ERRAND_DATA_DIR: dataDir("bad"), ERRAND_PORT: "abc" }).ended;
    expect(ended).toEqual({
      code: 1,
      stdout: "",
      stderr: 'ERRAND_PORT: "abc" must be a port number from 0 to 65535, such as 3000.\n',
    });
  });

  it("says that the port is taken, and leaves no data whose first password nobody saw", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const port = String((other.address() as AddressInfo).port);
    const ended = await startMain({ ERRAND_DATA_DIR: dataDir("taken"), ERRAND_PORT: port }).ended;
    other.close();
    expect(ended).toEqual({
      code: 1,
      stdout: "",
      stderr: `ERRAND_PORT: ${port} is taken by another program; stop it or choose another port.\n`,
    });
    expect(existsSync(dataDir("taken"))).toBe(false);
  });

  it("says that an address is not this machine's", async () => {
    const settings = { ERRAND_DATA_DIR: dataDir("host"), ERRAND_HOST: "203.0.113.1" };
    expect(await startMain(settings).ended).toEqual({
      code: 1,
      stdout: "",
      stderr: 'ERRAND_HOST: "203.0.113.1" must be an address of this machine, such as 127.0.0.1.\n',
    });
  });

  it("says that the data folder is no folder", async () => {
    writeFileSync(dataDir("file"), "");
    const ended = await startMain({ ERRAND_DATA_DIR: dataDir("file") }).ended;
    expect([ended.code, ended.stderr]).toEqual([
      1,
      expect.stringMatching(/^ERRAND_DATA_DIR: ".*file" must be a folder that .*\.\n$/),
    ]);
  });

  const settings: [name: string, value: string][] = [
    ["ERRAND_SECRET_KEYS", "k1:c2hvcnQ="],
    ["ERRAND_MODEL", "nonsense"],
    ["ERRAND_MODEL", "compatible:llama"],
    ["ERRAND_DATABASE_URL", "postgres://nobody:hunter2secret@127.0.0.1:1/none"],
  ];
  for (const [name, value] of settings) {
    it(`says in one sentence what is wrong with ${name}=${value}`, async () => {
      const ended = await startMain({ ERRAND_DATA_DIR: dataDir("settings"), [name]: value }).ended;
      expect([ended.code, ended.stdout]).toEqual([1, ""]);
      expect(ended.stderr).toMatch(/^[^\n]*ERRAND_[A-Z_]+[^\n]*[^.]\.\n$/);
      expect(ended.stderr).toContain(name);
      expect(ended.stderr).not.toMatch(/hunter2secret|c2hvcnQ|\n\s+at /);
    });
  }

  it("refuses a data folder that another server holds, until that one is gone, even killed", async () => {
    const first = startMain({ ERRAND_DATA_DIR: dataDir("shared") });
    await first.url;
    expect(await startMain({ ERRAND_DATA_DIR: dataDir("shared") }).ended).toEqual({
      code: 1,
      stdout: "",
      stderr: `ERRAND_DATA_DIR: "${dataDir("shared")}" is in use by another Errand server; stop it or choose another folder.\n`,
    });
    first.child.kill("SIGKILL");
    await first.ended;
    expect(await startMain({ ERRAND_DATA_DIR: dataDir("shared") }).url).toMatch(/^http:/);
  });
});

describe("a first start", () => {
  it("keeps the owner's password as a hash that is dear to guess at", async () => {
    const dataDir = join(workDir, "first");
    await startMain({ ERRAND_DATA_DIR: dataDir }).url;
    const database = await openDatabase({ dataDir });
    const hashes = await database.selectFrom("admins").select("password_hash").execute();
    await database.destroy();
    expect(hashes).toEqual([{ password_hash: expect.stringMatching(/^scrypt\$32768\$8\$3\$/) }]);
  });
});

describe("SIGTERM", () => {
  it("lets a change that is under way end, tells its reader, and ends with 0", async () => {
    const endpoint = await startEndpoint();
    const settings = { ERRAND_DATA_DIR: join(workDir, "term"), ...letCall(endpoint, workDir) };
    const server = startMain(settings);
    const errand: ErrandClient = connectErrand(await server.url);
    const site = await createSite(errand);
    await createAction(errand, site, {
      identifier: "restart_box",
      name: "Restart box",
      whenToUse: "Restart the box.",
      examples: ["restart my box"],
      method: "POST",
      url: `${endpoint.origin}/restart`,
      confirmation: "never",
    });
    const arrived = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    endpoint.answer = async () => {
      arrived.resolve();
      await gate.promise;
      return { body: { done: true } };
    };
    const visitor = await openSession(errand, site);
    const reply = visitor.say("cnv_term_0001", "restart my box", "msg_term_0001");
    await arrived.promise;
    server.child.kill("SIGTERM");
    gate.resolve();
    const types = (await reply).map((chunk) => chunk.type);
    expect(types).toContain("tool-output-available");
    expect(await server.ended).toMatchObject({ code: 0, stderr: "" });

    errand.url = await startMain(settings).url;
    await visitor.say("cnv_term_0001", "restart my box", "msg_term_0001");
    expect(endpoint.seen).toHaveLength(1);
    await endpoint.close();
  });
});
