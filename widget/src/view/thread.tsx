import { useApp } from "../panel/use-app.ts";
import { Messages } from "../messages/messages.tsx";
import { Greeting } from "./greeting.tsx";
import { DOWN, Icon } from "./icon.tsx";

/** All that was said, kept at its end unless the visitor scrolled up. */
export function Thread() {
  const { words, follow, conversation: said } = useApp();
  const { conversation, newest } = words.value;
  return (
    <div class="middle">
      <div
        class="thread"
        ref={follow.watchScroller}
        onScroll={follow.onScroll}
        role="log"
        aria-live="off"
        aria-label={conversation}
        tabIndex={0}
      >
        <div ref={follow.watchContent}>
          {said.messages.value.length <= follow.shown.value && <Greeting />}
          <Messages />
        </div>
      </div>
      {!follow.isAtEnd.value && (
        <button type="button" class="newest" onClick={follow.toEnd}>
          <Icon path={DOWN} />
          {newest}
        </button>
      )}
    </div>
  );
}
