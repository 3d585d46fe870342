import { inspect } from "node:util";
import { ConfigError } from "./config.ts";
import { startServer, type RunningServer } from "./start.ts";

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function announce({ url, firstPassword }: RunningServer): void {
  print(`Errand listens on ${url}`);
  if (firstPassword !== undefined) {
    print(`Sign in to the dashboard with this password, which is shown only now: ${firstPassword}`);
  }
}

/** Ctrl-C and a service manager's stop end the server in order; a second signal ends it at once. */
function closeOnSignal(server: RunningServer): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      server.close().then(() => process.exit(0), stopFailed);
    });
  }
}

const toSentence = (message: string): string => `${message.replace(/\.$/, "")}.`;

function stopFailed(error: unknown): never {
  process.stderr.write(`The server did not end in order: ${inspect(error)}\n`);
  process.exit(1);
}

try {
  const server = await startServer(process.env);
  closeOnSignal(server);
  announce(server);
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? toSentence(error.message) : inspect(error)}\n`);
  process.exitCode = 1;
}
