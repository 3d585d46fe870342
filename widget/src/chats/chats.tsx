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

/** The life of the widget whose visitors are listened for. */
let heard: AbortController | undefined;

/** Asks the server each time the list is opened, and when another visitor is there. */
function load(element: HTMLElement | null): void {
  if (!element) return;
  const { isListing, shell } = useApp();
  if (heard !== shell.life) {
    heard = shell.life;
    addEventListener("errand:identity-changed", () => (isListing.peek() ? refresh() : forget()), heard);
  }
  refresh();
}

/** Grows with each question, so that an answer for another visitor is not taken. */
let round = 0;

function forget(): void {
  round++;
  items.value = undefined;
}

function refresh(): void {
  forget();
  isFailed.value = false;
  fetchItems(round).catch(() => (isFailed.value = true));
}

async function fetchItems(asked: number): Promise<void> {
  const response = await useApp().session.request(() => ["/v1/chats"]);
  const listed = ((await response.json()) as { items: ChatListItem[] }).items;
  if (asked === round) items.value = listed;
}
