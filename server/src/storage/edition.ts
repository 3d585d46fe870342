import { setImmediate } from "node:timers";
import type { DatabaseSync } from "node:sqlite";
import type { Tables } from "./schema.ts";

/** Tables that visitors and sign-ins write to all the time. Nothing that is read from them is remembered. */
const TRAFFIC: ReadonlySet<string> = new Set<keyof Tables>([
  "conversations",
  "messages",
  "turn_claims",
  "turn_traces",
  "approvals",
  "feedback",
  "runs",
  "deliveries",
  "sessions",
  "token_usage",
  "milestones",
  "admin_sessions",
  "audit_log",
]);

/** Whether what a query reads may be remembered: it reads no table of the traffic. */
export function isRemembered(sql: string): boolean {
  return [...sql.matchAll(/\b(?:from|join) "(\w+)"/g)].every(([, table = ""]) => !TRAFFIC.has(table));
}

/** Whether a statement may change what is remembered; one of an unknown shape may. */
export function changesRemembered(sql: string): boolean {
  if (/^(?:select|begin|commit|rollback) ?/.test(sql)) return false;
  const table = /^(?:insert into|update|delete from) "(\w+)"/.exec(sql)?.[1];
  return table === undefined || !TRAFFIC.has(table);
}

/** Which edition of what is remembered an embedded database holds. */
export interface Edition {
  /** Another number once anybody has changed anything of it. */
  current(): number;
  /** Notes that this process changes something. */
  advance(): void;
}

/**
 * Counts this process's changes, and asks SQLite (`PRAGMA data_version`) whether another process has committed any. It is
 * asked once in a turn of the event loop: what comes in later hears of what was committed before.
 */
export function createEdition(database: DatabaseSync): Edition {
  const ask = database.prepare("PRAGMA data_version");
  let own = 0;
  let others = 0;
  let version: unknown;
  let isAsked = false;
  return {
    current() {
      if (!isAsked) {
        isAsked = true;
        setImmediate(() => (isAsked = false));
        const answer = ask.get()?.["data_version"];
        if (answer !== version) others += 1;
        version = answer;
      }
      return own + others;
    },
    advance: () => void (own += 1),
  };
}
