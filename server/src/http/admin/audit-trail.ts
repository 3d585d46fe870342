import type { Request, RequestHandler, Response } from "express";
import { callerOf } from "./admin-gate.ts";
import type { AuditStore } from "./audit-store.ts";
import { ruleOf } from "./role-gate.ts";

const MAX_FIELDS = 60;
/** What may be the name of a field; anything else could be a value. */
const FIELD_NAME = /^\w{1,64}$/;

/** What a route says of its change; the rest is read from the request. */
interface ChangeNote {
  /** Nothing was changed after all. */
  isSilent?: boolean;
  thing?: string;
  label?: string;
  /** Names of what was changed; without it, of the body's members. */
  fields?: string[];
}

const notes = new WeakMap<Request, ChangeNote>();

/** Tells the audit log more of this request's change than its path and body do. */
export function noteChange(request: Request, note: ChangeNote): void {
  notes.set(request, { ...notes.get(request), ...note });
}

interface TrailDependencies {
  audit: Pick<AuditStore, "add">;
  log: { error(details: object, message: string): void };
}

/** Writes down every change that succeeded: who, when, what, and never a value. */
export function auditTrail({ audit, log }: TrailDependencies): RequestHandler {
  return (request, response, next) => {
    const ruled = ruleOf(request);
    if (!ruled || ruled.rule.isChange) {
      beforeEnd(response, () => {
        if (response.statusCode >= 400 || !isUnsafe(request) || notes.get(request)?.isSilent) return;
        audit
          .add(toEntry(request))
          .catch((error: unknown) => log.error({ err: error }, "a change is missing in the audit log"));
      });
    }
    next();
  };
}

/** Node tells of an answer's end only while somebody listens, but a change stands when its caller has hung up too. */
function beforeEnd(response: Response, act: () => void): void {
  const end = response.end.bind(response) as (...args: unknown[]) => Response;
  let isOver = false;
  response.end = (...args: unknown[]) => {
    if (!isOver) act();
    isOver = true;
    return end(...args);
  };
}

const isUnsafe = ({ method }: Request): boolean => method !== "GET" && method !== "HEAD";

function toEntry(request: Request): Parameters<AuditStore["add"]>[0] {
  const ruled = ruleOf(request);
  const note = notes.get(request) ?? {};
  const { site, ...rest } = ruled?.params ?? {};
  return {
    actor: callerOf(request).name,
    method: request.method,
    route: ruled?.rule.path ?? "",
    site: site ?? null,
    thing: note.thing ?? Object.values(rest)[0] ?? site ?? null,
    label: note.label ?? null,
    fields: (note.fields ?? membersOf(request.body))
      .filter((name) => FIELD_NAME.test(name))
      .slice(0, MAX_FIELDS),
  };
}

function membersOf(body: unknown): string[] {
  return typeof body === "object" && body !== null && !Array.isArray(body) ? Object.keys(body) : [];
}
