import type { RunView } from "@errand/shared/action-test";
import { Exchange } from "../../components/exchange.tsx";
import { words } from "../../words/words.ts";

/** What a run sent and what came back, and why it ended as it did. */
export function RunDetail({ site, run, hasLink }: { site: string; run: RunView; hasLink?: boolean }) {
  const outcome = run.outcome && run.outcome !== "ok" ? words.outcomes[run.outcome] : undefined;
  return (
    <div class="stack">
      <h2 class="visually-hidden">{words.runs.detail}</h2>
      {run.status === "unknown" ? <p>{words.runs.unknown}</p> : null}
      {outcome ? <p>{outcome.advice}</p> : null}
      <Exchange request={run.request ?? undefined} response={run.response ?? undefined} />
      <p class="link-row">
        {run.conversationId ? (
          <a href={`/sites/${site}/conversations/${run.conversationId}`}>{words.runs.seeConversation}</a>
        ) : null}
        {hasLink ? <a href={`/sites/${site}/runs/${run.id}`}>{words.runs.alone}</a> : null}
      </p>
    </div>
  );
}
