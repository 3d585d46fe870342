import type { ApprovalView, ConversationRun } from "@errand/shared/conversation-view";
import type { ToolPart } from "@errand/shared/wire";
import { OutcomeBadge } from "../../components/badges.tsx";
import { formatDuration } from "../../words/format.ts";
import { words } from "../../words/words.ts";

interface CallProps {
  site: string;
  part: ToolPart;
  run: ConversationRun | undefined;
  approval: ApprovalView | undefined;
}

/** A call of the assistant: which action, with which values, whether the visitor agreed, and how the run ended. */
export function CallEntry({ site, part, run, approval }: CallProps) {
  const question = approvalText(part, approval);
  const values = Object.entries(isRecord(part.input) ? part.input : {});
  return (
    <section class="call-entry" aria-label={nameOf(part)}>
      <p class="call-head">
        <strong>{nameOf(part)}</strong>
        {run ? <OutcomeBadge outcome={run.outcome} status={run.status} /> : <StateBadge part={part} />}
        {run && run.durationMs !== null ? <span class="muted">{formatDuration(run.durationMs)}</span> : null}
        {run ? (
          <a class="call-link" href={`/sites/${site}/runs/${run.id}`}>
            {words.transcript.seeRun}
          </a>
        ) : null}
      </p>
      {values.length > 0 ? (
        <dl class="call-values">
          {values.map(([name, value]) => (
            <div key={name}>
              <dt>{part.toolMetadata?.labels[name] ?? name}</dt>
              <dd dir="auto">{typeof value === "string" ? value : JSON.stringify(value)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {question ? <p class="muted">{question}</p> : null}
      {part.errorText ? <p class="muted">{part.errorText}</p> : null}
    </section>
  );
}

const nameOf = (part: ToolPart): string => part.toolMetadata?.name ?? part.toolName;

function StateBadge({ part }: { part: ToolPart }) {
  if (part.state === "output-error") return <span class="badge bad">{words.transcript.states.failed}</span>;
  if (part.state === "output-available")
    return <span class="badge good">{words.transcript.states.done}</span>;
  return null;
}

function approvalText(part: ToolPart, approval: ApprovalView | undefined): string | undefined {
  const { states } = words.transcript;
  if (approval?.state === "approved" || part.approval?.approved === true) return states.approved;
  if (approval?.state === "denied" || part.state === "output-denied") return states.denied;
  if (approval?.state === "cancelled") return states.cancelled;
  if (approval?.state !== "pending") return undefined;
  return Date.parse(approval.expiresAt) < Date.now() ? states.expired : states.asked;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
