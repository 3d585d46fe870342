import type { Role } from "@errand/shared/roles";
import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import { may } from "../api/role.ts";
import { words } from "../words/words.ts";

interface AllowedProps {
  /** The least role that may change what is inside. */
  least: Exclude<Role, "viewer">;
  children: ComponentChildren;
}

/** Whether fields around this place are refused already. */
const Refused = createContext(false);

/**
 * Fields that everybody may read; whoever may not change them finds them disabled, and why. Inside of fields that are
 * refused already it says nothing more.
 */
export function Allowed({ least, children }: AllowedProps) {
  const isAllowed = may(least);
  const isSaid = useContext(Refused);
  return (
    <Refused.Provider value={isSaid || !isAllowed}>
      {isAllowed || isSaid ? null : <RoleReason least={least} />}
      <fieldset class="allowed" role="presentation" disabled={!isAllowed}>
        {children}
      </fieldset>
    </Refused.Provider>
  );
}

/** Why something is not offered to this role. */
export function RoleReason({ least }: { least: AllowedProps["least"] }) {
  return <p class="muted role-reason">{words.team.mayNot[least]}</p>;
}
