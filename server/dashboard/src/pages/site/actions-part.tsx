import { type ActionView, asksFirst } from "@errand/shared/action";
import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/owner-api.ts";
import { useResource } from "../../api/use-resource.ts";
import { MethodBadge } from "../../components/badges.tsx";
import { SwitchField } from "../../components/choice-field.tsx";
import { Icon } from "../../components/icon.tsx";
import { EmptyState, Shown } from "../../components/states.tsx";
import { notify } from "../../components/toast.tsx";
import { words } from "../../words/words.ts";
import { toForm } from "../action-editor/action-form.ts";
import { toInput } from "../action-editor/action-input.ts";
import { PartHead } from "./part-head.tsx";
import type { PartProps } from "./part-props.ts";

/** What the assistant of this site can do. */
export function ActionsPart({ site }: PartProps) {
  const actions = useResource(`actions:${site.id}`, () => api.listActions(site.id));
  const replace = (changed: ActionView) =>
    actions.set((actions.data ?? []).map((each) => (each.id === changed.id ? changed : each)));
  const create = (
    <a class="button primary" href={`/sites/${site.id}/actions/new`}>
      <Icon name="plus" />
      {words.actions.add}
    </a>
  );
  return (
    <>
      <PartHead title={words.site.parts.actions} text={words.actions.text}>
        {actions.data?.length ? create : null}
      </PartHead>
      <Shown resource={actions}>
        {(list) =>
          list.length > 0 ? (
            <ul class="action-list">
              {list.map((action) => (
                <ActionItem key={action.id} site={site.id} action={action} onAction={replace} />
              ))}
            </ul>
          ) : (
            <EmptyState title={words.actions.emptyTitle} text={words.actions.emptyText}>
              {create}
            </EmptyState>
          )
        }
      </Shown>
    </>
  );
}

interface ActionItemProps {
  site: string;
  action: ActionView;
  onAction: (action: ActionView) => void;
}

function ActionItem({ site, action, onAction }: ActionItemProps) {
  return (
    <li class="action-item">
      <div class="action-main">
        <div class="action-title">
          <a href={`/sites/${site}/actions/${action.id}`}>{action.name}</a>
          <code>{action.identifier}</code>
        </div>
        <p class="action-where">
          <MethodBadge method={action.method} />
          <span class="host">{hostOf(action.url)}</span>
          {action.requireVerifiedIdentity ? (
            <span class="badge quiet">{words.actions.needsIdentity}</span>
          ) : null}
          {asksFirst(action) ? <span class="badge quiet">{words.actions.asksFirst}</span> : null}
        </p>
      </div>
      <EnabledSwitch site={site} action={action} onAction={onAction} />
    </li>
  );
}

function EnabledSwitch({ site, action, onAction }: ActionItemProps) {
  const [isBusy, setBusy] = useState(false);
  const save = async (enabled: boolean) => {
    setBusy(true);
    onAction({ ...action, enabled });
    try {
      onAction(await api.replaceAction(site, action.id, { ...toInput(toForm(action)), enabled }));
      notify(enabled ? words.actions.turnedOn(action.name) : words.actions.turnedOff(action.name));
    } catch (thrown) {
      onAction(action);
      notify(toApiError(thrown).message, true);
    }
    setBusy(false);
  };
  return (
    <SwitchField
      label={words.actions.enabled(action.name)}
      isLabelHidden
      isOn={action.enabled}
      isDisabled={isBusy}
      onValue={(enabled) => void save(enabled)}
    />
  );
}

function hostOf(url: string): string {
  return /^https:\/\/([^/?#]+)/.exec(url)?.[1] ?? url;
}
