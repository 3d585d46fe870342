import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { may } from "../../api/role.ts";
import { settingsApi } from "../../api/settings-api.ts";
import { useResource } from "../../api/use-resource.ts";
import { confirm } from "../../components/confirm.tsx";
import { Icon } from "../../components/icon.tsx";
import { Card, Shown } from "../../components/states.tsx";
import { notify } from "../../components/toast.tsx";
import { formatDay } from "../../words/format.ts";
import { words } from "../../words/words.ts";
import { SecretOnce } from "../identity/new-secret.tsx";

/** The secrets that calls to the owner's API are signed with. */
export function WebhookCard({ site }: { site: string }) {
  const secrets = useResource(`webhook-secrets:${site}`, () => settingsApi.listWebhookSecrets(site));
  const [secret, setSecret] = useState<string>();
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (thrown) {
      notify(toApiError(thrown).message, true);
    }
    await secrets.reload();
  };
  const create = () => attempt(async () => setSecret((await settingsApi.createWebhookSecret(site)).secret));
  const remove = async (id: string) => {
    if (!(await confirm({ ...words.webhookCard.removing, isDangerous: true }))) return;
    await attempt(() => settingsApi.removeWebhookSecret(site, id));
  };
  return (
    <Card
      title={words.webhookCard.title}
      text={words.webhookCard.text}
      aside={
        may("owner") ? (
          <button type="button" class="button" onClick={() => void create()}>
            <Icon name="plus" />
            {words.webhookCard.create}
          </button>
        ) : null
      }
    >
      <div class="stack">
        {secret ? <SecretOnce secret={secret} onDone={() => setSecret(undefined)} /> : null}
        <Shown resource={secrets}>
          {(list) =>
            list.length === 0 ? (
              <p class="muted">{words.webhookCard.none}</p>
            ) : (
              <ul class="plain-list">
                {list.map(({ id, hint, createdAt }) => (
                  <li key={id}>
                    <div>
                      <code>whsec_…</code> {words.webhookCard.ending(hint)}
                      <p class="muted">{words.identity.made(formatDay(createdAt))}</p>
                    </div>
                    {may("owner") ? (
                      <button type="button" class="button small danger-quiet" onClick={() => void remove(id)}>
                        {words.remove}
                        <span class="visually-hidden"> {words.webhookCard.ending(hint)}</span>
                      </button>
                    ) : null}
                  </li>
                ))}
              </ul>
            )
          }
        </Shown>
      </div>
    </Card>
  );
}
