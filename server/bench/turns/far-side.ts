import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { Pool, type Dispatcher } from "undici";
import { createAuthority } from "../../test/certificates.ts";
import { median } from "../median.ts";
import type { Command, Target } from "./far-side-client.ts";

/** The other side of the wire, a process of its own: the owner's endpoint, and the visitors. */
let open: Pool[] = [];

process.on("message", (command: Command) => {
  void run(command).then((result) => process.send?.(result));
});
process.send?.(await startEndpoint());

async function startEndpoint(): Promise<{ origin: string; caPem: string }> {
  const authority = await createAuthority();
  const workerData = await authority.issue(["localhost"]);
  const worker = new Worker(new URL("../actions/endpoint-worker.ts", import.meta.url), { workerData });
  const [port] = (await once(worker, "message")) as [number];
  return { origin: `https://localhost:${port}`, caPem: authority.caPem };
}

async function run(command: Command): Promise<number[]> {
  if (command.kind === "load") return [await load(command.target, command.requests, command.inFlight)];
  if (command.kind === "times") return takeTurns(command.target, command.requests);
  if (command.kind === "open") return openStreams(command.target, command.requests);
  await Promise.all(open.map((pool) => pool.destroy()));
  open = [];
  return [];
}

/** Turns a second. */
async function load(target: Target, requests: readonly string[][], inFlight: number): Promise<number> {
  const pool = new Pool(target.origin, { connections: inFlight, pipelining: 1 });
  const left = [...requests];
  const lane = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) await visit(pool, target, next).ended;
  };
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: inFlight }, lane));
  const seconds = (performance.now() - startedMs) / 1_000;
  await pool.close();
  return requests.length / seconds;
}

/** Milliseconds to the first word of each turn, then the median and the longest time to a turn's end. */
async function takeTurns(target: Target, requests: readonly string[][]): Promise<number[]> {
  const pool = new Pool(target.origin, { connections: 1, pipelining: 1 });
  const firsts: number[] = [];
  const ends: number[] = [];
  for (const request of requests) {
    const startedMs = performance.now();
    const visited = visit(pool, target, request);
    await visited.spoke;
    firsts.push(performance.now() - startedMs);
    await visited.ended;
    ends.push(performance.now() - startedMs);
  }
  await pool.close();
  return [median(firsts), median(ends), Math.max(...ends)];
}

async function openStreams(target: Target, requests: readonly string[][]): Promise<number[]> {
  const pool = new Pool(target.origin, { connections: requests.length, pipelining: 1 });
  open.push(pool);
  const left = [...requests];
  // A few at a time, as visitors come.
  const lane = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) {
      const visited = visit(pool, target, next);
      visited.ended.catch(() => {});
      await visited.spoke;
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  return [requests.length];
}

interface Visit {
  /** Settles with the first word. */
  spoke: Promise<void>;
  ended: Promise<void>;
}

/** Posts a body with headers (`name, value, …`) and reads the stream to its end. */
function visit(pool: Pool, { path }: Target, [body = "", ...headers]: string[]): Visit {
  const spoke = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  let status = 0;
  let tail = "";
  const fail = (error: Error): void => {
    ended.reject(error);
    spoke.reject(error);
  };
  const handler: Dispatcher.DispatchHandler = {
    onRequestStart() {},
    onResponseStart(_controller, code) {
      status = code;
    },
    onResponseData(_controller, chunk) {
      tail = tail.slice(-400) + chunk.toString("latin1");
      if (tail.includes('"text-delta"')) spoke.resolve();
    },
    onResponseEnd() {
      if (status === 200 && tail.endsWith("data: [DONE]\n\n")) ended.resolve();
      else fail(new Error(`${path}: ${status} ${tail}`));
    },
    onResponseError: (_controller, error) => fail(error),
  };
  pool.dispatch(
    { path, method: "POST", body, headers: ["content-type", "application/json", ...headers] },
    handler,
  );
  spoke.promise.catch(() => {});
  return { spoke: spoke.promise, ended: ended.promise };
}
