import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import bundled, { inflate } from "@sparticuz/chromium";

/** How a browser for the tests is started: executable, flags, and the environment it needs. */
export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

const CACHE = join(import.meta.dirname, "../node_modules/.cache");
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The Chromium to test with: `CHROMIUM_PATH`, else an installed one, else the one inside an npm package. */
export async function findChromium(): Promise<Browser> {
  const installed = process.env["CHROMIUM_PATH"] || findInstalled();
  if (installed) return { executablePath: installed, args: FLAGS, env: environment() };
  const folder = await unpackBundled();
  const env = environment(readBundledEnvironment(folder));
  return { executablePath: join(folder, "chromium"), args: FLAGS, env };
}

function findInstalled(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  const names = ["chromium", "chromium-browser", "google-chrome"];
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** Unpacks once per version; a half-unpacked folder never gets the final name. */
async function unpackBundled(): Promise<string> {
  const folder = join(CACHE, `chromium-${readVersion()}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  await withTemporaryFolder(draft, async () => {
    await bundled.executablePath();
    await inflate(join(packageFolder(), "bin/al2023.tar.br"));
  });
  writeFileSync(join(draft, "fonts/fonts.conf"), fontConfiguration(join(folder, "fonts")));
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** The package unpacks into `os.tmpdir()`, which follows `TMPDIR`. */
async function withTemporaryFolder(folder: string, work: () => Promise<void>): Promise<void> {
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
}

/** Libraries and fonts of the package, for machines that have none of their own. */
function readBundledEnvironment(folder: string): Record<string, string> {
  const needsLibraries = spawnSync(join(folder, "chromium"), ["--version"]).status !== 0;
  return {
    ...(needsLibraries ? { LD_LIBRARY_PATH: join(folder, "al2023/lib") } : {}),
    ...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(folder, "fonts") }),
  };
}

function environment(more: Record<string, string> = {}): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(own), ...more };
}

function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>`;
}

function packageFolder(): string {
  return join(import.meta.dirname, "../node_modules/@sparticuz/chromium");
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8")) as {
    version: string;
  };
  return version;
}
