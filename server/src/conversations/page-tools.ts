import type { LanguageModelV4FunctionTool } from "@ai-sdk/provider";
import type { PageResult } from "@errand/shared/chat";
import type { ModelOutcome } from "@errand/shared/outcome";
import { MAX_PAGE_RESULT_BYTES, type PageTool } from "@errand/shared/wire";
import { cleanJson } from "../actions/clean-json.ts";
import { visibleText } from "../actions/visible-text.ts";
import { ErrandError } from "../errors.ts";
import { timestamp } from "../storage/database.ts";
import { createId } from "../storage/ids.ts";
import { HAND_OVER_TOOL } from "./hand-over.ts";
import { isToolPart, type StoredMessage } from "./message.ts";
import { awaitsPage, isPageCall } from "./page-calls.ts";
import type { CallPlan } from "./plan-call.ts";
import type { TurnContext, TurnDependencies, TurnRequest } from "./turn-context.ts";
import { withDraft } from "./with-draft.ts";
import { say } from "./words.ts";

/** How long the page may take for a call, and how much later its answer may still come, in milliseconds. */
const TIMEOUT_MS = 30_000;
const GRACE_MS = 60_000;
const MAX_ERROR_LENGTH = 500;

/** A page's function as a model sees it. What it says of itself is the page's own, as the page is the owner's. */
export function toPageTool({ name, description, parameters }: PageTool): LanguageModelV4FunctionTool {
  return { type: "function", name, description, inputSchema: parameters };
}

/** @throws ErrandError `invalid_request` (422) for a name that is taken */
export async function checkPageTools(
  { actions }: Pick<TurnDependencies, "actions">,
  { site, draft, pageTools = [] }: TurnRequest,
): Promise<void> {
  if (pageTools.length === 0) return;
  const taken = new Set<string>([HAND_OVER_TOOL]);
  for (const { definition } of withDraft(await actions.list(site.id), draft))
    if (definition.enabled) taken.add(definition.identifier);
  const errors = pageTools.flatMap(({ name }, index) =>
    taken.has(name)
      ? [{ pointer: `/tools/${index}/name`, message: `"${name}" is an action of this site` }]
      : [],
  );
  if (errors.length > 0)
    throw new ErrandError("invalid_request", errors[0]?.message ?? "", { errors, status: 422 });
}

/** @throws ErrandError `payload_too_large` */
export function checkResults(results: readonly PageResult[]): void {
  for (const { toolCallId, output } of results) {
    const bytes = Buffer.byteLength(JSON.stringify(output) ?? "");
    if (bytes <= MAX_PAGE_RESULT_BYTES) continue;
    const message = `The result of ${toolCallId} has ${bytes} bytes of JSON; ${MAX_PAGE_RESULT_BYTES} are the most.`;
    throw new ErrandError("payload_too_large", message);
  }
}

/** Shows the page a call; the reply waits for what comes of it. */
export function callPage(context: TurnContext, plan: Extract<CallPlan, { kind: "page" }>): void {
  const { tool, arguments: input, digest } = plan;
  context.writer.showCall({
    toolCallId: createId("call"),
    toolName: tool.name,
    title: say("working", context.locale, tool.name),
    input,
    toolMetadata: { name: tool.name, labels: {}, changes: false, page: true, timeoutMs: TIMEOUT_MS },
    digest,
    actionUpdatedAt: "",
    pageUntil: timestamp(new Date(Date.now() + TIMEOUT_MS + GRACE_MS)),
  });
}

/** The results that belong to page calls of this reply, answered already or not. */
export function resultsFor(reply: StoredMessage, results: readonly PageResult[]): PageResult[] {
  const called = new Set(
    reply.parts
      .filter(isToolPart)
      .filter(isPageCall)
      .map(({ toolCallId }) => toolCallId),
  );
  return results.filter(({ toolCallId }) => called.has(toolCallId));
}

/** Takes what the page answers; an answer that came too late, or twice, changes nothing that stands. */
export function takeResults({ writer, locale }: TurnContext, results: readonly PageResult[]): void {
  const waiting = writer.message.parts.filter(isToolPart).filter((part) => awaitsPage(part));
  for (const { toolCallId } of waiting) {
    const result = results.find((each) => each.toolCallId === toolCallId);
    if (!result) continue;
    const told = toOutcome(result);
    if (told.outcome === "ok") writer.succeed(toolCallId, 0, told);
    else writer.fail(toolCallId, say("page_failed", locale), told);
  }
}

/** Untrusted like an endpoint's answer. */
function toOutcome({ output, errorText }: PageResult): ModelOutcome {
  if (errorText === undefined) return { outcome: "ok", data: cleanJson(output, visibleText) };
  const message = `The page did not finish it: ${visibleText(errorText).slice(0, MAX_ERROR_LENGTH)}`;
  return { outcome: "remote_error", message };
}
