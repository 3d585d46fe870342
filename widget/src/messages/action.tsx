import { useEffect, useState } from "preact/hooks";
import type { ToolPart } from "@errand/shared/wire";
import { isUnderWay } from "../chat/apply-chunk.ts";
import { useApp } from "../panel/use-app.ts";
import { Approval } from "./approval.tsx";
import { formatSeconds } from "./format.ts";
import { Icon } from "../view/icon.tsx";
import { useWords } from "./use-words.ts";

const CHECK = "m9.5 17.7-5.2-5.2 1.4-1.4 3.8 3.8 8.8-8.8 1.4 1.4Z";
const CROSS =
  "m7.8 6.4 4.2 4.2 4.2-4.2 1.4 1.4-4.2 4.2 4.2 4.2-1.4 1.4-4.2-4.2-4.2 4.2-1.4-1.4 4.2-4.2-4.2-4.2Z";

/** After this an action that runs shows how long it has been. */
const SHOW_ELAPSED_SECONDS = 3;

/** One run: waiting for the visitor's word, under way, or with its receipt. */
export function Action({ tool }: { tool: ToolPart }) {
  if (tool.state === "approval-requested") return <Approval tool={tool} />;
  return isUnderWay(tool) ? <Progress tool={tool} /> : <Receipt tool={tool} />;
}

const nameOf = (tool: ToolPart) => tool.toolMetadata?.name ?? tool.toolName;

function Progress({ tool }: { tool: ToolPart }) {
  const { locale } = useApp();
  const elapsed = useElapsedSeconds();
  return (
    <div class="action">
      <span class="spinner" />
      <span class="title">{tool.title || nameOf(tool)}</span>
      {elapsed >= SHOW_ELAPSED_SECONDS && <span class="detail">{formatSeconds(locale.value, elapsed)}</span>}
    </div>
  );
}

function Receipt({ tool }: { tool: ToolPart }) {
  const { locale } = useApp();
  const isDone = tool.state === "output-available";
  const isFailed = tool.state === "output-error";
  const { done, failed, cancelled } = useWords();
  const outcome = isDone ? done : isFailed ? failed : cancelled;
  const took = tool.output && formatSeconds(locale.value, tool.output.durationMs / 1000);
  return (
    <div class={`action ${isDone ? "done" : isFailed ? "failed" : "cancelled"}`}>
      <Icon path={isDone ? CHECK : CROSS} />
      <span class="title">{nameOf(tool)}</span>
      <span class="detail">{[outcome, took].filter(Boolean).join(" · ")}</span>
      {isFailed && tool.errorText && <p>{tool.errorText}</p>}
    </div>
  );
}

function useElapsedSeconds(): number {
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const began = Date.now();
    const timer = setInterval(() => setElapsed(Math.round((Date.now() - began) / 1000)), 1000);
    return () => clearInterval(timer);
  }, []);
  return elapsed;
}
