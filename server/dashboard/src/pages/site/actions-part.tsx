import type { ActionView } from "@errand/shared/action";
import type { RunStats } from "@errand/shared/run-stats";
import { isGoing } from "../../api/delete-later.ts";
import { readRunStats } from "../../api/editing-api.ts";
import { api } from "../../api/owner-api.ts";
import { may } from "../../api/role.ts";
import { useResource } from "../../api/use-resource.ts";
import { RoleReason } from "../../components/allowed.tsx";
import { Icon } from "../../components/icon.tsx";
import { EmptyState, Shown } from "../../components/states.tsx";
import { words } from "../../words/words.ts";
import { ActionItem } from "./action-item.tsx";
import { PartHead } from "./part-head.tsx";
import type { PartProps } from "./part-props.ts";

/** What the assistant of this site can do, and how it went of late. */
export function ActionsPart({ site }: PartProps) {
  const actions = useResource(`actions:${site.id}`, () => api.listActions(site.id));
  const stats = useResource<RunStats>(`action-stats:${site.id}`, () => readRunStats(site.id));
  const replace = (changed: ActionView) =>
    actions.set((actions.data ?? []).map((each) => (each.id === changed.id ? changed : each)));
  const remove = async (id: string) => {
    await api.deleteAction(site.id, id);
    await actions.reload();
  };
  const create = !may("editor") ? (
    <RoleReason least="editor" />
  ) : (
    <div class="actions">
      <a class="button" href={`/sites/${site.id}/actions/import`}>
        {words.actions.import}
      </a>
      <a class="button primary" href={`/sites/${site.id}/actions/new`}>
        <Icon name="plus" />
        {words.actions.add}
      </a>
    </div>
  );
  const shown = actions.data?.filter(({ id }) => !isGoing(id));
  return (
    <>
      <PartHead title={words.site.parts.actions} text={words.actions.text}>
        {shown?.length ? create : null}
      </PartHead>
      <Shown resource={{ ...actions, ...(shown ? { data: shown } : {}) }}>
        {(list) =>
          list.length > 0 ? (
            <ul class="action-list">
              {list.map((action) => (
                <ActionItem
                  key={action.id}
                  site={site.id}
                  action={action}
                  stats={stats.data?.actions.find(({ actionId }) => actionId === action.id)}
                  onAction={replace}
                  onRemove={remove}
                />
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
