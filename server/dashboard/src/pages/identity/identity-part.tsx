import { SECRET_KINDS, type SecretKind } from "@errand/shared/identity-keys";
import { SETTING_ROLES } from "@errand/shared/setting-roles";
import type { SiteSettings } from "@errand/shared/site";
import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { type NewIdentitySecret, identityApi } from "../../api/identity-api.ts";
import { api } from "../../api/owner-api.ts";
import { may } from "../../api/role.ts";
import { useResource } from "../../api/use-resource.ts";
import { Allowed, RoleReason } from "../../components/allowed.tsx";
import { SwitchField } from "../../components/choice-field.tsx";
import { Card, Shown } from "../../components/states.tsx";
import { notify } from "../../components/toast.tsx";
import { words } from "../../words/words.ts";
import { PartHead } from "../site/part-head.tsx";
import type { PartProps } from "../site/part-props.ts";
import { CredentialList } from "./credential-list.tsx";
import { IdentityCheck } from "./identity-check.tsx";
import { KeysCard } from "./keys-card.tsx";
import { NewSecret, SecretOnce } from "./new-secret.tsx";
import { SamplesCard } from "./samples-card.tsx";

/** How visitors are proved: secrets, public keys, which proofs count, and a check of one. */
export function IdentityPart({ site, onSite }: PartProps) {
  return (
    <>
      <PartHead title={words.site.parts.identity} text={words.identity.text} />
      {SECRET_KINDS.map((kind) => (
        <SecretsCard key={kind} site={site.id} kind={kind} />
      ))}
      <KeysCard site={site.id} />
      <PolicyCard site={site} onSite={onSite} />
      <IdentityCheck site={site.id} />
      <SamplesCard />
    </>
  );
}

function SecretsCard({ site, kind }: { site: string; kind: SecretKind }) {
  const secrets = useResource(`secrets:${site}`, () => identityApi.listSecrets(site));
  const [made, setMade] = useState<NewIdentitySecret>();
  const create = async (label: string) => {
    setMade(await identityApi.createSecret(site, kind, label));
    await secrets.reload();
  };
  return (
    <Card title={words.identity.titles[kind]} text={words.identity.texts[kind]}>
      <div class="stack">
        {made ? <SecretOnce secret={made.secret} onDone={() => setMade(undefined)} /> : null}
        <Shown resource={secrets}>
          {(list) => (
            <CredentialList
              site={site}
              kind="identity-secrets"
              list={list.filter((secret) => secret.kind === kind)}
              onChange={secrets.reload}
            />
          )}
        </Shown>
        {may("owner") ? <NewSecret kind={kind} onCreate={create} /> : <RoleReason least="owner" />}
      </div>
    </Card>
  );
}

function PolicyCard({ site, onSite }: PartProps) {
  const change = async (part: Partial<Pick<SiteSettings, "requireJwt" | "sendDeclaredFields">>) => {
    try {
      onSite(await api.changeSite(site.id, part));
      notify(words.saved);
    } catch (thrown) {
      notify(toApiError(thrown).message, true);
    }
  };
  return (
    <Card title={words.identity.policyTitle}>
      <div class="stack">
        <Allowed least={SETTING_ROLES.requireJwt}>
          <SwitchField
            label={words.identity.requireJwt}
            hint={words.identity.requireJwtHint}
            isOn={site.requireJwt}
            onValue={(requireJwt) => void change({ requireJwt })}
          />
          <SwitchField
            label={words.identity.sendDeclared}
            hint={words.identity.sendDeclaredHint}
            isOn={site.sendDeclaredFields}
            onValue={(sendDeclaredFields) => void change({ sendDeclaredFields })}
          />
        </Allowed>
      </div>
    </Card>
  );
}
