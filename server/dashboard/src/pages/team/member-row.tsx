import { type Role, ROLES } from "@errand/shared/roles";
import type { InvitedMember, MemberView } from "@errand/shared/team";
import { toApiError } from "../../api/api-error.ts";
import { session } from "../../api/owner-api.ts";
import { may } from "../../api/role.ts";
import { teamApi } from "../../api/team-api.ts";
import { confirm } from "../../components/confirm.tsx";
import { notify } from "../../components/toast.tsx";
import { formatDate, formatDay } from "../../words/format.ts";
import { words } from "../../words/words.ts";

interface MemberRowProps {
  member: MemberView;
  onInvited: (member: InvitedMember) => void;
  onChange: () => void;
}

/** One account: its role, and what an owner may do with it. */
export function MemberRow({ member, onInvited, onChange }: MemberRowProps) {
  const { id, name } = member;
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (thrown) {
      notify(toApiError(thrown).message, true);
      onChange();
    }
  };
  const setRole = (role: Role) =>
    attempt(async () => {
      await teamApi.setRole(id, role);
      notify(words.team.roleChanged(name, words.team.roles[role]));
      onChange();
    });
  const reset = async () => {
    if (!(await confirm({ ...words.team.resetting(name), isDangerous: true }))) return;
    await attempt(async () => onInvited(await teamApi.resetPassword(id)));
  };
  const remove = async () => {
    if (!(await confirm({ ...words.team.removing(name), isDangerous: true }))) return;
    await attempt(async () => {
      await teamApi.remove(id);
      notify(words.team.removed(name));
      onChange();
    });
  };
  return (
    <li class="member">
      <div class="member-who">
        <strong>{name}</strong> {isMe(name) ? <span class="badge quiet">{words.team.you}</span> : null}
        <p class="muted">{stateOf(member)}</p>
      </div>
      {may("owner") ? (
        <div class="actions">
          <RoleSelect member={member} onRole={(role) => void setRole(role)} />
          <button type="button" class="button small" onClick={() => void reset()}>
            {words.team.reset}
            <span class="visually-hidden"> ({name})</span>
          </button>
          <button type="button" class="button small danger-quiet" onClick={() => void remove()}>
            {words.team.remove}
            <span class="visually-hidden"> {name}</span>
          </button>
        </div>
      ) : (
        <span class="badge quiet">{words.team.roles[member.role]}</span>
      )}
    </li>
  );
}

function RoleSelect({ member, onRole }: { member: MemberView; onRole: (role: Role) => void }) {
  return (
    <select
      class="input role-select"
      aria-label={words.team.roleOf(member.name)}
      value={member.role}
      onChange={(event) => onRole(event.currentTarget.value as Role)}
    >
      {ROLES.map((role) => (
        <option key={role} value={role} selected={role === member.role}>
          {words.team.roles[role]}
        </option>
      ))}
    </select>
  );
}

function isMe(name: string): boolean {
  return session.value.status === "signed-in" && session.value.name === name;
}

function stateOf({ invitedUntil, signedInAt }: MemberView): string {
  if (invitedUntil !== null) return words.team.invited(formatDay(invitedUntil));
  return signedInAt === null ? words.team.neverSignedIn : words.team.signedIn(formatDate(signedInAt));
}
