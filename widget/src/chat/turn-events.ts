import type { ChatMessage, StreamChunk } from "@errand/shared/wire";
import type { Emit } from "../errand.ts";
import { textOf, toolsOf } from "./apply-chunk.ts";

/** What the page and a screen reader are told of a turn. */
export interface TurnEvents {
  onChunk: (message: ChatMessage, chunk: StreamChunk) => void;
  onEnd: (message: ChatMessage) => void;
}

/** What a screen reader says. */
export interface Speaker {
  say: (text: string) => void;
  /** Says that an action waits for the visitor's word. */
  askFor: (action: string) => void;
}

/** What one tab tells the others of a turn that began. */
export interface TurnNotice {
  conversation: string;
  userId: string | undefined;
}

/**
 * Tells the page of each action and each finished message once, although a resumed stream repeats them.
 * The screen reader hears an action's progress text, then the whole answer.
 */
export function createTurnEvents(emit: Emit, speaker: Speaker): TurnEvents {
  const told = new Set<string>();
  const once = (key: string, tell: () => void) => {
    if (told.has(key)) return;
    told.add(key);
    tell();
  };
  return {
    onChunk(message, chunk) {
      if (!("toolCallId" in chunk)) return;
      const tool = toolsOf(message).find(({ toolCallId }) => toolCallId === chunk.toolCallId);
      if (!tool) return;
      const { toolCallId: id, toolName: action, title, state } = tool;
      if (state.startsWith("input-")) {
        once(`start ${id}`, () => {
          emit("action-start", { id, action });
          speaker.say(title ?? "");
        });
      }
      if (state === "approval-requested") {
        once(`ask ${id}`, () => speaker.askFor(tool.toolMetadata?.name ?? action));
      }
      if (state.startsWith("output-")) once(`end ${id}`, () => emit("action-end", { id, action, state }));
    },
    onEnd(message) {
      const text = textOf(message);
      const isWaiting = toolsOf(message).some(({ state }) => state === "approval-requested");
      if (!text && !isWaiting) return;
      once(`message ${message.id} ${text.length}`, () => {
        emit("assistant-message", { id: message.id, text });
        speaker.say(text);
      });
    },
  };
}
