import type { RunView } from "@errand/shared/action-test";
import { useLocation, useRoute } from "preact-iso/router";
import { useState } from "preact/hooks";
import { api } from "../../api/owner-api.ts";
import { useResource } from "../../api/use-resource.ts";
import { SelectField } from "../../components/choice-field.tsx";
import { EmptyState, Shown } from "../../components/states.tsx";
import { words } from "../../words/words.ts";
import { PartHead } from "./part-head.tsx";
import { RunsTable } from "./runs-table.tsx";
import type { PartProps } from "./part-props.ts";

const FIRST = 50;
const MOST = 200;

/** The newest runs, of every action or of the one that the address names. */
export function RunsPart({ site }: PartProps) {
  const chosen = useRoute().query["action"] ?? "";
  const { route } = useLocation();
  const actions = useResource(`actions:${site.id}`, () => api.listActions(site.id));
  const names: (readonly [string, string])[] = (actions.data ?? []).map((action) => [action.id, action.name]);
  return (
    <>
      <PartHead title={words.site.parts.runs} text={words.runs.text} />
      <div class="filter-row">
        <SelectField
          label={words.runs.filter}
          value={chosen}
          options={[["", words.runs.every], ...names]}
          onValue={(action) => route(`/sites/${site.id}/runs${action ? `?action=${action}` : ""}`, true)}
        />
      </div>
      <RunsList key={chosen} site={site.id} action={chosen} names={new Map(names)} />
    </>
  );
}

function RunsList({ site, action, names }: { site: string; action: string; names: Map<string, string> }) {
  const [limit, setLimit] = useState(FIRST);
  const runs = useResource(`runs:${site}:${action}:${limit}`, () =>
    api.listRuns(site, limit, action || undefined),
  );
  const nameOf = (run: RunView) => names.get(run.actionId) ?? run.identifier;
  return (
    <Shown resource={runs}>
      {(list) =>
        list.length === 0 ? (
          <EmptyState title={words.runs.emptyTitle} text={words.runs.emptyText} />
        ) : (
          <>
            <RunsTable runs={list} nameOf={nameOf} />
            <div class="actions table-end">
              <button type="button" class="button small" onClick={() => void runs.reload()}>
                {words.runs.refresh}
              </button>
              {list.length === limit && limit < MOST ? (
                <button type="button" class="button small" onClick={() => setLimit(MOST)}>
                  {words.runs.more}
                </button>
              ) : null}
            </div>
          </>
        )
      }
    </Shown>
  );
}
