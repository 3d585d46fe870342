import type { Role } from "@errand/shared/roles";

/** Who may call a route, and whether the audit log tells of it. */
export interface RouteRule {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  /** The least role. */
  role: Role;
  /** Whether something is changed by it. */
  isChange: boolean;
  /** Open to somebody who has not changed the one-time password yet. */
  isOpenToInvited: boolean;
}

type Method = RouteRule["method"];
type Row = [role: Role, methods: string, path: string, notes?: string];

/**
 * Every route behind the gate, the literal ones before those with a parameter in the same place. What is not listed
 * here is an owner's alone.
 */
const ROWS: Row[] = [
  ["viewer", "GET", "/me", "for invited"],
  ["viewer", "POST", "/logout", "for invited, changes nothing"],
  ["viewer", "POST", "/me/password", "for invited"],
  ["viewer", "GET", "/team"],
  ["owner", "POST", "/team"],
  ["owner", "PATCH DELETE", "/team/:member"],
  ["owner", "GET", "/audit"],

  ["viewer", "GET", "/sites"],
  ["owner", "POST", "/sites"],
  ["viewer", "GET", "/sites/:site"],
  ["editor", "PATCH", "/sites/:site"],
  ["owner", "DELETE", "/sites/:site"],
  ["viewer", "GET", "/sites/:site/snippet"],
  ["viewer", "GET", "/sites/:site/config"],
  ["editor", "PUT", "/sites/:site/config"],

  ["viewer", "GET", "/sites/:site/checklist"],
  ["editor", "POST", "/sites/:site/try", "changes nothing"],
  ["editor", "GET", "/sites/:site/try/:preview"],
  ["viewer", "GET", "/sites/:site/model"],
  ["owner", "PUT DELETE", "/sites/:site/model"],
  ["editor", "POST", "/sites/:site/model/test", "changes nothing"],

  ["viewer", "GET", "/sites/:site/identity-secrets"],
  ["owner", "POST", "/sites/:site/identity-secrets"],
  ["owner", "PATCH DELETE", "/sites/:site/identity-secrets/:id"],
  ["viewer", "GET", "/sites/:site/identity-keys"],
  ["owner", "POST", "/sites/:site/identity-keys"],
  ["owner", "PATCH DELETE", "/sites/:site/identity-keys/:id"],
  ["viewer", "POST", "/sites/:site/identity-check", "changes nothing"],
  ["viewer", "GET", "/sites/:site/webhook-secrets"],
  ["owner", "POST", "/sites/:site/webhook-secrets"],
  ["owner", "DELETE", "/sites/:site/webhook-secrets/:id"],

  ["viewer", "GET", "/sites/:site/actions"],
  ["editor", "POST", "/sites/:site/actions"],
  ["editor", "POST", "/sites/:site/actions/test", "changes nothing"],
  ["viewer", "GET", "/sites/:site/actions/:action"],
  ["editor", "PUT DELETE", "/sites/:site/actions/:action"],
  ["editor", "POST", "/sites/:site/import", "changes nothing"],

  ["viewer", "GET", "/sites/:site/evals"],
  ["editor", "POST", "/sites/:site/evals"],
  ["editor", "POST", "/sites/:site/evals/run", "changes nothing"],
  ["viewer", "GET", "/sites/:site/evals/export"],
  ["editor", "POST", "/sites/:site/evals/import"],
  ["viewer", "GET", "/sites/:site/evals/:id"],
  ["editor", "PUT DELETE", "/sites/:site/evals/:id"],

  ["viewer", "GET", "/sites/:site/runs"],
  ["viewer", "GET", "/sites/:site/runs/stats"],
  ["viewer", "GET", "/sites/:site/runs/:run"],

  ["viewer", "GET", "/sites/:site/conversations"],
  ["viewer", "GET", "/sites/:site/conversations/:id"],
  ["owner", "DELETE", "/sites/:site/conversations/:id"],
  ["editor", "POST", "/sites/:site/conversations/:id/hand-back"],
  ["editor", "POST", "/sites/:site/conversations/:id/messages"],
  ["viewer", "GET", "/sites/:site/visitors"],
  ["viewer", "GET", "/sites/:site/visitors/:user_id"],
  ["owner", "DELETE", "/sites/:site/visitors/:user_id"],
];

/** The table of routes and least roles. */
export const ROUTE_RULES: readonly RouteRule[] = ROWS.flatMap(([role, methods, path, notes = ""]) =>
  methods.split(" ").map((method) => ({
    method: method as Method,
    path,
    role,
    isChange: method !== "GET" && !notes.includes("changes nothing"),
    isOpenToInvited: notes.includes("for invited"),
  })),
);
