import { fork } from "node:child_process";
import { once } from "node:events";

/** Where turns are asked for. */
export interface Target {
  origin: string;
  path: string;
}

/** A request is its body, then its headers: name, value, name, value. */
export type Command =
  | { kind: "load"; target: Target; requests: string[][]; inFlight: number }
  | { kind: "times"; target: Target; requests: string[][] }
  | { kind: "open"; target: Target; requests: string[][] }
  | { kind: "close" };

/** The process that holds the endpoint and the visitors. */
export interface FarSide {
  /** The endpoint's. */
  origin: string;
  caPem: string;
  run(command: Command): Promise<number[]>;
  end(): void;
}

export async function startFarSide(): Promise<FarSide> {
  const child = fork(new URL("far-side.ts", import.meta.url));
  const [endpoint] = (await once(child, "message")) as [{ origin: string; caPem: string }];
  return {
    ...endpoint,
    async run(command) {
      child.send(command);
      const [result] = (await once(child, "message")) as [number[]];
      return result;
    },
    end: () => void child.kill(),
  };
}
