import type { Role } from "@errand/shared/roles";
import type { AuditEntry, InvitedMember, MemberView } from "@errand/shared/team";
import type { Page } from "./history-api.ts";
import { send } from "./owner-api.ts";
import { withQuery } from "./site-path.ts";

/** The calls about accounts and what they changed. Each throws ApiError. */
export const teamApi = {
  list: async () => (await send<{ items: MemberView[] }>("GET", "/team")).items,
  invite: (name: string, role: Role) => send<InvitedMember>("POST", "/team", { name, role }),
  setRole: (id: string, role: Role) => send<MemberView>("PATCH", `/team/${id}`, { role }),
  resetPassword: (id: string) => send<InvitedMember>("PATCH", `/team/${id}`, { resetPassword: true }),
  remove: (id: string) => send<void>("DELETE", `/team/${id}`),
  listAudit: (query: Record<string, string>, cursor?: string) =>
    send<Page<AuditEntry>>("GET", withQuery("/audit", { ...query, cursor })),
};
