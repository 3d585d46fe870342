import { spawn } from "node:child_process";
import { globSync, statSync } from "node:fs";
import { join } from "node:path";

interface BuildOptions {
  /** Ends builds that still run. */
  signal?: AbortSignal;
  /** Hears what is being built. */
  say?: (sentence: string) => void;
}

const ROOT = join(import.meta.dirname, "../..");

/** Packages that browsers run, with the file that only a finished build leaves. */
const PACKAGES = [
  { folder: "widget", finished: "dist/manifest.json" },
  { folder: "server/dashboard", finished: "dist/index.html" },
];

/**
 * Builds the widget and the dashboard, side by side; what is newer than all its sources is left alone.
 * @throws Error with the build's own output
 */
export async function buildPages({ signal, say }: BuildOptions = {}): Promise<void> {
  const stale = PACKAGES.filter(({ folder, finished }) => isStale(join(ROOT, folder), finished));
  if (stale.length > 0) say?.(`Building ${stale.map(({ folder }) => folder).join(" and ")}…`);
  await Promise.all(stale.map(({ folder }) => build(folder, signal)));
}

function isStale(folder: string, finished: string): boolean {
  const built = modifiedAt(join(folder, finished));
  const sources = [
    ...globSync(["src/**/*", "*.*"], { cwd: folder }).map((path) => join(folder, path)),
    ...globSync("shared/src/*.ts", { cwd: ROOT }).map((path) => join(ROOT, path)),
    join(ROOT, "pnpm-lock.yaml"),
  ];
  return sources.some((path) => modifiedAt(path) > built);
}

/** Milliseconds since 1970; 0 for a file that is not there. */
function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function build(folder: string, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const child = spawn("npm", ["run", "--silent", "build"], {
      cwd: join(ROOT, folder),
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
      signal,
    });
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${folder} could not be built:\n${output}`)),
    );
  });
}
