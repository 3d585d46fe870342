import { signal } from "@preact/signals-core";
import type { ChatListItem } from "@errand/shared/wire";
import { chatWords } from "../locales/en-chats.ts";
import { useApp } from "../panel/use-app.ts";
import styles from "./chats.css?inline";
import { since } from "./since.ts";

/** The style sheet of this folder. */
export const css: string = styles;

/** What the server listed last; undefined while it is asked. */
const items = signal<ChatListItem[]>();
const isFailed = signal(false);

/** The visitor's conversations, to go on with, and the way to a new one. */
export function Chats() {
  const { words, conversation, isListing } = useApp();
  const { newChat, loading, noChats, unreachable, tryAgain } = { ...chatWords, ...words.value };
  const go = (id?: string) => () => {
    isListing.value = false;
    if (!id || id !== conversation.current()) conversation.open(id);
  };
  const listed = items.value;
  return (
    <div class="chats" ref={load}>
      {isFailed.value && (
        <div class="failure" role="alert">
          <span>{unreachable}</span>
          <button type="button" onClick={refresh}>
            {tryAgain}
          </button>
        </div>
      )}
      {!listed?.length && !isFailed.value && (
        <p class="none" role="status">
          {listed ? noChats : loading}
        </p>
      )}
      <ul>
        {listed?.map(({ id, title, updatedAt }) => (
          <li key={id}>
            <button type="button" aria-current={id === conversation.current()} onClick={go(id)}>
              <span dir="auto">{title}</span>
              <time dateTime={updatedAt}>{since(useApp().locale.value, updatedAt)}</time>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="primary" onClick={go()}>
        {newChat}
      </button>
    </div>
  );
}

/** Asks the server each time the list is opened. */
function load(element: HTMLElement | null): void {
  if (element) refresh();
}

function refresh(): void {
  isFailed.value = false;
  fetchItems().catch(() => (isFailed.value = true));
}

async function fetchItems(): Promise<void> {
  const response = await useApp().session.request(() => ["/v1/chats"]);
  items.value = ((await response.json()) as { items: ChatListItem[] }).items;
}
