import { type Role, ROLES } from "@errand/shared/roles";
import { accountName, type InvitedMember } from "@errand/shared/team";
import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { teamApi } from "../../api/team-api.ts";
import { SelectField } from "../../components/choice-field.tsx";
import { Card } from "../../components/states.tsx";
import { TextField } from "../../components/text-field.tsx";
import { notify } from "../../components/toast.tsx";
import { Form } from "../../components/form.tsx";
import { words } from "../../words/words.ts";

/** Makes an account for somebody, with a password that works once. */
export function InviteForm({ onInvited }: { onInvited: (member: InvitedMember) => void }) {
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("editor");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    const judged = accountName.safeParse(name);
    setProblem(judged.error?.issues[0]?.message);
    if (!judged.success) return;
    setBusy(true);
    try {
      onInvited(await teamApi.invite(judged.data, role));
      setName("");
    } catch (thrown) {
      const error = toApiError(thrown);
      const atName = error.errors.find(({ pointer }) => pointer === "/name");
      setProblem(atName?.message);
      if (!atName) notify(error.message, true);
    }
    setBusy(false);
  };
  return (
    <Card title={words.team.add}>
      <Form class="stack" onSubmit={submit}>
        <div class="columns">
          <TextField
            label={words.team.name}
            hint={words.team.nameHint}
            problem={problem}
            value={name}
            onValue={setName}
            maxLength={120}
            autocomplete="off"
            isCode
            required
          />
          <SelectField
            label={words.team.role}
            value={role}
            options={ROLES.map((each) => [each, words.team.roles[each]])}
            onValue={setRole}
          />
        </div>
        <div class="actions">
          <button type="submit" class="button primary" disabled={isBusy}>
            {words.team.invite}
          </button>
        </div>
      </Form>
    </Card>
  );
}
