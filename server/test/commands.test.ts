import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callSaved, newFolder, runCommand, startShop } from "./command-fixture.ts";
import { startEndpoint, type Endpoint } from "./endpoint.ts";

let endpoint: Endpoint;
beforeAll(async () => {
  endpoint = await startEndpoint();
});
afterAll(() => endpoint.close());

it("rotate-signing-key makes a key that signs at once, while assertions of the old one still verify", async () => {
  const { errand, path } = await startShop(endpoint);
  const verify = async (headers: Record<string, string>) => {
    const keys = createRemoteJWKSet(new URL(`${errand.url}/.well-known/jwks.json`));
    return (await jwtVerify(headers["x-errand-assertion"] ?? "", keys)).protectedHeader.kid;
  };
  const before = await callSaved(endpoint, { errand, path });
  const old = await verify(before);
  const ended = await runCommand(["rotate-signing-key"], { ERRAND_DATA_DIR: errand.dataDir });
  expect(ended).toMatchObject({ code: 0, error: "" });
  const after = await callSaved(endpoint, { errand, path });
  const fresh = (await verify(after)) ?? "";
  expect(fresh).not.toBe(old);
  expect(ended.out).toContain(fresh);
  expect(await verify(before)).toBe(old);
});

describe("a command", () => {
  it("refuses a folder without a server's data, and makes none there", async () => {
    const dataDir = join(newFolder(), "nothing");
    const ended = await runCommand(["rotate-signing-key"], { ERRAND_DATA_DIR: dataDir });
    expect(ended).toEqual({
      code: 1,
      out: "",
      error: `ERRAND_DATA_DIR: "${dataDir}" holds no data of a server\n`,
    });
  });

  it("waits for no other that changes the same keys", async () => {
    const { errand } = await startShop(endpoint);
    const lock = new DatabaseSync(join(errand.dataDir, "secret.key.lock"));
    lock.exec("BEGIN EXCLUSIVE");
    const ended = await runCommand(["rotate-key"], { ERRAND_DATA_DIR: errand.dataDir });
    lock.close();
    const error = "Another command is changing the keys of this data; wait for it to end\n";
    expect(ended).toEqual({ code: 1, out: "", error });
  });

  it.each([[[]], [["rotate"]], [["rotate-key", "now"]]])(
    "%j is answered with what there is",
    async (args) => {
      const { code, error } = await runCommand(args, {});
      expect([code, error]).toEqual([1, expect.stringContaining("rotate-signing-key")]);
    },
  );
});
