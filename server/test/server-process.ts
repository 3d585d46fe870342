import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ADMIN_TOKEN } from "./errand.ts";
import { PROCESS_ENVIRONMENT } from "./process-environment.ts";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));

/** The production entry as a process of its own, once it listens. */
export interface ServerProcess {
  url: string;
  child: ChildProcess;
}

export function startServerProcess(settings: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...PROCESS_ENVIRONMENT,
      ERRAND_PORT: "0",
      ERRAND_HOST: "127.0.0.1",
      ERRAND_ADMIN_TOKEN: ADMIN_TOKEN,
      ERRAND_LOG_LEVEL: "silent",
      ...settings,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stdout.on("data", (chunk) => {
      printed += String(chunk);
      const url = /http:\/\/\S+(?=\n)/.exec(printed)?.[0];
      if (url) resolve({ url, child });
    });
    child.once("exit", () => reject(new Error(`the server did not start: ${printed}`)));
  });
}
