/** What an account may do, the least first: a viewer reads, an editor changes what a site says and does, an owner everything. */
export const ROLES = ["viewer", "editor", "owner"] as const;
export type Role = (typeof ROLES)[number];
