import type { Role } from "@errand/shared/roles";
import type { ComponentChildren } from "preact";
import { may } from "../api/role.ts";
import { words } from "../words/words.ts";

interface AllowedProps {
  /** The least role that may change what is inside. */
  least: Exclude<Role, "viewer">;
  children: ComponentChildren;
}

/** Fields that everybody may read; whoever may not change them finds them disabled, and why. */
export function Allowed({ least, children }: AllowedProps) {
  const isAllowed = may(least);
  return (
    <>
      {isAllowed ? null : <RoleReason least={least} />}
      <fieldset class="allowed" role="presentation" disabled={!isAllowed}>
        {children}
      </fieldset>
    </>
  );
}

/** Why something is not offered to this role. */
export function RoleReason({ least }: { least: AllowedProps["least"] }) {
  return <p class="muted role-reason">{words.team.mayNot[least]}</p>;
}
