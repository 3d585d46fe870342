import * as z from "zod";
import { ROLES, type Role } from "./roles.ts";

/** Shortest password that somebody may choose, in characters. */
export const MIN_PASSWORD_LENGTH = 12;

export const accountName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\w.@-]{1,120}$/, "must be letters, digits, . _ - or @, such as ada@example.com");

const password = z.string().min(1, "must not be empty").max(1_000);

/** Body of `POST /admin/v1/login`. */
export const loginSchema = z.strictObject({ name: accountName.default("owner"), password });

/** Body of `POST /admin/v1/me/password`. */
export const passwordChangeSchema = z.strictObject({
  /** Not needed by whoever signed in with a one-time password. */
  current: z.string().max(1_000).default(""),
  password: z
    .string()
    .min(MIN_PASSWORD_LENGTH, `must have at least ${MIN_PASSWORD_LENGTH} characters`)
    .max(1_000),
});

/** Body of `POST /admin/v1/team`. */
export const memberRequestSchema = z.strictObject({ name: accountName, role: z.enum(ROLES) });

/** Body of `PATCH /admin/v1/team/:id`; `resetPassword` makes another password that works once. */
export const memberPatchSchema = z
  .strictObject({ role: z.enum(ROLES).optional(), resetPassword: z.literal(true).optional() })
  .refine(({ role, resetPassword }) => role ?? resetPassword, "must hold role or resetPassword");

/** An account as it is listed. Times are ISO 8601 UTC. */
export interface MemberView {
  id: string;
  name: string;
  role: Role;
  createdAt: string;
  signedInAt: string | null;
  /** Until when a password that works once is waiting to be used. */
  invitedUntil: string | null;
}

/** An account with the password that works once, which is never shown again. */
export interface InvitedMember extends MemberView {
  password: string;
}

/** Answer of `GET /admin/v1/me`, of signing in and of changing the password. */
export interface Me {
  name: string;
  role: Role;
  /** What unsafe requests repeat in `X-CSRF-Token`; absent for a program with the operator's token. */
  csrfToken?: string;
  /** The password was somebody else's: nothing works before it is changed. */
  mustChangePassword?: true;
}

/** One change, as the audit log keeps it. */
export interface AuditEntry {
  id: string;
  at: string;
  actor: string;
  method: string;
  /** The route's pattern, such as `/sites/:site/actions/:action`. */
  route: string;
  site: string | null;
  /** Id and name of what was changed. */
  thing: string | null;
  label: string | null;
  /** Names of what was changed in it, never values. */
  fields: string[];
}
