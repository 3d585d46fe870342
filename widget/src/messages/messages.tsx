import { useApp } from "../panel/use-app.ts";
import { FailureRow } from "./failure-row.tsx";
import { details, Message } from "./message.tsx";

/** All that was said, what is under way, and what went wrong. */
export function Messages() {
  const { conversation, follow } = useApp();
  const messages = conversation.messages.value;
  const first = Math.max(0, messages.length - follow.shown.value);
  const { Pause, Working, Rating } = (messages.length && details()) || {};
  return (
    <>
      {messages
        .slice(first)
        .map((message, i) => [
          Pause && <Pause key={`time ${message.id}`} of={message} after={messages[first + i - 1]} />,
          <Message key={message.id} message={message} />,
        ])}
      {Working && <Working />}
      {Rating && <Rating />}
      <FailureRow />
    </>
  );
}
