import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { describeEachDatabase } from "../../test/databases.ts";
import type { Database } from "../storage/database.ts";
import { openSealer } from "./open-sealer.ts";

const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString("base64")}`;
const context = { purpose: "webhook_secret", site: "site_1", secret: "whs_1" } as const;

describeEachDatabase("the sealer", (open) => {
  let database: Database;
  beforeEach(async () => {
    database = await open();
  });

  const start = (secretKeys: string | undefined, dataDir = "/nowhere") =>
    openSealer({ database, secretKeys, dataDir });

  it("opens after a restart what it sealed before", async () => {
    const sealed = (await start(key("k1", 1))).seal("whsec_1", context);
    expect((await start(key("k1", 1))).open(sealed, context)).toBe("whsec_1");
    expect((await start(`${key("k2", 2)},${key("k1", 1)}`)).open(sealed, context)).toBe("whsec_1");
  });

  it("refuses to start with another key of the same id", async () => {
    await start(key("k1", 1));
    await expect(start(key("k1", 2))).rejects.toThrow("The key k1 is not the one that sealed this data");
  });

  it("refuses to start with none of the keys that it had", async () => {
    await start(key("k1", 1));
    await expect(start(key("k2", 2))).rejects.toThrow(
      "The data was sealed under the key k1, which is not among the keys given: k2; every server over this data needs the ERRAND_SECRET_KEYS, or the key file, that it began with",
    );
  });

  it("keeps its key in the data folder when the settings name none", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "errand-sealer-"));
    onTestFinished(() => rmSync(dataDir, { recursive: true }));
    const sealed = (await start(undefined, dataDir)).seal("whsec_1", context);
    expect(readdirSync(dataDir)).toEqual(["secret.key"]);
    expect((await start(undefined, dataDir)).open(sealed, context)).toBe("whsec_1");
  });
});
