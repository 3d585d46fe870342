import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { loadOrCreateKeyFile, prependKey, readKeyFile, removeKeys } from "./key-file.ts";

vi.mock("node:fs", async (importOriginal) => {
  const fs = await importOriginal<typeof import("node:fs")>();
  return { ...fs, readFileSync: vi.fn(fs.readFileSync) };
});

function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), "errand-keys-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "data", "secret-keys");
}

const keysOf = (path: string) =>
  [...loadOrCreateKeyFile(path).keys].map(([id, key]) => `${id}:${key.export().toString("base64")}`);

it("makes a file that only its owner can read, and reads the same key from it ever after", () => {
  const path = newPath();
  const keys = keysOf(path);
  expect(keys).toHaveLength(1);
  expect(readFileSync(path, "utf8")).toBe(`${keys[0]}\n`);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(dirname(path))).toEqual(["secret-keys"]);
  expect(keysOf(path)).toEqual(keys);
  expect(keysOf(newPath())).not.toEqual(keys);
});

it("takes the key of another start that made the file at the same moment", () => {
  const path = newPath();
  const winners = keysOf(path);
  const missing = Object.assign(new Error("ENOENT"), { code: "ENOENT" });
  vi.mocked(readFileSync).mockImplementationOnce(() => {
    throw missing;
  });
  expect(keysOf(path)).toEqual(winners);
  expect(readdirSync(dirname(path))).toEqual(["secret-keys"]);
});

it("takes a fresh key before the others, and loses those that are needed no more", () => {
  const path = newPath();
  const [old = ""] = keysOf(path);
  const { firstKeyId, keys } = prependKey(path);
  expect([...keys.keys()]).toEqual([firstKeyId, old.split(":", 1)[0]]);
  expect(keysOf(path)).toEqual([expect.stringMatching(`^${firstKeyId}:`), old]);
  removeKeys(path, new Set([old.split(":", 1)[0] ?? ""]));
  expect([...readKeyFile(path).keys.keys()]).toEqual([firstKeyId]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(dirname(path))).toEqual(["secret-keys"]);
});

it("is not made by whoever only reads it", () => {
  const path = newPath();
  expect(() => readKeyFile(path)).toThrow("ENOENT");
  expect(existsSync(dirname(path))).toBe(false);
});

it.each(["", "\n", "k1:short", "garbage"])("refuses a file that holds %j and leaves it alone", (text) => {
  const path = newPath();
  loadOrCreateKeyFile(path);
  writeFileSync(path, text);
  expect(() => loadOrCreateKeyFile(path)).toThrow(`key file ${path}: `);
  expect(() => loadOrCreateKeyFile(path)).toThrow("Restore it from a backup");
  expect(readFileSync(path, "utf8")).toBe(text);
});
