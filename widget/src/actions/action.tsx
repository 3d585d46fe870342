import { signal } from "@preact/signals-core";
import type { ToolPart } from "@errand/shared/wire";
import { isUnderWay } from "../chat/apply-chunk.ts";
import { useApp } from "../panel/use-app.ts";
import { Icon } from "../view/icon.tsx";
import styles from "./actions.css?inline";
import { Approval } from "./approval.tsx";
import { formatSeconds } from "./format-seconds.ts";
import { useWords } from "./use-words.ts";

/** The style sheet of this folder. */
export const css: string = styles;

const CHECK = "m9.5 17.7-5.2-5.2 1.4-1.4 3.8 3.8 8.8-8.8 1.4 1.4Z";
const CROSS =
  "m7.8 6.4 4.2 4.2 4.2-4.2 1.4 1.4-4.2 4.2 4.2 4.2-1.4 1.4-4.2-4.2-4.2 4.2-1.4-1.4 4.2-4.2-4.2-4.2Z";

/** After this an action that runs shows how long it has been. */
const SHOW_ELAPSED_SECONDS = 3;
/** After this it says so in the owner's words. */
const SLOW_SECONDS = 5;

/** One run: waiting for the visitor's word, under way, or with its receipt. */
export function Action({ tool }: { tool: ToolPart }) {
  if (tool.state === "approval-requested") return <Approval tool={tool} />;
  return isUnderWay(tool) ? <Progress tool={tool} /> : <Receipt tool={tool} />;
}

const nameOf = (tool: ToolPart) => tool.toolMetadata?.name ?? tool.toolName;

function Progress({ tool }: { tool: ToolPart }) {
  const { toolCallId, title, toolMetadata } = tool;
  const seconds = elapsed.value[toolCallId] ?? 0;
  const { slow } = toolMetadata?.texts ?? {};
  return (
    <div class="action running" data-call={toolCallId} ref={countSeconds}>
      <span class="spinner" />
      <span class="title">{(seconds >= SLOW_SECONDS && slow) || title || nameOf(tool)}</span>
      <span class="detail">
        {seconds >= SHOW_ELAPSED_SECONDS && formatSeconds(useApp().locale.value, seconds)}
      </span>
    </div>
  );
}

/** How many seconds each action under way has been on the screen. */
const elapsed = signal<Record<string, number>>({});

/** Counts for as long as the element of an action stands. */
function countSeconds(element: HTMLElement | null) {
  const began = Date.now();
  const timer = setInterval(() => {
    const id = element?.dataset["call"] ?? "";
    elapsed.value = { ...elapsed.peek(), [id]: Math.round((Date.now() - began) / 1000) };
  }, 1000);
  return () => clearInterval(timer);
}

function Receipt({ tool }: { tool: ToolPart }) {
  const { locale, settings } = useApp();
  const { receipts = "full" } = settings.value;
  const isDone = tool.state === "output-available";
  const isFailed = tool.state === "output-error";
  const { done, failed, cancelled } = useWords();
  const texts = tool.toolMetadata?.texts;
  const outcome = isDone ? (texts?.done ?? done) : isFailed ? (texts?.failed ?? failed) : cancelled;
  const took =
    receipts === "full" && tool.output && formatSeconds(locale.value, tool.output.durationMs / 1000);
  if (isDone && receipts === "off") return null;
  return (
    <div class={`action ${isDone ? "done" : isFailed ? "failed" : "cancelled"}`}>
      <Icon path={isDone ? CHECK : CROSS} />
      <span class="title">{nameOf(tool)}</span>
      <span class="detail">{[outcome, took].filter(Boolean).join(" · ")}</span>
      {isFailed && tool.errorText && <p>{tool.errorText}</p>}
    </div>
  );
}
