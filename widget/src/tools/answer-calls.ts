import type { ChatMessage, ToolPart } from "@errand/shared/wire";
import { toolsOf } from "../chat/apply-chunk.ts";
import { isForPage, type AnsweredCalls } from "../chat/page-calls.ts";

/** What came of a call. */
export type PageResult = { output: unknown } | { errorText: string };

/** Carries out the calls that wait for the page. Their results go to the server, not on the screen. */
export async function answerCalls(
  message: ChatMessage,
  run: (call: ToolPart) => Promise<PageResult>,
): Promise<AnsweredCalls> {
  const calls = toolsOf(message).filter(isForPage);
  const began = Date.now();
  const answers = await Promise.all(
    calls.map(async (call): Promise<[sent: ToolPart, shown: ToolPart]> => {
      const result = await run(call);
      const durationMs = Date.now() - began;
      const shown: ToolPart =
        "output" in result
          ? { ...call, state: "output-available", output: { state: "succeeded", durationMs } }
          : { ...call, state: "output-error" };
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
