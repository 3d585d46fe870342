import { useApp } from "../panel/use-app.ts";
import { details } from "../messages/message.tsx";
import { Messages } from "../messages/messages.tsx";
import { Greeting } from "./greeting.tsx";

/** All that was said, kept at its end unless the visitor scrolled up. */
export function Thread() {
  const { words, follow, conversation: said } = useApp();
  const { Newest } = (!follow.isAtEnd.value && details()) || {};
  return (
    <div class="middle">
      <div
        class="thread"
        ref={follow.watchScroller}
        onScroll={follow.onScroll}
        role="log"
        aria-live="off"
        aria-label={words.value.conversation}
        tabIndex={0}
      >
        <div ref={follow.watchContent}>
          {said.messages.value.length <= follow.shown.value && <Greeting />}
          <Messages />
        </div>
      </div>
      {Newest && <Newest />}
    </div>
  );
}
