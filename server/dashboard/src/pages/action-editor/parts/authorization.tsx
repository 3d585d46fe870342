import { SegmentedField } from "../../../components/choice-field.tsx";
import { Note } from "../../../components/states.tsx";
import { TextField } from "../../../components/text-field.tsx";
import { words } from "../../../words/words.ts";
import type { AuthForm } from "../action-form.ts";
import { isStoredKeyUsable } from "../action-input.ts";
import type { ActionModel } from "../use-save-action.ts";
import { ClientFields } from "./client-fields.tsx";
import { Part, type PartProps } from "./part.tsx";

/** How the endpoint knows that the call is the owner's. */
export function AuthorizationPart({ model }: PartProps) {
  const { auth } = model.form.value;
  const change = (part: Partial<AuthForm>) => model.change({ auth: { ...auth, ...part } });
  return (
    <Part name="authorization">
      <SegmentedField
        label={words.auth.type}
        hint={words.auth.hints[auth.type]}
        value={auth.type}
        options={[
          ["none", words.auth.types.none],
          ["bearer", words.auth.types.bearer],
          ["header", words.auth.types.header],
          ["basic", words.auth.types.basic],
          ["oauth2", words.auth.types.oauth2],
        ]}
        onValue={(type) => change({ type })}
      />
      {auth.type === "header" ? (
        <TextField
          {...model.field("/auth/headerName")}
          label={words.auth.headerName}
          isCode
          required
          maxLength={128}
          autocomplete="off"
          placeholder="X-API-Key"
          value={auth.headerName}
          onValue={(headerName) => change({ headerName })}
        />
      ) : null}
      {auth.type === "oauth2" ? <ClientFields model={model} change={change} /> : null}
      {auth.type === "none" ? null : <KeyField model={model} change={change} />}
    </Part>
  );
}

interface KeyProps {
  model: ActionModel;
  change: (part: Partial<AuthForm>) => void;
}

function KeyField({ model, change }: KeyProps) {
  const { auth } = model.form.value;
  const isUsable = isStoredKeyUsable(model.form.value);
  if (auth.credential === "keep" && auth.stored && isUsable) {
    return <StoredKey hint={auth.stored.hint} change={change} />;
  }
  if (auth.credential === "remove") {
    return (
      <Note tone="warning">
        <p>{words.auth.removing}</p>
        <button type="button" class="button small" onClick={() => change({ credential: "keep" })}>
          {words.auth.keep}
        </button>
      </Note>
    );
  }
  return (
    <>
      {auth.stored && !isUsable ? <Note tone="warning">{words.auth.moved}</Note> : null}
      <NewKey model={model} change={change} />
      {auth.stored && isUsable ? (
        <div>
          <button
            type="button"
            class="button small"
            onClick={() => change({ credential: "keep", secret: "", username: "" })}
          >
            {words.auth.keep}
          </button>
        </div>
      ) : null}
    </>
  );
}

function StoredKey({ hint, change }: { hint: string; change: KeyProps["change"] }) {
  return (
    <div class="stored-key" role="group" aria-label={words.auth.stored}>
      <div>
        <span class="field-label">{words.auth.stored}</span>
        <code>{words.auth.masked(hint)}</code>
      </div>
      <div class="actions">
        <button type="button" class="button small" onClick={() => change({ credential: "replace" })}>
          {words.auth.replace}
        </button>
        <button
          type="button"
          class="button small danger-quiet"
          onClick={() => change({ credential: "remove" })}
        >
          {words.remove}
        </button>
      </div>
    </div>
  );
}

function NewKey({ model, change }: KeyProps) {
  const { auth } = model.form.value;
  const isBasic = auth.type === "basic";
  return (
    <div class={isBasic ? "columns" : undefined}>
      {isBasic ? (
        <TextField
          {...model.field("/auth/username")}
          label={words.auth.username}
          isCode
          autocomplete="off"
          value={auth.username}
          onValue={(username) => change({ username })}
        />
      ) : null}
      <TextField
        {...model.field("/auth/credential")}
        label={isBasic ? words.auth.password : words.auth.keys[keyName(auth.type)]}
        hint={words.auth.sealed}
        type="password"
        isCode
        required
        maxLength={4_096}
        autocomplete="new-password"
        value={auth.secret}
        onValue={(secret) => change({ secret })}
      />
    </div>
  );
}

function keyName(type: AuthForm["type"]): keyof typeof words.auth.keys {
  return type === "header" || type === "oauth2" ? type : "bearer";
}
