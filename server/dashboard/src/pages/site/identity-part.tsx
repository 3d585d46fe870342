import { type IdentitySecretView, SECRET_KINDS, type SecretKind } from "@errand/shared/identity-keys";
import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { type NewIdentitySecret, api } from "../../api/owner-api.ts";
import { type Resource, useResource } from "../../api/use-resource.ts";
import { SwitchField } from "../../components/choice-field.tsx";
import { confirm } from "../../components/confirm.tsx";
import { Card, Shown } from "../../components/states.tsx";
import { notify } from "../../components/toast.tsx";
import { formatDate, formatDay } from "../../words/format.ts";
import { words } from "../../words/words.ts";
import { NewSecret, SecretOnce } from "./new-secret.tsx";
import { PartHead } from "./part-head.tsx";
import type { PartProps } from "./part-props.ts";

/** The secrets that prove visitors, and which kinds of proof count. */
export function IdentityPart({ site, onSite }: PartProps) {
  const secrets = useResource(`secrets:${site.id}`, () => api.listSecrets(site.id));
  const requireJwt = async (isOn: boolean) => {
    try {
      onSite(await api.changeSite(site.id, { requireJwt: isOn }));
      notify(words.saved);
    } catch (thrown) {
      notify(toApiError(thrown).message, true);
    }
  };
  return (
    <>
      <PartHead title={words.site.parts.identity} text={words.identity.text} />
      {SECRET_KINDS.map((kind) => (
        <SecretsCard key={kind} site={site.id} kind={kind} secrets={secrets} />
      ))}
      <Card title={words.identity.policyTitle}>
        <SwitchField
          label={words.identity.requireJwt}
          hint={words.identity.requireJwtHint}
          isOn={site.requireJwt}
          onValue={(isOn) => void requireJwt(isOn)}
        />
      </Card>
    </>
  );
}

interface SecretsCardProps {
  site: string;
  kind: SecretKind;
  secrets: Resource<IdentitySecretView[]>;
}

function SecretsCard({ site, kind, secrets }: SecretsCardProps) {
  const [made, setMade] = useState<NewIdentitySecret>();
  const create = async (label: string) => {
    setMade(await api.createSecret(site, kind, label));
    await secrets.reload();
  };
  return (
    <Card title={words.identity.titles[kind]} text={words.identity.texts[kind]}>
      <div class="stack">
        {made ? <SecretOnce secret={made.secret} onDone={() => setMade(undefined)} /> : null}
        <Shown resource={secrets}>
          {(list) => (
            <SecretList
              site={site}
              list={list.filter((secret) => secret.kind === kind)}
              onRemoved={() => void secrets.reload()}
            />
          )}
        </Shown>
        <NewSecret kind={kind} onCreate={create} />
      </div>
    </Card>
  );
}

interface SecretListProps {
  site: string;
  list: IdentitySecretView[];
  onRemoved: () => void;
}

function SecretList({ site, list, onRemoved }: SecretListProps) {
  const remove = async (secret: IdentitySecretView) => {
    const label = secret.label || words.identity.unnamed;
    if (!(await confirm({ ...words.identity.remove(label), isDangerous: true }))) return;
    try {
      await api.deleteSecret(site, secret.id);
      onRemoved();
      notify(words.identity.removed);
    } catch (thrown) {
      notify(toApiError(thrown).message, true);
    }
  };
  if (list.length === 0) return <p class="muted">{words.identity.none}</p>;
  return (
    <ul class="plain-list">
      {list.map((secret) => (
        <li key={secret.id}>
          <div>
            <strong>{secret.label || words.identity.unnamed}</strong>
            <p class="muted">
              {words.identity.made(formatDay(secret.createdAt))} ·{" "}
              {secret.lastUsedAt
                ? words.identity.used(formatDate(secret.lastUsedAt))
                : words.identity.neverUsed}
            </p>
          </div>
          <button type="button" class="button small danger-quiet" onClick={() => void remove(secret)}>
            {words.remove}
            <span class="visually-hidden"> {secret.label || words.identity.unnamed}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
