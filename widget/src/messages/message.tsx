import type { ChatMessage, MessagePart } from "@errand/shared/wire";
import { isTool, textOf } from "../chat/apply-chunk.ts";
import { useApp } from "../panel/use-app.ts";
import { lazy } from "../view/lazy.ts";

/** Markdown and times, fetched once the panel can be used. */
export const details = lazy(() => import("./details.tsx"));
const actions = lazy(() => import("../actions/action.tsx"));
const cards = lazy(() => import("../cards/card.tsx"));

/** One utterance of the visitor or the assistant. */
export function Message({ message }: { message: ChatMessage }) {
  const { you, assistant } = useApp().words.value;
  const isUser = message.role === "user";
  const { PersonMark } = (message.metadata?.author && details()) || {};
  return (
    <div class={`message ${message.role}`}>
      {PersonMark ? <PersonMark /> : <span class="unseen">{isUser ? you : assistant}: </span>}
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

/** One part of an answer: its text, a card, or an action with its progress, question or receipt. */
function Part({ part }: { part: MessagePart }) {
  if (isTool(part)) {
    const { Action } = actions() ?? {};
    return Action ? <Action tool={part} /> : <div class="bubble">{part.toolMetadata?.name}…</div>;
  }
  if (part.type === "data-card") {
    const { Cards } = cards() ?? {};
    return Cards ? <Cards card={part.data} /> : null;
  }
  if (!("text" in part) || !part.text.trim()) return null;
  const { Prose } = details() ?? {};
  return (
    <div class={`bubble markdown ${part.state}`} dir="auto">
      {Prose ? <Prose part={part} /> : part.text}
    </div>
  );
}
