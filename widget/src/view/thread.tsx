import { useEffect, useRef, useState } from "preact/hooks";
import { textOf } from "../chat/apply-chunk.ts";
import { useApp } from "../panel/use-app.ts";
import { Greeting } from "./greeting.tsx";
import { DOWN, Icon } from "./icon.tsx";
import { loadMessages, messagesView } from "./load-messages.ts";

/** How far from the end the thread may be and still follow new messages, in pixels. */
const FOLLOW_PX = 48;

/** All that was said, kept at its end unless the visitor scrolled up. */
export function Thread() {
  const { conversation, words, isOpen, shell } = useApp();
  const messages = conversation.messages.value;
  const { scroller, content, isAtEnd, onScroll, toEnd } = useFollow();
  const Messages = messagesView.value?.Messages;
  const newest = messages.at(-1);

  useEffect(() => {
    if (isOpen.value) void loadMessages(shell.root);
  }, [isOpen.value, messages.length]);
  useEffect(() => {
    if (newest?.role === "user") toEnd();
  }, [newest?.id]);

  return (
    <div class="middle">
      <div
        class="thread"
        ref={scroller}
        onScroll={onScroll}
        role="log"
        aria-live="off"
        aria-label={words.value.conversation}
        tabIndex={0}
      >
        <div ref={content}>
          <Greeting />
          {Messages ? <Messages /> : messages.map((message) => <p key={message.id}>{textOf(message)}</p>)}
        </div>
      </div>
      {!isAtEnd && (
        <button type="button" class="newest" onClick={toEnd}>
          <Icon path={DOWN} />
          {words.value.newest}
        </button>
      )}
    </div>
  );
}

function useFollow() {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const lastTop = useRef(0);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const toEnd = () => {
    follows.current = true;
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  };
  const onScroll = () => {
    const { scrollTop = 0, clientHeight = 0, scrollHeight = 0 } = scroller.current ?? {};
    const isEnd = scrollHeight - clientHeight - scrollTop < FOLLOW_PX;
    // Content that grows leaves the end behind too, but only the visitor scrolls up.
    follows.current = isEnd || (follows.current && scrollTop >= lastTop.current);
    lastTop.current = scrollTop;
    setIsAtEnd(follows.current);
  };
  useEffect(() => {
    const observer = new ResizeObserver(() => follows.current && toEnd());
    for (const { current } of [content, scroller]) if (current) observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { scroller, content, isAtEnd, onScroll, toEnd };
}
