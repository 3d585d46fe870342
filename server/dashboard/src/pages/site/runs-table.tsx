import type { RunView } from "@errand/shared/action-test";
import { Fragment } from "preact";
import { useId, useState } from "preact/hooks";
import { OutcomeBadge } from "../../components/badges.tsx";
import { Exchange } from "../../components/exchange.tsx";
import { Icon } from "../../components/icon.tsx";
import { formatDate, formatDuration } from "../../words/format.ts";
import { words } from "../../words/words.ts";

interface RunsTableProps {
  runs: RunView[];
  nameOf: (run: RunView) => string;
}

/** Runs, newest first; each row opens to what was sent and what came back. */
export function RunsTable({ runs, nameOf }: RunsTableProps) {
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
          <RunRow key={run.id} run={run} name={nameOf(run)} />
        ))}
      </tbody>
    </table>
  );
}

function RunRow({ run, name }: { run: RunView; name: string }) {
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
        <td colSpan={5}>{isOpen ? <RunDetail run={run} /> : null}</td>
      </tr>
    </Fragment>
  );
}

function RunDetail({ run }: { run: RunView }) {
  const outcome = run.outcome && run.outcome !== "ok" ? words.outcomes[run.outcome] : undefined;
  return (
    <div class="stack">
      <h2 class="visually-hidden">{words.runs.detail}</h2>
      {run.status === "unknown" ? <p>{words.runs.unknown}</p> : null}
      {outcome ? <p>{outcome.advice}</p> : null}
      <Exchange request={run.request ?? undefined} response={run.response ?? undefined} />
      {run.conversationId ? (
        <p class="muted">
          {words.runs.conversation} <code>{run.conversationId}</code>
        </p>
      ) : null}
    </div>
  );
}
