import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../src/storage/database.ts";
import {
  callSaved,
  COMMAND,
  CREDENTIAL,
  idsIn,
  key,
  keyFile,
  newFolder,
  readKeys,
  runCommand,
  startShop,
  withoutReadOnly,
} from "./command-fixture.ts";
import { startEndpoint, type Endpoint } from "./endpoint.ts";
import { createSite, startErrand } from "./errand.ts";
import { PROCESS_ENVIRONMENT } from "./process-environment.ts";

let endpoint: Endpoint;
beforeAll(async () => {
  endpoint = await startEndpoint();
});
afterAll(() => endpoint.close());

describe("rotate-key with a key file", () => {
  it("seals everything under a fresh key while the server goes on, and takes the old one away", async () => {
    const { errand, path } = await startShop(endpoint);
    const { dataDir } = errand;
    const [old = ""] = idsIn(keyFile(dataDir));
    expect(await readKeys(dataDir)).toEqual({ used: [[old], [old], [old], [old], [old]], checks: [old] });

    const ended = await runCommand(["rotate-key"], { ERRAND_DATA_DIR: dataDir });
    const ids = idsIn(keyFile(dataDir));
    const [fresh = ""] = ids;
    expect(ended).toEqual({
      code: 0,
      error: "",
      out: [
        ...["credentials", "identity secrets", "webhook secrets", "model keys", "signing keys"].map(
          (name) => `${name}: 1 sealed anew, 0 under the key ${fresh} already\n`,
        ),
        `Nothing is sealed any more under: ${old}\n`,
      ].join(""),
    });
    expect([ids.length, fresh === old]).toEqual([1, false]);
    expect(await readKeys(dataDir)).toEqual({
      used: [[fresh], [fresh], [fresh], [fresh], [fresh]],
      checks: [fresh],
    });

    expect((await callSaved(endpoint, { errand, path }))["authorization"]).toBe(`Bearer ${CREDENTIAL}`);
    const saved = await errand.admin<object>("GET", path);
    const auth = { type: "bearer", credential: "sk-live-another-one" };
    await errand.admin("PUT", path, { ...withoutReadOnly(saved), auth });
    expect((await readKeys(dataDir)).used[0]).toEqual([fresh]);
    await errand.restart();
    expect((await callSaved(endpoint, { errand, path }))["authorization"]).toBe("Bearer sk-live-another-one");
  });

  it("killed in the middle leaves a server that works, and goes on with the same key when repeated", async () => {
    const { errand, path } = await startShop(endpoint);
    const { dataDir } = errand;
    const env = { ...PROCESS_ENVIRONMENT, ERRAND_DATA_DIR: dataDir };
    const child = spawn(process.execPath, [COMMAND, "rotate-key"], { env, stdio: "ignore" });
    // It still has the second look before it, a second later.
    await expect.poll(() => idsIn(keyFile(dataDir)).length, { timeout: 10_000, interval: 5 }).toBe(2);
    child.kill("SIGKILL");
    await once(child, "exit");
    const [fresh = "", old = ""] = idsIn(keyFile(dataDir));

    expect((await callSaved(endpoint, { errand, path }))["authorization"]).toBe(`Bearer ${CREDENTIAL}`);
    await errand.restart();
    expect((await callSaved(endpoint, { errand, path }))["authorization"]).toBe(`Bearer ${CREDENTIAL}`);

    const ended = await runCommand(["rotate-key"], { ERRAND_DATA_DIR: dataDir });
    expect([ended.code, ended.error]).toEqual([0, ""]);
    expect(ended.out).toContain(`Nothing is sealed any more under: ${old}`);
    expect(idsIn(keyFile(dataDir))).toEqual([fresh]);
    expect(await readKeys(dataDir)).toEqual({
      used: [[fresh], [fresh], [fresh], [fresh], [fresh]],
      checks: [fresh],
    });
  });

  it("leaves what does not open, with the key it is sealed under, and says so", async () => {
    const { errand } = await startShop(endpoint);
    const { dataDir } = errand;
    const [old = ""] = idsIn(keyFile(dataDir));
    const database = await openDatabase({ dataDir });
    await database
      .updateTable("identity_secrets")
      .set({ site_id: await createSite(errand) })
      .execute();
    await database.destroy();
    const ended = await runCommand(["rotate-key"], { ERRAND_DATA_DIR: dataDir });
    const [fresh = ""] = idsIn(keyFile(dataDir));
    expect(ended.code).toBe(1);
    expect(ended.out).toContain("identity secrets: 0 sealed anew, 0 under");
    expect(ended.out).toContain("1 that do not open: enter or make them again");
    expect(ended.out).toContain(`Still in use, keep them and repeat this later: ${old}\n`);
    expect(idsIn(keyFile(dataDir))).toEqual([fresh, old]);
    expect((await readKeys(dataDir)).checks.toSorted()).toEqual([fresh, old].toSorted());
  });
});

describe("rotate-key with ERRAND_SECRET_KEYS", () => {
  it("waits for a server that knows the new key, then seals everything under it", async () => {
    const dataDir = newFolder();
    const settings = (keys: string) => ({ ERRAND_DATA_DIR: dataDir, ERRAND_SECRET_KEYS: keys });
    const before = await startShop(endpoint, settings(key("old", 1)));
    const both = settings(`${key("new", 2)},${key("old", 1)}`);
    expect(await runCommand(["rotate-key"], both)).toEqual({
      code: 1,
      out: "",
      error:
        'ERRAND_SECRET_KEYS: no server has started with the key "new" yet; restart every server with these settings first\n',
    });
    expect(await readKeys(dataDir)).toEqual({
      used: [["old"], ["old"], ["old"], ["old"], ["old"]],
      checks: ["old"],
    });

    await before.errand.close();
    const during = await startErrand({ endpoint, environment: both });
    onTestFinished(() => during.close());
    const ended = await runCommand(["rotate-key"], both);
    expect(ended).toMatchObject({ code: 0, error: "" });
    expect(ended.out).toContain("credentials: 1 sealed anew, 0 under the key new already\n");
    expect(await readKeys(dataDir)).toEqual({
      used: [["new"], ["new"], ["new"], ["new"], ["new"]],
      checks: ["new"],
    });
    const again = await runCommand(["rotate-key"], both);
    expect(again.out).toContain("credentials: 0 sealed anew, 1 under the key new already\n");
    await during.close();

    const after = await startErrand({ endpoint, environment: settings(key("new", 2)) });
    onTestFinished(() => after.close());
    expect((await callSaved(endpoint, { errand: after, path: before.path }))["authorization"]).toBe(
      `Bearer ${CREDENTIAL}`,
    );
  });

  it("is needed before a start without the key that secrets are sealed under", async () => {
    const settings = (keys: string) => ({ ERRAND_DATA_DIR: dataDir, ERRAND_SECRET_KEYS: keys });
    const dataDir = newFolder();
    for (const keys of [key("old", 1), `${key("new", 2)},${key("old", 1)}`]) {
      await (await startErrand({ environment: settings(keys) })).close();
    }
    await expect(startErrand({ environment: settings(key("new", 2)) })).rejects.toMatchObject({
      name: "ConfigError",
      message: expect.stringContaining(
        'does not open: The key "old" is not in ERRAND_SECRET_KEYS. Give that key too',
      ),
    });
  });

  it("refuses keys that are not the server's, before it changes anything", async () => {
    const dataDir = newFolder();
    const settings = (keys: string) => ({ ERRAND_DATA_DIR: dataDir, ERRAND_SECRET_KEYS: keys });
    await startShop(endpoint, settings(`${key("a", 1)},${key("b", 2)}`));
    const refused: [keys: string, message: string][] = [
      [
        key("c", 3),
        "The data was sealed under the key a, b, which is not among the keys given: c; every server over this data needs the ERRAND_SECRET_KEYS, or the key file, that it began with",
      ],
      [key("a", 9), "The key a is not the one that sealed this data; restore the key of that name"],
      [
        key("b", 2),
        "Secrets are sealed under the key a, which is not among the keys given: b; run this with the settings of the server",
      ],
      ["a:short", 'ERRAND_SECRET_KEYS: key "a" is not 32 bytes in base64'],
    ];
    const before = await readKeys(dataDir);
    for (const [keys, message] of refused) {
      const { code, error } = await runCommand(["rotate-key"], settings(keys));
      expect([code, error]).toEqual([1, expect.stringContaining(message)]);
    }
    const { error } = await runCommand(["rotate-key"], { ERRAND_DATA_DIR: dataDir });
    expect(error).toBe(
      `ERRAND_SECRET_KEYS is not set and ${join(dataDir, "secret.key")} does not exist: set the keys that the server has\n`,
    );
    expect(await readKeys(dataDir)).toEqual(before);
  });
});
