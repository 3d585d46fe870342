import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createAuthority } from "../test/certificates.ts";
import { ConfigError, readConfig } from "./config.ts";

const folder = mkdtempSync(join(tmpdir(), "errand-config-"));
const brokenCa = join(folder, "broken.pem");
writeFileSync(brokenCa, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
afterAll(() => rmSync(folder, { recursive: true }));

const PORT = "must be a port number from 0 to 65535, such as 3000";
const ORIGIN = "must be an origin without a path, such as https://chat.example.com";
const PROXY =
  "must be false, the number of proxies before this server, or their addresses, such as 10.0.0.0/8";
const BASE_URL = "must be an http or https URL, such as http://127.0.0.1:11434/v1";
const REDIS =
  "must begin with redis:// or rediss:// and name a host, and after it nothing but the number of a database, such as redis://:password@cache.internal:6379/0";
const PRIVATE = "must be https origins, comma-separated, such as https://orders.internal:8443";

const bad: [name: string, value: string, sentence: string][] = [
  ["ERRAND_PORT", "abc", `"abc" ${PORT}`],
  ["ERRAND_PORT", "  ", `"  " ${PORT}`],
  ["ERRAND_PORT", "-1", `"-1" ${PORT}`],
  ["ERRAND_PORT", "0x50", `"0x50" ${PORT}`],
  ["ERRAND_PORT", "3000.5", `"3000.5" ${PORT}`],
  ["ERRAND_PORT", "70000", `"70000" ${PORT}`],
  ["ERRAND_PUBLIC_URL", "chat.example.com", `"chat.example.com" ${ORIGIN}`],
  ["ERRAND_PUBLIC_URL", "https://chat.example.com/x", `"https://chat.example.com/x" ${ORIGIN}`],
  ["ERRAND_PUBLIC_URL", "ftp://chat.example.com", `"ftp://chat.example.com" ${ORIGIN}`],
  ["ERRAND_DATABASE_URL", "mysql://user:secret@db/x", "its value must begin with postgres://"],
  ["ERRAND_REDIS_URL", "127.0.0.1:6379", `its value ${REDIS}`],
  ["ERRAND_REDIS_URL", "http://:secret@cache", `its value ${REDIS}`],
  ["ERRAND_REDIS_URL", "redis://", `its value ${REDIS}`],
  ["ERRAND_REDIS_URL", "redis://cache/zero", `its value ${REDIS}`],
  ["ERRAND_REDIS_URL", "redis://:secret@cache/0?family=6", `its value ${REDIS}`],
  ["ERRAND_ADMIN_PASSWORD", "secret", "its value must be at least 8 characters long"],
  ["ERRAND_ADMIN_TOKEN", "secret", "its value must be at least 16 characters long"],
  ["ERRAND_PRIVATE_ORIGINS", "http://a.internal", `"http://a.internal" ${PRIVATE}`],
  ["ERRAND_PRIVATE_ORIGINS", "https://a.internal,b", `"https://a.internal,b" ${PRIVATE}`],
  ["ERRAND_CA_FILE", join(folder, "none"), `"${join(folder, "none")}" must be a file that can be read`],
  ["ERRAND_CA_FILE", folder, `"${folder}" must be a file that can be read`],
  ["ERRAND_CA_FILE", brokenCa, `"${brokenCa}" must hold certificates in PEM`],
  ["ERRAND_MODEL_BASE_URL", "localhost:11434", `"localhost:11434" ${BASE_URL}`],
  ["ERRAND_MODEL_BASE_URL", "file:///etc/passwd", `"file:///etc/passwd" ${BASE_URL}`],
  ["ERRAND_TRUST_PROXY", "true", `"true" ${PROXY}`],
  ["ERRAND_TRUST_PROXY", "yes", `"yes" ${PROXY}`],
  ["ERRAND_TRUST_PROXY", "10.0.0.0/33", `"10.0.0.0/33" ${PROXY}`],
  ["ERRAND_TRUST_PROXY", "10.0.0.256", `"10.0.0.256" ${PROXY}`],
  ["ERRAND_LOG_LEVEL", "loud", '"loud" must be one of trace, debug, info, warn, error, fatal, silent'],
];

describe("a setting that is not usable", () => {
  for (const [name, value, sentence] of bad) {
    it(`stops the start and says so: ${name}=${value}`, () => {
      const read = (): unknown => readConfig({ [name]: value });
      expect(read).toThrow(ConfigError);
      expect(read).toThrow(new ConfigError(`${name}: ${sentence}`));
    });
  }
});

describe("settings", () => {
  it("have defaults, and an empty value counts as not set", () => {
    const defaults = {
      port: 3000,
      dataDir: "./data",
      privateOrigins: [],
      model: "built-in",
      trustProxy: false,
      logLevel: "info",
    };
    expect(readConfig({})).toEqual(defaults);
    expect(readConfig({ ERRAND_PORT: "", ERRAND_TRUST_PROXY: "" })).toEqual(defaults);
  });

  it("are read as they are meant", async () => {
    const caFile = join(folder, "ca.pem");
    const { caPem } = await createAuthority();
    writeFileSync(caFile, caPem);
    const config = readConfig({
      ERRAND_PORT: "0",
      ERRAND_PUBLIC_URL: "https://chat.example.com/",
      ERRAND_PRIVATE_ORIGINS: "https://a.internal, https://b.internal:8443",
      ERRAND_CA_FILE: caFile,
    });
    expect(config).toMatchObject({
      port: 0,
      publicUrl: "https://chat.example.com",
      privateOrigins: ["https://a.internal", "https://b.internal:8443"],
      extraCa: caPem,
    });
  });

  for (const [text, value] of [
    ["false", false],
    ["0", 0],
    ["2", 2],
    ["loopback, 10.0.0.0/8, fd00::1", "loopback, 10.0.0.0/8, fd00::1"],
  ] as const) {
    it(`take ERRAND_TRUST_PROXY=${text}`, () => {
      expect(readConfig({ ERRAND_TRUST_PROXY: text }).trustProxy).toBe(value);
    });
  }
});
