import type { ConversationItem, ConversationVisitor } from "@errand/shared/conversation-view";
import { Icon } from "../../components/icon.tsx";
import { formatDate } from "../../words/format.ts";
import { words } from "../../words/words.ts";

/** Conversations, each a link to what was said. */
export function ConversationList({ site, items }: { site: string; items: ConversationItem[] }) {
  return (
    <ul class="entry-list" aria-label={words.conversations.list}>
      {items.map((item) => (
        <li key={item.id}>
          <a class="entry" href={`/sites/${site}/conversations/${item.id}`}>
            <span class="entry-title" dir="auto">
              {item.title || words.conversations.untitled}
            </span>
            <time class="entry-time" dateTime={item.updatedAt}>
              {formatDate(item.updatedAt)}
            </time>
            {item.excerpt && item.excerpt !== item.title ? (
              <span class="entry-excerpt" dir="auto">
                {item.excerpt}
              </span>
            ) : null}
            <span class="entry-facts">
              <VisitorBadge visitor={item.visitor} />
              <Facts item={item} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Who a visitor is, and whether that was proved. */
function VisitorBadge({ visitor }: { visitor: ConversationVisitor }) {
  const { verification, user_id, user_name } = visitor;
  const isKnown = user_id !== undefined;
  return (
    <span
      class={isKnown ? "badge good" : "badge quiet"}
      title={words.conversations.verifications[verification ?? "unknown"]}
    >
      {isKnown ? (user_name ?? user_id) : words.conversations.verifications.anonymous}
    </span>
  );
}

function Facts({ item }: { item: ConversationItem }) {
  const { runs, feedback } = item;
  const count = Object.values(runs).reduce((sum, each) => sum + each, 0);
  const failed = (runs.failed ?? 0) + (runs.unknown ?? 0);
  return (
    <>
      {item.handedOverAt ? <span class="badge warn">{words.conversations.handedOver}</span> : null}
      <span>{words.conversations.messages(item.messages)}</span>
      {count > 0 ? <span>{words.conversations.runs(count)}</span> : null}
      {failed > 0 ? <span class="badge bad">{words.conversations.failed(failed)}</span> : null}
      {feedback.up > 0 ? <Thumb value="up" label={words.conversations.liked} /> : null}
      {feedback.down > 0 ? <Thumb value="down" label={words.conversations.disliked} /> : null}
    </>
  );
}

function Thumb({ value, label }: { value: "up" | "down"; label: string }) {
  return (
    <span class={`thumb ${value}`}>
      <Icon name={value === "up" ? "thumbUp" : "thumbDown"} />
      <span class="visually-hidden">{label}</span>
    </span>
  );
}
