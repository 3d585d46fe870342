import { Card } from "../../components/states.tsx";
import { notify } from "../../components/toast.tsx";
import { words } from "../../words/words.ts";
import { PasswordForm } from "./password-form.tsx";

/** Lets whoever is signed in change their password. */
export function PasswordCard() {
  return (
    <Card title={words.team.passwordTitle} text={words.team.passwordText}>
      <PasswordForm asksCurrent onChanged={() => notify(words.team.changed)} />
    </Card>
  );
}
