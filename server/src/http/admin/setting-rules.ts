import type { Request } from "express";
import { ROLES, type Role } from "@errand/shared/roles";
import { SETTING_ROLES, type SettingName } from "@errand/shared/setting-roles";
import type { SiteSettings } from "@errand/shared/site";
import { changedFields } from "../../changed-fields.ts";
import { ErrandError } from "../../errors.ts";
import { callerOf } from "./admin-gate.ts";

const SETTINGS = Object.keys(SETTING_ROLES) as SettingName[];
const inWords = new Intl.ListFormat("en");

/** The names of settings that differ between two versions of a site. */
function changedSettings(before: SiteSettings, after: SiteSettings): SettingName[] {
  const changed = new Set([
    ...changedFields(before, after),
    ...changedFields(before.handOver, after.handOver).map((name) => `handOver.${name}`),
  ]);
  return SETTINGS.filter((name) => changed.has(name));
}

/**
 * Lets settings be changed by whoever may change each of them; one that stays as it is asks for nothing. `pointer` says
 * where the settings stand in the body.
 * @throws ErrandError `forbidden` with every setting that the caller may not change
 */
export function requireSettingRoles(
  request: Request,
  before: SiteSettings,
  after: SiteSettings,
  pointer = "",
): void {
  const { role } = callerOf(request);
  const isBeyond = (name: SettingName) => ROLES.indexOf(SETTING_ROLES[name]) > ROLES.indexOf(role);
  refuseSettings(role, changedSettings(before, after).filter(isBeyond), pointer);
}

/** The same for how a site's model is reached: `names` of what changes. @throws ErrandError `forbidden` */
export function requireModelRole(request: Request, names: string[], pointer: string): void {
  const { role } = callerOf(request);
  if (ROLES.indexOf(SETTING_ROLES.model) > ROLES.indexOf(role)) refuseSettings(role, names, pointer);
}

function refuseSettings(role: Role, names: string[], pointer: string): void {
  if (names.length === 0) return;
  const message = `Only an owner may change ${inWords.format(names)}; your role is ${role}.`;
  const errors = names.map((name) => ({
    pointer: `${pointer}/${name.replace(".", "/")}`,
    message: `only an owner may change this; your role is ${role}`,
  }));
  throw new ErrandError("forbidden", message, { errors });
}
