import type { ConversationMessage, ConversationView, FeedbackView } from "@errand/shared/conversation-view";
import type { ChatMessage, MessagePart } from "@errand/shared/wire";
import { Icon } from "../../components/icon.tsx";
import { formatDate, formatNumber } from "../../words/format.ts";
import { words } from "../../words/words.ts";
import { CallEntry } from "./call-entry.tsx";
import { SaidText } from "./said-text.tsx";

/** A conversation as it went, with what the visitor did not see of its runs. */
export function Transcript({ site, conversation }: { site: string; conversation: ConversationView }) {
  return (
    <ol class="transcript">
      {conversation.messages.map((message) => (
        <Entry key={message.id} site={site} message={message} conversation={conversation} />
      ))}
    </ol>
  );
}

interface EntryProps {
  site: string;
  message: ConversationMessage;
  conversation: ConversationView;
}

function Entry({ site, message, conversation }: EntryProps) {
  const isVisitor = message.role === "user";
  const feedback = conversation.feedback.find(({ messageId }) => messageId === message.id);
  const createdAt = message.metadata?.createdAt;
  const { usage } = message;
  return (
    <li class={isVisitor ? "said by-visitor" : "said"}>
      <p class="said-by">
        <strong>{speakerOf(message)}</strong>
        {createdAt ? <time dateTime={createdAt}>{formatDate(createdAt)}</time> : null}
        {usage ? (
          <span>
            {words.transcript.tokens(formatNumber(usage.inputTokens), formatNumber(usage.outputTokens))}
          </span>
        ) : null}
      </p>
      {message.parts.map((part, index) => (
        <Part key={index} {...{ site, part, conversation, isVisitor }} />
      ))}
      {feedback ? <FeedbackLine feedback={feedback} /> : null}
    </li>
  );
}

function speakerOf({ role, metadata }: ChatMessage): string {
  if (role === "user") return words.transcript.visitorSays;
  return metadata?.author === "person" ? words.transcript.personSays : words.transcript.assistantSays;
}

interface PartProps extends Omit<EntryProps, "message"> {
  part: MessagePart;
  isVisitor: boolean;
}

function Part({ site, part, conversation, isVisitor }: PartProps) {
  if (part.type === "text") {
    if (part.text === "") return null;
    return !isVisitor ? (
      <SaidText text={part.text} />
    ) : (
      <p class="bubble" dir="auto">
        {part.text}
      </p>
    );
  }
  if (part.type === "dynamic-tool") {
    const run = conversation.runs.find(({ callId }) => callId === part.toolCallId);
    const approval = conversation.approvals.find(({ callId }) => callId === part.toolCallId);
    return <CallEntry site={site} part={part} run={run} approval={approval} />;
  }
  if (part.type === "data-card")
    return <p class="muted">▤ {part.data.items.map(({ title }) => title).join(" · ")}</p>;
  return null;
}

function FeedbackLine({ feedback }: { feedback: FeedbackView }) {
  const isUp = feedback.value === "up";
  return (
    <p class={`feedback-line ${feedback.value}`}>
      <Icon name={isUp ? "thumbUp" : "thumbDown"} />
      <span>
        {isUp ? words.transcript.liked : words.transcript.disliked}
        {feedback.comment ? `: “${feedback.comment}”` : ""}
      </span>
    </p>
  );
}
