import type { ChatMessage, MessagePart } from "@errand/shared/wire";
import { isTool, textOf } from "../chat/apply-chunk.ts";
import { Action } from "./action.tsx";
import { Markdown } from "./markdown.tsx";
import { useWords } from "./use-words.ts";

/** One utterance of the visitor or the assistant. */
export function Message({ message }: { message: ChatMessage }) {
  const { you, assistant } = useWords();
  const isUser = message.role === "user";
  return (
    <div class={`message ${message.role}`}>
      <span class="unseen">{isUser ? you : assistant}: </span>
      {isUser ? (
        <div class="bubble" dir="auto">
          {textOf(message)}
        </div>
      ) : (
        message.parts.map((part, i) => <Part part={part} key={i} />)
      )}
    </div>
  );
}

/** One part of an answer: its text, or an action with its progress, question or receipt. */
function Part({ part }: { part: MessagePart }) {
  if (isTool(part)) return <Action tool={part} />;
  if (!("text" in part) || !part.text.trim()) return null;
  return (
    <div class={`bubble markdown ${part.state}`} dir="auto">
      <Markdown text={part.text} />
    </div>
  );
}
