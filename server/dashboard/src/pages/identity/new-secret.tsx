import type { SecretKind } from "@errand/shared/identity-keys";
import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { CodeBlock } from "../../components/code-block.tsx";
import { Icon } from "../../components/icon.tsx";
import { TextField } from "../../components/text-field.tsx";
import { notify } from "../../components/toast.tsx";
import { words } from "../../words/words.ts";

/** Makes a secret of one kind under a label. */
export function NewSecret(props: { kind: SecretKind; onCreate: (label: string) => Promise<void> }) {
  const [label, setLabel] = useState("");
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    try {
      await props.onCreate(label.trim());
      setLabel("");
    } catch (thrown) {
      notify(toApiError(thrown).message, true);
    }
    setBusy(false);
  };
  return (
    <form
      class="row with-button"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label={words.identity.label}
        value={label}
        onValue={setLabel}
        maxLength={120}
        placeholder={words.identity.labelExample}
        autocomplete="off"
      />
      <button type="submit" class="button" disabled={isBusy}>
        <Icon name="plus" />
        {words.identity.create}
        <span class="visually-hidden"> ({words.identity.kinds[props.kind]})</span>
      </button>
    </form>
  );
}

/** A secret just made: it can be copied here and nowhere else. */
export function SecretOnce({ secret, onDone }: { secret: string; onDone: () => void }) {
  return (
    <div class="note warning stack" role="status">
      <p>
        <strong>{words.identity.onceTitle}</strong> {words.identity.onceText}
      </p>
      <CodeBlock text={secret} label={words.identity.secret} canCopy />
      <div class="actions">
        <button type="button" class="button small" onClick={onDone}>
          {words.identity.onceDone}
        </button>
      </div>
    </div>
  );
}
