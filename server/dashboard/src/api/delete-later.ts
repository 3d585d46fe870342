import { signal } from "@preact/signals";
import { notify, notifyReversible } from "../components/toast.tsx";
import { toApiError } from "./api-error.ts";

const going = signal<ReadonlySet<string>>(new Set());

/** Whether something with this id is about to be deleted, and should no longer be shown. */
export function isGoing(id: string): boolean {
  return going.value.has(id);
}

/**
 * Hides something at once and deletes it when the owner has not taken it back in time. A failure is told, and what
 * was hidden shows again.
 */
export function deleteLater(deletion: { id: string; text: string; work: () => Promise<void> }): void {
  const { id, text, work } = deletion;
  const show = () => {
    going.value = new Set([...going.peek()].filter((each) => each !== id));
  };
  going.value = new Set([...going.peek(), id]);
  notifyReversible(text, {
    undo: show,
    settle: () => {
      void work().catch((thrown: unknown) => {
        show();
        notify(toApiError(thrown).message, true);
      });
    },
  });
}
