import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { X509Certificate } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCertificates } from "./certificates.ts";
import { findFreePort } from "./ports.ts";
import { AlreadyRunning, takeRunLock } from "./run-lock.ts";
import type { ShopFolder } from "./shop-folder.ts";
import { openShopFolder } from "./shop-folder.ts";
import { readShopKeys } from "./shop-keys.ts";

let root: string;
let folder: ShopFolder;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "errand-shop-"));
  folder = openShopFolder(join(root, "shop"));
});
afterEach(() => rmSync(root, { recursive: true }));

describe("the data folder", () => {
  it("is held by one process, which the next one is told of", () => {
    const lock = takeRunLock(folder);
    lock.note("open http://localhost:4000");
    const sentence = `It already runs: process ${process.pid}, open http://localhost:4000.`;
    expect(() => takeRunLock(folder)).toThrow(new AlreadyRunning(sentence));
    lock.release();
    expect(folder.read("running.txt")).toBeUndefined();
    takeRunLock(folder).release();
  });

  it("is free when the process that held it was killed", () => {
    folder.write("running.txt", `process ${process.pid}`);
    takeRunLock(folder).release();
    expect(folder.read("running.txt")).toBeUndefined();
  });

  it("keeps the same keys over restarts, for its owner's eyes only", () => {
    const keys = readShopKeys(folder);
    expect(readShopKeys(folder)).toEqual(keys);
    expect(statSync(folder.path("keys.json")).mode & 0o777).toBe(0o600);
  });
});

describe("the certificates", () => {
  const now = new Date("2026-03-10T12:00:00Z");
  const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

  it("name localhost and 127.0.0.1 under the authority", async () => {
    const { authorityFile, certificate, key } = await readCertificates(folder, now);
    const server = new X509Certificate(certificate);
    const authority = new X509Certificate(folder.read("authority.pem") ?? "");
    expect(server.subjectAltName).toBe("DNS:localhost, IP Address:127.0.0.1");
    expect(server.verify(authority.publicKey)).toBe(true);
    expect(authorityFile).toBe(folder.path("authority.pem"));
    expect(key).toContain("BEGIN PRIVATE KEY");
    expect(statSync(folder.path("key.pem")).mode & 0o777).toBe(0o600);
  });

  it("are kept until a week before they expire, then made again", async () => {
    const first = await readCertificates(folder, now);
    expect(await readCertificates(folder, inDays(82))).toEqual(first);
    expect(await readCertificates(folder, inDays(84))).not.toEqual(first);
  });
});

describe("a port that is taken", () => {
  const hasIpv6 = networkInterfaces()["lo"]?.some(({ family }) => family === "IPv6");
  for (const host of ["127.0.0.1", "0.0.0.0", ...(hasIpv6 ? ["::1"] : [])]) {
    it(`on ${host} is passed over`, async () => {
      const base = await findFreePort(28_100);
      const other = createServer();
      await new Promise<void>((resolve) => {
        other.listen(base, host, resolve);
      });
      expect(await findFreePort(base, [base + 1])).toBe(await findFreePort(base + 2));
      other.close();
    });
  }
});
