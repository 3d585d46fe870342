import { ROLES, type Role } from "@errand/shared/roles";
import { session } from "./owner-api.ts";

/** Whether whoever is signed in may do what needs this role; the server judges again. */
export function may(least: Role): boolean {
  const state = session.value;
  return "role" in state && ROLES.indexOf(state.role) >= ROLES.indexOf(least);
}
