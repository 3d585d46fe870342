import type { Role } from "@errand/shared/roles";
import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import { may } from "../api/role.ts";
import { words } from "../words/words.ts";

interface AllowedProps {
  /** The least role that may change what is inside. */
  least: Exclude<Role, "viewer">;
  /** Says so below the one field that is inside. */
  isOneField?: boolean;
  children: ComponentChildren;
}

/** Whether fields around this place are refused already. */
const Refused = createContext(false);

/**
 * Fields that everybody may read; whoever may not change them finds them disabled, and why. Inside of fields that are
 * refused already it says nothing more.
 */
export function Allowed({ least, isOneField, children }: AllowedProps) {
  const isAllowed = may(least);
  const isSaid = useContext(Refused);
  const mustSay = !isAllowed && !isSaid;
  return (
    <Refused.Provider value={isSaid || !isAllowed}>
      {mustSay && !isOneField ? <RoleReason least={least} /> : null}
      <fieldset class="allowed" role="presentation" disabled={!isAllowed}>
        {children}
      </fieldset>
      {mustSay && isOneField ? <p class="hint">{words.team.mayNot[least]}</p> : null}
    </Refused.Provider>
  );
}

/** Why something is not offered to this role. */
export function RoleReason({ least }: { least: AllowedProps["least"] }) {
  return <p class="muted role-reason">{words.team.mayNot[least]}</p>;
}
