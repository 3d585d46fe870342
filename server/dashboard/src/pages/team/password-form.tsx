import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { changePassword, session } from "../../api/owner-api.ts";
import { TextField } from "../../components/text-field.tsx";
import { notify } from "../../components/toast.tsx";
import { Form } from "../../components/form.tsx";
import { words } from "../../words/words.ts";

const SHORTEST = 12;

/** Two fields for another password; the current one is asked of whoever has one. */
export function PasswordForm({ asksCurrent, onChanged }: { asksCurrent?: boolean; onChanged?: () => void }) {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [problems, setProblems] = useState<{ current?: string; next?: string }>({});
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    const isShort = next.length < SHORTEST;
    setProblems(isShort ? { next: words.team.tooShort } : {});
    if (isShort) return;
    setBusy(true);
    try {
      await changePassword(current, next);
      setCurrent("");
      setNext("");
      onChanged?.();
    } catch (thrown) {
      const error = toApiError(thrown);
      const at = (pointer: string) => error.errors.find((each) => each.pointer === pointer)?.message;
      const [atCurrent, atNext] = [at("/current"), at("/password")];
      setProblems({ ...(atCurrent ? { current: atCurrent } : {}), ...(atNext ? { next: atNext } : {}) });
      if (!atCurrent && !atNext) notify(error.message, true);
    }
    setBusy(false);
  };
  const name = session.value.status === "signed-in" ? session.value.name : "";
  return (
    <Form class="stack" onSubmit={submit}>
      <input type="text" name="username" autocomplete="username" value={name} readOnly hidden />
      <div class="columns">
        {asksCurrent ? (
          <TextField
            label={words.team.current}
            type="password"
            autocomplete="current-password"
            required
            value={current}
            onValue={setCurrent}
            problem={problems.current}
          />
        ) : null}
        <TextField
          label={words.team.next}
          hint={words.team.nextHint}
          type="password"
          autocomplete="new-password"
          required
          value={next}
          onValue={setNext}
          problem={problems.next}
        />
      </div>
      <div class="actions">
        <button type="submit" class="button primary" disabled={isBusy || next === ""}>
          {words.team.change}
        </button>
      </div>
    </Form>
  );
}
