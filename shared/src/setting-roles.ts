import type { Role } from "./roles.ts";
import type { SiteSettings } from "./site.ts";

/** A setting that has a rule of its own: a member of the settings, or of its hand-over. */
export type SettingName =
  | Exclude<keyof SiteSettings, "handOver">
  | `handOver.${keyof SiteSettings["handOver"]}`;

/**
 * The least role that may change a setting. What lets data leave or decides who is trusted is an owner's; what the
 * widget looks like and what the assistant says is an editor's.
 */
export const SETTING_ROLES: Readonly<Record<SettingName, Exclude<Role, "viewer">>> = {
  name: "editor",
  allowedOrigins: "owner",
  defaultLocale: "editor",
  timeZone: "editor",
  appearance: "editor",
  greeting: "editor",
  starters: "editor",
  instructions: "editor",
  model: "owner",
  requireJwt: "owner",
  sendDeclaredFields: "owner",
  receipts: "editor",
  "handOver.enabled": "owner",
  "handOver.webhookUrl": "owner",
  "handOver.email": "owner",
  "handOver.message": "editor",
  retentionDays: "owner",
};
