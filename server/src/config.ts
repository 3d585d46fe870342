import { readFileSync } from "node:fs";
import * as z from "zod";

/** The operator's settings, read once at start. */
export interface Config {
  port: number;
  host: string | undefined;
  /** The origin under which browsers and endpoints know this server; made from the port when not set. */
  publicUrl: string | undefined;
  dataDir: string;
  databaseUrl: string | undefined;
  secretKeys: string | undefined;
  adminPassword: string | undefined;
  adminToken: string | undefined;
  privateOrigins: string[];
  /** Extra certificate authorities for private origins, PEM. */
  extraCa: string | undefined;
  model: string;
  modelBaseUrl: string | undefined;
  modelApiKey: string | undefined;
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

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

/** Settings that must not be repeated in an error message. */
const SECRET_SETTINGS = new Set([
  "ERRAND_ADMIN_PASSWORD",
  "ERRAND_ADMIN_TOKEN",
  "ERRAND_MODEL_API_KEY",
  "ERRAND_DATABASE_URL",
]);

const settings = {
  ERRAND_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
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
  ERRAND_MODEL_BASE_URL: z.url("must be a URL, such as http://127.0.0.1:11434/v1").optional(),
  ERRAND_MODEL_API_KEY: z.string().optional(),
  ERRAND_TRUST_PROXY: z.string().default("false").transform(readTrustProxy),
  ERRAND_LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
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
    secretKeys: read("ERRAND_SECRET_KEYS"),
    adminPassword: read("ERRAND_ADMIN_PASSWORD"),
    adminToken: read("ERRAND_ADMIN_TOKEN"),
    privateOrigins: read("ERRAND_PRIVATE_ORIGINS"),
    extraCa: caFile === undefined ? undefined : readCertificates(caFile),
    model: read("ERRAND_MODEL"),
    modelBaseUrl: read("ERRAND_MODEL_BASE_URL"),
    modelApiKey: read("ERRAND_MODEL_API_KEY"),
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

/** Express' `trust proxy`: false, true, a number of hops, or addresses and subnets. */
function readTrustProxy(text: string): boolean | number | string {
  if (text === "true" || text === "false") return text === "true";
  return /^\d+$/.test(text) ? Number(text) : text;
}

function readCertificates(path: string): string {
  try {
    const pem = readFileSync(path, "utf8");
    if (pem.includes("-----BEGIN CERTIFICATE-----")) return pem;
  } catch (error) {
    throw new ConfigError(`ERRAND_CA_FILE: "${path}" cannot be read`, { cause: error });
  }
  throw new ConfigError(`ERRAND_CA_FILE: "${path}" holds no PEM certificate`);
}
