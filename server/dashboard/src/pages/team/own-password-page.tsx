import { signOut } from "../../api/owner-api.ts";
import { Mark } from "../../components/icon.tsx";
import { usePageTitle } from "../../components/page-title.ts";
import { words } from "../../words/words.ts";
import { PasswordForm } from "./password-form.tsx";

/** What somebody sees who signed in with a one-time password: nothing but the way to one of their own. */
export function OwnPasswordPage() {
  usePageTitle(words.team.mustChangeTitle);
  return (
    <main class="sign-in">
      <div class="sign-in-card stack">
        <Mark />
        <div>
          <h1>{words.team.mustChangeTitle}</h1>
          <p class="muted">{words.team.mustChangeText}</p>
        </div>
        <PasswordForm />
        <button type="button" class="button quiet" onClick={() => void signOut()}>
          {words.signIn.out}
        </button>
      </div>
    </main>
  );
}
