import type { ApprovalAnswer, PageResult } from "@errand/shared/chat";
import type { FieldError } from "@errand/shared/wire";
import { bindArguments } from "../actions/bind-arguments.ts";
import { digestOf } from "../actions/digest.ts";
import { ErrandError } from "../errors.ts";
import type { VisitorWord } from "./approval-store.ts";
import type { Place } from "./find-reply.ts";
import { isToolPart, type StoredMessage, type StoredToolPart } from "./message.ts";
import { resultsFor } from "./page-tools.ts";
import { findCalledAction, type TurnDependencies, type TurnRequest } from "./turn-context.ts";
import { withDraft } from "./with-draft.ts";
import { say } from "./words.ts";

/** The reply that asked, what the visitor said to its questions, and what the page answered to its calls. */
interface AnsweredPlace extends Place {
  words: VisitorWord[];
  results: PageResult[];
}

/** What a browser brings to a reply that waits. */
export interface BrowserAnswers {
  approvals: readonly ApprovalAnswer[];
  results: readonly PageResult[];
}

/**
 * Takes the visitor's word on the newest reply's questions, and the page's answers to its calls.
 * @throws ErrandError `approval_gone` when none of them waits, and the reply does not either
 * @throws ErrandError `invalid_request` (422) for changed arguments that do not fit; every question stays open
 */
export async function takeWords(
  dependencies: TurnDependencies,
  request: TurnRequest,
  { approvals: answers, results }: BrowserAnswers,
): Promise<AnsweredPlace> {
  const all = await dependencies.messages.list(request.conversationId);
  const reply = all.at(-1);
  if (reply?.role !== "assistant" || reply.status !== "open") throw gone();
  const edits = await readEdits(dependencies, request, reply, answers);
  const words: VisitorWord[] = [];
  for (const { approvalId, approved } of answers) {
    const word = await dependencies.approvals.answer(approvalId, request, approved, edits.get(approvalId));
    if (word && belongsTo(reply, word)) words.push(word);
  }
  const fitting = resultsFor(reply, results);
  if (words.length + fitting.length === 0) throw await explainRefusal(dependencies, request, answers);
  return { earlier: all.slice(0, -1), reply, words, results: fitting };
}

type Edit = Pick<VisitorWord, "arguments" | "digest">;

/** The arguments that the visitor changed, judged like a model's. */
async function readEdits(
  { actions }: Pick<TurnDependencies, "actions">,
  { site, visitor, draft }: TurnRequest,
  reply: StoredMessage,
  answers: readonly ApprovalAnswer[],
): Promise<Map<string, Edit>> {
  const edits = new Map<string, Edit>();
  const changed = answers.filter(({ approved, input }) => approved && input !== undefined);
  if (changed.length === 0) return edits;
  const known = { actions: withDraft(await actions.list(site.id), draft), visitor };
  for (const { approvalId, input } of changed) {
    const part = findAsked(reply, approvalId);
    const action = part && findCalledAction(known, part);
    // Without an action the call is refused later, in the words for that.
    if (!action) continue;
    const bound = bindArguments(action.definition.parameters, input);
    if ("faults" in bound) throw refuseEdit(bound.faults);
    edits.set(approvalId, { arguments: bound.arguments, digest: digestOf(action.id, bound.arguments) });
  }
  return edits;
}

function findAsked(reply: StoredMessage, approvalId: string): StoredToolPart | undefined {
  return reply.parts.filter(isToolPart).find(({ approval }) => approval?.id === approvalId);
}

function refuseEdit(faults: readonly { parameter: string; message: string }[]): ErrandError {
  const errors: FieldError[] = faults.map(({ parameter, message }) => ({
    pointer: parameter === "" ? "/input" : `/input/${parameter}`,
    message,
  }));
  return new ErrandError("invalid_request", errors[0]?.message ?? "The arguments do not fit.", {
    errors,
    status: 422,
  });
}

const gone = (): ErrandError =>
  new ErrandError("approval_gone", "This question is no longer open. Nothing was changed.");

async function explainRefusal(
  { approvals }: Pick<TurnDependencies, "approvals">,
  request: TurnRequest,
  answers: readonly ApprovalAnswer[],
): Promise<ErrandError> {
  for (const { approvalId } of answers) {
    if (await approvals.isExpired(approvalId, request))
      return new ErrandError("approval_gone", say("approval_expired", request.locale));
  }
  return gone();
}

/** A word counts for the very call that was shown, and for arguments whose digest it was given on. */
function belongsTo(reply: StoredMessage, word: VisitorWord): boolean {
  const isWhole = digestOf(word.actionId, word.arguments) === word.digest;
  return (
    isWhole && reply.id === word.messageId && findAsked(reply, word.approvalId)?.toolCallId === word.callId
  );
}
