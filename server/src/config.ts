import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import * as z from "zod";

/** The operator's settings, read once at start. */
export interface Config {
  port: number;
  host: string | undefined;
  /** The origin under which browsers and endpoints know this server; made from the port when not set. */
  publicUrl: string | undefined;
  dataDir: string;
  databaseUrl: string | undefined;
  /** What several servers over one database share beside it: live replies and rates. */
  redisUrl: string | undefined;
  secretKeys: string | undefined;
  adminPassword: string | undefined;
  adminToken: string | undefined;
  privateOrigins: string[];
  /** Extra certificate authorities for private origins, PEM. */
  extraCa: string | undefined;
  model: string;
  modelBaseUrl: string | undefined;
  modelApiKey: string | undefined;
  /** Where mails to owners are handed in; without it there are none. */
  smtpUrl: string | undefined;
  smtpFrom: string | undefined;
  trustProxy: boolean | number | string;
  logLevel: LogLevel;
}

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** A setting that is not usable; the message names it, its value and what would be right. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const list = (text: string): string[] =>
  text
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);

/** A browser's origin as it writes it itself: scheme, host and port, nothing else. */
const isOrigin = (text: string): boolean => isWebUrl(text) && new URL(text).origin === text;

const isWebUrl = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? "");

const PORT = "must be a port number from 0 to 65535, such as 3000";

const REDIS_URL =
  "must begin with redis:// or rediss:// and name a host, and after it nothing but the number of a database, such as redis://:password@cache.internal:6379/0";

function isRedisUrl(text: string): boolean {
  const { protocol = "", hostname = "", pathname = "", search, hash } = URL.parse(text) ?? {};
  return /^rediss?:$/.test(protocol) && hostname !== "" && /^\/?\d*$/.test(pathname) && !search && !hash;
}

/** Settings that must not be repeated in an error message. */
const SECRET_SETTINGS = new Set([
  "ERRAND_ADMIN_PASSWORD",
  "ERRAND_ADMIN_TOKEN",
  "ERRAND_MODEL_API_KEY",
  "ERRAND_SMTP_URL",
  "ERRAND_DATABASE_URL",
  "ERRAND_REDIS_URL",
]);

const settings = {
  ERRAND_PORT: z
    .string()
    .regex(/^\d{1,5}$/, PORT)
    .transform(Number)
    .refine((port) => port <= 65_535, PORT)
    .default(3000),
  ERRAND_HOST: z.string().optional(),
  ERRAND_PUBLIC_URL: z
    .string()
    .transform((url) => url.replace(/\/$/, ""))
    .refine(isOrigin, "must be an origin without a path, such as https://chat.example.com")
    .optional(),
  ERRAND_DATA_DIR: z.string().default("./data"),
  ERRAND_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must begin with postgres://")
    .optional(),
  ERRAND_REDIS_URL: z.string().refine(isRedisUrl, REDIS_URL).optional(),
  ERRAND_SECRET_KEYS: z.string().optional(),
  ERRAND_ADMIN_PASSWORD: z.string().min(8, "must be at least 8 characters long").optional(),
  ERRAND_ADMIN_TOKEN: z.string().min(16, "must be at least 16 characters long").optional(),
  ERRAND_PRIVATE_ORIGINS: z
    .string()
    .transform(list)
    .refine(
      (origins) => origins.every((origin) => isOrigin(origin) && origin.startsWith("https://")),
      "must be https origins, comma-separated, such as https://orders.internal:8443",
    )
    .default([]),
  ERRAND_CA_FILE: z.string().optional(),
  ERRAND_MODEL: z.string().default("built-in"),
  ERRAND_MODEL_BASE_URL: z
    .string()
    .refine(isWebUrl, "must be an http or https URL, such as http://127.0.0.1:11434/v1")
    .optional(),
  ERRAND_MODEL_API_KEY: z.string().optional(),
  ERRAND_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s/]+/, "must begin with smtp:// or smtps:// and name a host")
    .optional(),
  ERRAND_SMTP_FROM: z
    .string()
    .regex(
      /^(?:[^\r\n<>]*<)?[^\s@<>]+@[^\s@<>]+>?$/,
      "must be an address, such as Errand <errand@example.com>",
    )
    .optional(),
  ERRAND_TRUST_PROXY: z
    .string()
    .refine(
      isTrustProxy,
      "must be false, the number of proxies before this server, or their addresses, such as 10.0.0.0/8",
    )
    .transform(readTrustProxy)
    .default(false),
  ERRAND_LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).default("info"),
} as const;

/**
 * Reads the settings; an empty value counts as not set.
 * @throws ConfigError naming the setting, its value and what would be right
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const read = <Name extends keyof typeof settings>(name: Name): z.output<(typeof settings)[Name]> =>
    readSetting(name, environment[name] || undefined);
  const caFile = read("ERRAND_CA_FILE");
  return {
    port: read("ERRAND_PORT"),
    host: read("ERRAND_HOST"),
    publicUrl: read("ERRAND_PUBLIC_URL"),
    dataDir: read("ERRAND_DATA_DIR"),
    databaseUrl: read("ERRAND_DATABASE_URL"),
    redisUrl: read("ERRAND_REDIS_URL"),
    secretKeys: read("ERRAND_SECRET_KEYS"),
    adminPassword: read("ERRAND_ADMIN_PASSWORD"),
    adminToken: read("ERRAND_ADMIN_TOKEN"),
    privateOrigins: read("ERRAND_PRIVATE_ORIGINS"),
    extraCa: caFile === undefined ? undefined : readCertificates(caFile),
    model: read("ERRAND_MODEL"),
    modelBaseUrl: read("ERRAND_MODEL_BASE_URL"),
    modelApiKey: read("ERRAND_MODEL_API_KEY"),
    smtpUrl: read("ERRAND_SMTP_URL"),
    smtpFrom: read("ERRAND_SMTP_FROM"),
    trustProxy: read("ERRAND_TRUST_PROXY"),
    logLevel: read("ERRAND_LOG_LEVEL"),
  };
}

function readSetting<Name extends keyof typeof settings>(
  name: Name,
  value: string | undefined,
): z.output<(typeof settings)[Name]> {
  const result = settings[name].safeParse(value);
  if (result.success) return result.data as z.output<(typeof settings)[Name]>;
  const shown = SECRET_SETTINGS.has(name) ? "its value" : `"${value ?? ""}"`;
  const reason = result.error.issues[0]?.message ?? "is not usable";
  throw new ConfigError(`${name}: ${shown} ${reason}`);
}

/** Express' `trust proxy`: false, a number of hops, or addresses and subnets. */
function readTrustProxy(text: string): boolean | number | string {
  if (text === "false") return false;
  return /^\d+$/.test(text) ? Number(text) : text;
}

/** `true` is refused: it would take any address that a visitor claims for their own. */
function isTrustProxy(text: string): boolean {
  return /^(?:false|\d{1,2})$/.test(text) || (list(text).length > 0 && list(text).every(isProxyAddress));
}

function isProxyAddress(entry: string): boolean {
  if (["loopback", "linklocal", "uniquelocal"].includes(entry)) return true;
  const [address = "", prefix, ...rest] = entry.split("/");
  const bits = isIP(address) === 6 ? 128 : 32;
  const isPrefix = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
  return isIP(address) !== 0 && isPrefix && rest.length === 0;
}

function readCertificates(path: string): string {
  const pem = readText(path);
  if (isCertificate(pem)) return pem;
  throw new ConfigError(`ERRAND_CA_FILE: "${path}" must hold certificates in PEM`);
}

/** Judges the first certificate alone; there may be several. */
function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new ConfigError(`ERRAND_CA_FILE: "${path}" must be a file that can be read`, { cause: error });
  }
}
