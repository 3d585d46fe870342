import type { SiteView } from "@errand/shared/site";
import { useLocation } from "preact-iso/router";
import { useState } from "preact/hooks";
import { toApiError } from "../api/api-error.ts";
import { api } from "../api/owner-api.ts";
import { may } from "../api/role.ts";
import { useResource } from "../api/use-resource.ts";
import { RoleReason } from "../components/allowed.tsx";
import { Icon } from "../components/icon.tsx";
import { PageFrame } from "../components/page-frame.tsx";
import { usePageTitle } from "../components/page-title.ts";
import { Card, EmptyState, Shown } from "../components/states.tsx";
import { TextField } from "../components/text-field.tsx";
import { notify } from "../components/toast.tsx";
import { createFormModel } from "../forms/form-model.ts";
import { Form } from "../components/form.tsx";
import { words } from "../words/words.ts";

/** Every site, and a new one. */
export function SitesPage() {
  usePageTitle(words.sites.title);
  const sites = useResource("sites", api.listSites);
  const [isAdding, setAdding] = useState(false);
  return (
    <PageFrame>
      <div class="page-column">
        <div class="page-head">
          <div>
            <h1>{words.sites.title}</h1>
            <p class="muted">{words.sites.text}</p>
          </div>
          {may("owner") && sites.data?.length && !isAdding ? (
            <button type="button" class="button primary" onClick={() => setAdding(true)}>
              <Icon name="plus" />
              {words.sites.add}
            </button>
          ) : null}
        </div>
        {isAdding ? <NewSite onCancel={() => setAdding(false)} /> : null}
        <Shown resource={sites}>
          {(list) =>
            list.length > 0 ? (
              <ul class="site-list">
                {list.map((site) => (
                  <SiteItem key={site.id} site={site} />
                ))}
              </ul>
            ) : isAdding ? null : (
              <EmptyState title={words.sites.emptyTitle} text={words.sites.emptyText}>
                {may("owner") ? (
                  <button type="button" class="button primary" onClick={() => setAdding(true)}>
                    <Icon name="plus" />
                    {words.sites.add}
                  </button>
                ) : (
                  <RoleReason least="owner" />
                )}
              </EmptyState>
            )
          }
        </Shown>
      </div>
    </PageFrame>
  );
}

function SiteItem({ site }: { site: SiteView }) {
  const [first, ...others] = site.allowedOrigins;
  const origins = first
    ? words.sites.origins(first.replace(/^https?:\/\//, ""), others.length)
    : words.sites.noOrigins;
  return (
    <li>
      <a class="site-item" href={`/sites/${site.id}/actions`}>
        <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
          <circle cx="5" cy="5" r="5" fill={site.appearance.color} />
        </svg>
        <span class="site-name">{site.name}</span>
        <span class="muted">{origins}</span>
        <Icon name="chevron" />
      </a>
    </li>
  );
}

interface NewSiteForm {
  name: string;
  origin: string;
}

function NewSite({ onCancel }: { onCancel: () => void }) {
  const { route } = useLocation();
  const [model] = useState(() => createFormModel({ initial: { name: "", origin: "" }, judge: judgeNewSite }));
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    const { name, origin } = model.form.peek();
    if (!model.reveal()) return;
    setBusy(true);
    try {
      const site = await api.createSite({ name, allowedOrigins: origin.trim() ? [origin.trim()] : [] });
      notify(words.sites.made(site.name));
      route(`/sites/${site.id}/start`);
    } catch (thrown) {
      const error = toApiError(thrown);
      model.refuse(error.errors);
      if (error.errors.length === 0) notify(error.message, true);
      setBusy(false);
    }
  };
  return (
    <Card title={words.sites.newTitle}>
      <Form class="stack" onSubmit={submit}>
        <div class="columns">
          <TextField
            {...model.bind("name")}
            label={words.sites.name}
            hint={words.sites.nameHint}
            required
            maxLength={120}
            isFocused
          />
          <TextField
            {...model.bind("origin", "/allowedOrigins/0")}
            label={words.sites.origin}
            hint={words.sites.originHint}
            type="url"
            isCode
            placeholder="https://www.example.com"
          />
        </div>
        <div class="actions">
          <button type="submit" class="button primary" disabled={isBusy}>
            {words.sites.create}
          </button>
          <button type="button" class="button" onClick={onCancel}>
            {words.cancel}
          </button>
        </div>
      </Form>
    </Card>
  );
}

function judgeNewSite({ name }: NewSiteForm) {
  return name.trim() === "" ? [{ pointer: "/name", message: words.faults.empty }] : [];
}
