import type { ChatMessage, PageTool, ToolPart } from "@errand/shared/wire";
import type { Emit } from "../errand.ts";
import { toolsOf } from "./apply-chunk.ts";

/** What the page offers, as a conversation needs it; missing while nothing is registered. */
export interface PageTools {
  list: () => PageTool[];
  run: (call: ToolPart) => Promise<{ output: unknown } | { errorText: string }>;
}

/** A message whose calls the page has carried out: as it is sent, and as it is shown. */
interface AnsweredCalls {
  sent: ChatMessage;
  shown: ChatMessage;
}

/** Whether a call waits for the page. */
export const isForPage = ({ state, toolMetadata }: ToolPart): boolean =>
  state === "input-available" && toolMetadata?.page === true;

/** Carries out the calls that wait for the page. Their results go to the server, not on the screen. */
export async function answerPageCalls(
  message: ChatMessage,
  tools: PageTools,
  emit: Emit,
): Promise<AnsweredCalls> {
  const calls = toolsOf(message).filter(isForPage);
  const began = Date.now();
  const answers = await Promise.all(
    calls.map(async (call): Promise<[sent: ToolPart, shown: ToolPart]> => {
      const result = await tools.run(call);
      const durationMs = Date.now() - began;
      const shown: ToolPart =
        "output" in result
          ? { ...call, state: "output-available", output: { state: "succeeded", durationMs } }
          : { ...call, state: "output-error" };
      emit("action-end", { id: call.toolCallId, action: call.toolName, state: shown.state });
      return [{ ...shown, ...result } as ToolPart, shown];
    }),
  );
  const shownParts = message.parts.map(
    (part) =>
      answers.find(([, shown]) => "toolCallId" in part && shown.toolCallId === part.toolCallId)?.[1] ?? part,
  );
  return {
    sent: { ...message, parts: answers.map(([sent]) => sent) },
    shown: { ...message, parts: shownParts },
  };
}
