import type { ModelOutcome } from "@errand/shared/outcome";
import { formatData, isEmpty, type Style } from "./format-data.ts";
import { renderReply } from "./render-reply.ts";
import type { BuiltInTool } from "./tools.ts";

const MAX_MESSAGE_LENGTH = 200;

/** What the visitor is told of a finished run: the owner's reply, a tidy list, or plainly what went wrong. */
export function wordOutcome(
  tool: Pick<BuiltInTool, "name" | "reply" | "changes" | "hasCard">,
  input: unknown,
  outcome: ModelOutcome,
  style: Style,
): string {
  return outcome.outcome === "ok"
    ? wordSuccess(tool, input, outcome.data, style)
    : wordFailure(outcome, tool.changes, style);
}

function wordSuccess(
  tool: Pick<BuiltInTool, "name" | "reply" | "changes" | "hasCard">,
  input: unknown,
  data: unknown,
  style: Style,
): string {
  const reply = tool.reply?.trim() ? renderReply(tool.reply, data, input, style)?.trim() : undefined;
  if (reply) return reply;
  const { say } = style;
  if (isEmpty(data)) return Array.isArray(data) && !tool.changes ? say.foundNothing : say.doneEmpty;
  if (tool.hasCard) return tool.changes ? say.done(tool.name) : say.shown;
  const lines = formatData(data, style);
  if (lines.length === 1 && !lines[0]?.startsWith("- ")) return lines.join("");
  return `${tool.changes ? say.done(tool.name) : say.found}\n\n${lines.join("\n")}`;
}

function wordFailure(outcome: ModelOutcome, changes: boolean, { say }: Style): string {
  switch (outcome.outcome) {
    case "remote_error":
      return wordRemoteError(outcome, changes, say);
    case "timeout":
      return say.timeout(changes);
    case "too_large":
      return say.tooLarge;
    case "network_error":
      return say.unreachable(changes);
    case "invalid_arguments":
      return say.invalidArguments;
    case "identity_required":
      return say.identityRequired;
    case "not_approved":
      return say.notApproved;
    case "unknown":
      return say.unknown;
    default:
      return say.misconfigured;
  }
}

function wordRemoteError({ status = 0, data }: ModelOutcome, changes: boolean, say: Style["say"]): string {
  if (status === 404 || status === 410) return say.notFound;
  if (status === 401 || status === 403) return say.notAllowed;
  if (status === 429) return say.busy;
  if (status < 400 || status > 499) return say.remoteError(changes);
  const reason = reasonIn(data);
  return reason ? `${say.notAccepted} ${say.serviceSays(reason)}` : say.notAccepted;
}

/** The sentence in which an endpoint says why it refused: RFC 9457's `detail` and `title`, or what is usual beside it. */
function reasonIn(data: unknown): string | undefined {
  if (typeof data === "string") return oneLine(data);
  if (typeof data !== "object" || data === null) return undefined;
  const fields = data as Record<string, unknown>;
  for (const key of ["detail", "message", "error_description", "title", "error"]) {
    const value = fields[key];
    if (typeof value === "string" && value.trim()) return oneLine(value);
  }
  return reasonIn(fields["error"]);
}

function oneLine(text: string): string | undefined {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line === "" || line.length > MAX_MESSAGE_LENGTH || line.startsWith("<") ? undefined : line;
}
