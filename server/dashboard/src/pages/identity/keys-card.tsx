import {
  type IdentityKeyView,
  KEY_ALGORITHMS,
  type KeyAlgorithm,
  type KeySource,
} from "@errand/shared/identity-keys";
import type { FieldError } from "@errand/shared/wire";
import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { type NewIdentityKey, identityApi } from "../../api/identity-api.ts";
import { may } from "../../api/role.ts";
import { useResource } from "../../api/use-resource.ts";
import { RoleReason } from "../../components/allowed.tsx";
import { SegmentedField, SelectField } from "../../components/choice-field.tsx";
import { Icon } from "../../components/icon.tsx";
import { Card, ErrorState, Shown } from "../../components/states.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { notify } from "../../components/toast.tsx";
import { parseObject } from "../../try/parse-object.ts";
import { Form } from "../../components/form.tsx";
import { words } from "../../words/words.ts";
import { CredentialList } from "./credential-list.tsx";

/** Public keys with which tokens are verified that only the owner's server can sign. */
export function KeysCard({ site }: { site: string }) {
  const keys = useResource(`keys:${site}`, () => identityApi.listKeys(site));
  const [isAdding, setAdding] = useState(false);
  return (
    <Card title={words.keys.title} text={words.keys.text}>
      <div class="stack">
        <Shown resource={keys}>
          {(list) => (
            <CredentialList
              site={site}
              kind="identity-keys"
              list={list.map((key) => ({ ...key, note: noteOf(key) }))}
              onChange={keys.reload}
            />
          )}
        </Shown>
        {!may("owner") ? (
          <RoleReason least="owner" />
        ) : isAdding ? (
          <NewKey
            site={site}
            onMade={() => {
              setAdding(false);
              void keys.reload();
            }}
            onCancel={() => setAdding(false)}
          />
        ) : (
          <div>
            <button type="button" class="button" onClick={() => setAdding(true)}>
              <Icon name="plus" />
              {words.keys.add}
            </button>
          </div>
        )}
      </div>
    </Card>
  );
}

function noteOf({ source, algorithm, kid, value }: IdentityKeyView): string {
  const place = source === "jwks_url" && typeof value === "string" ? value : kid;
  return place ? `${algorithm} ${place}` : algorithm;
}

interface NewKeyProps {
  site: string;
  onMade: () => void;
  onCancel: () => void;
}

function NewKey({ site, onMade, onCancel }: NewKeyProps) {
  const [source, setSource] = useState<KeySource>("jwks_url");
  const [algorithm, setAlgorithm] = useState<KeyAlgorithm>("RS256");
  const [text, setText] = useState("");
  const [kid, setKid] = useState("");
  const [label, setLabel] = useState("");
  const [faults, setFaults] = useState<FieldError[]>([]);
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const problemAt = (name: string) => faults.find(({ pointer }) => pointer.startsWith(`/${name}`))?.message;
  const submit = async () => {
    const value = source === "jwk" ? parseObject(text) : text.trim();
    setFaults(value ? [] : [{ pointer: "/value", message: words.faults.jsonObject }]);
    if (text.trim() === "") return setFaults([{ pointer: "/value", message: words.faults.empty }]);
    if (!value) return;
    const key: NewIdentityKey = { source, value, algorithm, label: label.trim() };
    setBusy(true);
    setFailure(undefined);
    try {
      const named = kid.trim() === "" || source === "jwks_url" ? key : { ...key, kid: kid.trim() };
      await identityApi.createKey(site, named);
      notify(words.keys.added);
      onMade();
    } catch (thrown) {
      const error = toApiError(thrown);
      setFaults(error.errors);
      setFailure(error.errors.length > 0 ? undefined : error.message);
      setBusy(false);
    }
  };
  const field = { value: text, onValue: setText, problem: problemAt("value"), isCode: true, required: true };
  return (
    <Form class="sub-card stack" onSubmit={submit}>
      <SegmentedField
        label={words.keys.source}
        value={source}
        options={[
          ["jwks_url", words.keys.sources.jwks_url],
          ["pem", "PEM"],
          ["jwk", "JWK"],
        ]}
        onValue={setSource}
      />
      {source === "jwks_url" ? (
        <TextField
          {...field}
          label={words.keys.address}
          hint={words.keys.addressHint}
          type="url"
          placeholder="https://id.example.com/.well-known/jwks.json"
        />
      ) : (
        <TextArea
          {...field}
          label={words.keys.key}
          hint={words.keys.keyHint}
          rows={6}
          placeholder={source === "pem" ? "-----BEGIN PUBLIC KEY-----" : '{ "kty": "EC", "crv": "P-256", … }'}
        />
      )}
      <div class="columns three">
        <SelectField
          label={words.keys.algorithm}
          problem={problemAt("algorithm")}
          value={algorithm}
          options={KEY_ALGORITHMS.map((each) => [each, each] as const)}
          onValue={setAlgorithm}
        />
        {source === "jwks_url" ? null : (
          <TextField
            label="kid"
            problem={problemAt("kid")}
            isCode
            maxLength={200}
            autocomplete="off"
            value={kid}
            onValue={setKid}
          />
        )}
        <TextField
          label={words.keys.label}
          maxLength={120}
          placeholder={words.identity.labelExample}
          autocomplete="off"
          value={label}
          onValue={setLabel}
        />
      </div>
      {failure ? <ErrorState message={failure} /> : null}
      <div class="actions">
        <button type="submit" class="button primary" disabled={isBusy}>
          {words.keys.add}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </Form>
  );
}
