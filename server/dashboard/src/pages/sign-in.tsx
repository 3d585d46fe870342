import { useEffect, useRef, useState } from "preact/hooks";
import { toApiError } from "../api/api-error.ts";
import { lastName, signIn } from "../api/owner-api.ts";
import { Mark } from "../components/icon.tsx";
import { LanguageSwitch } from "../components/language-switch.tsx";
import { usePageTitle } from "../components/page-title.ts";
import { TextField } from "../components/text-field.tsx";
import { words } from "../words/words.ts";

/** The way in. The address stays, so the owner arrives where they meant to go. */
export function SignInPage() {
  usePageTitle(words.signIn.title);
  return (
    <main class="sign-in">
      <SignInForm text={words.signIn.text} />
      <LanguageSwitch />
    </main>
  );
}

/** The way back in over a page whose session ended, its unsaved work kept behind. */
export function SignInDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="sign-in"
      aria-labelledby="sign-in-title"
      onCancel={(event) => event.preventDefault()}
    >
      <SignInForm text={words.signIn.expired} />
    </dialog>
  );
}

function SignInForm({ text }: { text: string }) {
  const [name, setName] = useState(lastName);
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await signIn(name, password);
    } catch (thrown) {
      const error = toApiError(thrown);
      setProblem(error.status === 401 ? words.signIn.wrong : error.message);
      setBusy(false);
    }
  };
  return (
    <form
      class="sign-in-card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Mark />
      <div>
        <h1 id="sign-in-title">{words.signIn.title}</h1>
        <p class="muted">{text}</p>
      </div>
      <TextField
        label={words.signIn.name}
        name="username"
        autocomplete="username"
        required
        maxLength={120}
        value={name}
        onValue={setName}
      />
      <TextField
        label={words.signIn.password}
        type="password"
        name="password"
        autocomplete="current-password"
        required
        isFocused
        value={password}
        onValue={setPassword}
        problem={problem}
      />
      <button type="submit" class="button primary wide" disabled={isBusy}>
        {isBusy ? words.signIn.busy : words.signIn.submit}
      </button>
    </form>
  );
}
