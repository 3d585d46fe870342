import { SegmentedField } from "../../../components/choice-field.tsx";
import { TextField } from "../../../components/text-field.tsx";
import { words } from "../../../words/words.ts";
import type { AuthForm } from "../action-form.ts";
import type { ActionModel } from "../use-save-action.ts";

interface ClientFieldsProps {
  model: ActionModel;
  change: (part: Partial<AuthForm>) => void;
}

/** Where and as whom an access token is asked for; the client's secret has a field of its own. */
export function ClientFields({ model, change }: ClientFieldsProps) {
  const { auth } = model.form.value;
  return (
    <>
      <TextField
        {...model.field("/auth/tokenUrl")}
        label={words.auth.tokenUrl}
        hint={words.auth.tokenUrlHint}
        inputMode="url"
        isCode
        required
        maxLength={2_048}
        autocomplete="off"
        placeholder="https://id.example.com/oauth/token"
        value={auth.tokenUrl}
        onValue={(tokenUrl) => change({ tokenUrl })}
      />
      <div class="columns three">
        <TextField
          {...model.field("/auth/clientId")}
          label={words.auth.clientId}
          isCode
          required
          maxLength={500}
          autocomplete="off"
          value={auth.clientId}
          onValue={(clientId) => change({ clientId })}
        />
        <TextField
          {...model.field("/auth/scope")}
          label={words.auth.scope}
          isCode
          maxLength={2_000}
          autocomplete="off"
          value={auth.scope}
          onValue={(scope) => change({ scope })}
        />
        <TextField
          {...model.field("/auth/audience")}
          label={words.auth.audience}
          isCode
          maxLength={2_000}
          autocomplete="off"
          value={auth.audience}
          onValue={(audience) => change({ audience })}
        />
      </div>
      <SegmentedField
        label={words.auth.clientAuthentication}
        value={auth.clientAuthentication}
        options={[
          ["basic", words.auth.clientBasic],
          ["post", words.auth.clientPost],
        ]}
        onValue={(clientAuthentication) => change({ clientAuthentication })}
      />
    </>
  );
}
