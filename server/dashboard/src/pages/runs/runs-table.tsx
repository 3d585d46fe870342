import type { RunView } from "@errand/shared/action-test";
import { Fragment } from "preact";
import { useId, useState } from "preact/hooks";
import { OutcomeBadge } from "../../components/badges.tsx";
import { Icon } from "../../components/icon.tsx";
import { formatDate, formatDuration } from "../../words/format.ts";
import { words } from "../../words/words.ts";
import { RunDetail } from "./run-detail.tsx";

interface RunsTableProps {
  site: string;
  runs: RunView[];
  nameOf: (run: RunView) => string;
}

/** Runs, newest first; each row opens to what was sent and what came back. */
export function RunsTable({ site, runs, nameOf }: RunsTableProps) {
  return (
    <table class="runs">
      <caption class="visually-hidden">{words.site.parts.runs}</caption>
      <thead>
        <tr>
          <th scope="col">{words.runs.action}</th>
          <th scope="col">{words.runs.outcome}</th>
          <th scope="col">{words.runs.status}</th>
          <th scope="col" class="number">
            {words.runs.duration}
          </th>
          <th scope="col">{words.runs.started}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRow key={run.id} site={site} run={run} name={nameOf(run)} />
        ))}
      </tbody>
    </table>
  );
}

function RunRow({ site, run, name }: { site: string; run: RunView; name: string }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <Fragment>
      <tr class={isOpen ? "is-open" : undefined}>
        <td class="run-name">
          <button
            type="button"
            class="disclosure"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="chevron" />
            {name}
          </button>
        </td>
        <td>
          <OutcomeBadge outcome={run.outcome} status={run.status} />
        </td>
        <td class="code">{run.httpStatus ?? "–"}</td>
        <td class="number">{run.durationMs === null ? "–" : formatDuration(run.durationMs)}</td>
        <td class="muted">
          <time dateTime={run.startedAt}>{formatDate(run.startedAt)}</time>
        </td>
      </tr>
      <tr id={id} class="run-detail" hidden={!isOpen}>
        <td colSpan={5}>{isOpen ? <RunDetail site={site} run={run} hasLink /> : null}</td>
      </tr>
    </Fragment>
  );
}
