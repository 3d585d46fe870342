import { signal } from "@preact/signals-core";
import { feedbackWords } from "../locales/en-feedback.ts";
import { useApp } from "../panel/use-app.ts";
import { Icon } from "../view/icon.tsx";
import styles from "./feedback.css?inline";

/** The style sheet of this folder. */
export const css: string = styles;

const THUMB =
  "M2 21h3V10H2Zm20-10c0-1.1-.9-2-2-2h-5.6l.9-4.3v-.3c0-.4-.2-.8-.4-1.1L13.8 2.3 7.6 8.6C7.2 8.9 7 9.4 7 10v9c0 1.1.9 2 2 2h8.500c.8 0 1.5-.5 1.800-1.200l2.600-6.300c.1-.2.1-.5.1-.7Z";

type Value = "up" | "down";

/** The longest comment, in UTF-16 units. */
const MAX_LENGTH = 1000;

/** What the visitor said of each message on this page. */
const given = signal<Record<string, Value>>({});
/** Whether the visitor said why. */
const commented = signal<Record<string, boolean>>({});

/** Asks whether a reply was any good. */
export function Feedback({ messageId }: { messageId: string }) {
  const { conversation, words } = useApp();
  const { helpful, notHelpful, thanks, whatWentWrong, send } = { ...feedbackWords, ...words.value };
  const value = given.value[messageId];
  const give = (next: Value) => () => {
    const before = given.peek();
    given.value = { ...before, [messageId]: next };
    // What did not arrive is not shown as given.
    conversation.post("feedback", { messageId, value: next }).catch(() => (given.value = before));
  };
  const comment = (event: SubmitEvent) => {
    event.preventDefault();
    const { value: text } = (event.currentTarget as HTMLFormElement).elements[0] as HTMLTextAreaElement;
    if (!text.trim()) return;
    commented.value = { ...commented.peek(), [messageId]: true };
    // What did not arrive can be sent again.
    conversation.post("feedback", { messageId, value: "down", comment: text.trim() }).catch(() => {
      commented.value = { ...commented.peek(), [messageId]: false };
    });
  };
  const isOpen = value === "down" && !commented.value[messageId];
  const draw = (each: Value, label: string) => (
    <button
      type="button"
      class={each}
      aria-label={label}
      title={label}
      aria-pressed={value === each}
      onClick={give(each)}
    >
      <Icon path={THUMB} />
    </button>
  );
  return (
    <div class="feedback">
      {draw("up", helpful)}
      {draw("down", notHelpful)}
      <span role="status">{value && thanks}</span>
      {isOpen && (
        <form onSubmit={comment}>
          <textarea rows={1} maxLength={MAX_LENGTH} placeholder={whatWentWrong} aria-label={whatWentWrong} />
          <button type="submit">{send}</button>
        </form>
      )}
    </div>
  );
}
