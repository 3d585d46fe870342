import type { ActionDraft, ActionView } from "@errand/shared/action";
import type { EvalDraft, EvalView } from "@errand/shared/eval";
import type { IdentitySecretView, SecretKind } from "@errand/shared/identity-keys";
import type { SiteSettingsPart, SiteView } from "@errand/shared/site";
import type { Problem } from "@errand/shared/wire";

/** The calls of Errand's owner API that set a site up. Each throws when the server refuses. */
export type OwnerApi = ReturnType<typeof createOwnerApi>;

/** The owner API of the Errand server at `url`, as any integrator's script would use it. */
export function createOwnerApi(url: string, token: string) {
  const send = async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${url}/admin/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await readReason(response)}`);
    return (await response.json()) as Answer;
  };
  const list = async <Item>(path: string) => (await send<{ items: Item[] }>("GET", path)).items;
  return {
    listSites: () => list<SiteView>("/sites"),
    createSite: (settings: SiteSettingsPart) => send<SiteView>("POST", "/sites", settings),
    changeSite: (site: string, part: SiteSettingsPart) => send<SiteView>("PATCH", `/sites/${site}`, part),
    listSecrets: (site: string) => list<IdentitySecretView>(`/sites/${site}/identity-secrets`),
    createSecret: (site: string, kind: SecretKind) =>
      send<{ id: string; secret: string }>("POST", `/sites/${site}/identity-secrets`, {
        kind,
        label: "Sample shop",
      }),
    listActions: (site: string) => list<ActionView>(`/sites/${site}/actions`),
    createAction: (site: string, action: ActionDraft) =>
      send<ActionView>("POST", `/sites/${site}/actions`, action),
    replaceAction: (site: string, id: string, action: ActionDraft) =>
      send<ActionView>("PUT", `/sites/${site}/actions/${id}`, action),
    listEvals: (site: string) => list<EvalView>(`/sites/${site}/evals`),
    importEvals: (site: string, cases: readonly EvalDraft[]) =>
      send<{ items: EvalView[] }>("POST", `/sites/${site}/evals/import`, { cases }),
  };
}

async function readReason(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { title, errors = [] } = JSON.parse(text) as Partial<Problem>;
    const faults = errors.map(({ pointer, message }) => `${pointer} ${message}`);
    return [`${response.status} ${title}`, ...faults].join("; ");
  } catch {
    return `${response.status} ${text.slice(0, 200)}`;
  }
}
