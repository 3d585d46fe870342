import { type ActionView, asksFirst } from "@errand/shared/action";
import type { RunStats } from "@errand/shared/run-stats";
import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { deleteLater } from "../../api/delete-later.ts";
import { api } from "../../api/owner-api.ts";
import { may } from "../../api/role.ts";
import { MethodBadge } from "../../components/badges.tsx";
import { SwitchField } from "../../components/choice-field.tsx";
import { Icon } from "../../components/icon.tsx";
import { notify } from "../../components/toast.tsx";
import { formatAgo, formatDate, formatShare } from "../../words/format.ts";
import { words } from "../../words/words.ts";
import { toForm } from "../action-editor/action-form.ts";
import { toInput } from "../action-editor/action-input.ts";
import { endpointHost } from "./endpoint-host.ts";

type ActionStats = RunStats["actions"][number];

interface ActionItemProps {
  site: string;
  action: ActionView;
  /** Its runs of the last week; undefined when there were none. */
  stats: ActionStats | undefined;
  onAction: (action: ActionView) => void;
  onRemove: (id: string) => Promise<void>;
}

/** One action in the list: what it is, how it went of late, and its switch. */
export function ActionItem({ site, action, stats, onAction, onRemove }: ActionItemProps) {
  const remove = () =>
    deleteLater({
      id: action.id,
      text: words.editor.deleted(action.name),
      work: () => onRemove(action.id),
    });
  return (
    <li class="action-item">
      <div class="action-main">
        <div class="action-title">
          <a href={`/sites/${site}/actions/${action.id}`}>{action.name}</a>
          <code>{action.identifier}</code>
        </div>
        <p class="action-where">
          <MethodBadge method={action.method} />
          <span class="host">{endpointHost(action.url)}</span>
          {action.requireVerifiedIdentity ? (
            <span class="badge quiet">{words.actions.needsIdentity}</span>
          ) : null}
          {asksFirst(action) ? <span class="badge quiet">{words.actions.asksFirst}</span> : null}
        </p>
      </div>
      <LastRuns site={site} action={action} stats={stats} />
      <div class="action-tools">
        {may("editor") ? (
          <>
            <a
              class="icon-button"
              href={`/sites/${site}/actions/new?from=${action.id}`}
              aria-label={words.actions.duplicate(action.name)}
            >
              <Icon name="copy" />
            </a>
            <button
              type="button"
              class="icon-button"
              aria-label={words.actions.delete(action.name)}
              onClick={remove}
            >
              <Icon name="trash" />
            </button>
          </>
        ) : null}
        <EnabledSwitch site={site} action={action} onAction={onAction} />
      </div>
    </li>
  );
}

function LastRuns({ site, action, stats }: Pick<ActionItemProps, "site" | "action" | "stats">) {
  if (!stats) return <p class="action-runs muted">{words.actions.noRuns}</p>;
  const { runs, succeeded, lastAt } = stats;
  return (
    <a class="action-runs" href={`/sites/${site}/runs?action=${action.id}`}>
      <span class={succeeded === runs ? "rate good" : "rate bad"}>{formatShare(succeeded / runs)}</span>
      <span class="muted" title={formatDate(lastAt)}>
        {words.actions.lastRun(formatAgo(lastAt))}
      </span>
    </a>
  );
}

function EnabledSwitch({ site, action, onAction }: Pick<ActionItemProps, "site" | "action" | "onAction">) {
  const [isBusy, setBusy] = useState(false);
  const save = async (enabled: boolean) => {
    setBusy(true);
    onAction({ ...action, enabled });
    try {
      // The list may be older than what somebody else made of the action.
      const now = await api.readAction(site, action.id);
      const input = { ...toInput(toForm(now)), enabled };
      onAction(await api.replaceAction(site, action.id, input, now.updatedAt));
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
      isDisabled={isBusy || !may("editor")}
      onValue={(enabled) => void save(enabled)}
    />
  );
}
