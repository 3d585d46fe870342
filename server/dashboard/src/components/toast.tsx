import { signal } from "@preact/signals";
import { words } from "../words/words.ts";

/** What a notice of something that can still be taken back holds. */
interface Reversible {
  undo: () => void;
  /** Called once when the notice goes and nothing was taken back. */
  settle: () => void;
}

interface Toast {
  text: string;
  isProblem: boolean;
  reversible?: Reversible;
}

const SHOWN_MS = 5_000;
/** Long enough to read, think and reach the button. */
const REVERSIBLE_MS = 8_000;

const toast = signal<Toast | undefined>(undefined);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Tells the owner that something was done, or failed, where no field is at fault. */
export function notify(text: string, isProblem = false): void {
  show({ text, isProblem }, SHOWN_MS);
}

/** Tells the owner that something is about to be done, and lets them take it back while the notice stands. */
export function notifyReversible(text: string, reversible: Reversible): void {
  show({ text, isProblem: false, reversible }, REVERSIBLE_MS);
}

function show(next: Toast, shownMs: number): void {
  dismiss();
  toast.value = next;
  timer = setTimeout(dismiss, shownMs);
}

function dismiss(): void {
  clearTimeout(timer);
  const gone = toast.peek();
  toast.value = undefined;
  gone?.reversible?.settle();
}

function takeBack({ undo }: Reversible): void {
  clearTimeout(timer);
  toast.value = undefined;
  undo();
}

// What was not taken back is done when the page is left.
addEventListener("pagehide", dismiss);

/** The place where notices are shown and announced; stands once in the app. */
export function ToastHost() {
  const shown = toast.value;
  const reversible = shown?.reversible;
  return (
    <div class="toast-place" role="status">
      {shown ? (
        <div class={shown.isProblem ? "toast is-problem" : "toast"}>
          <p>{shown.text}</p>
          {reversible ? (
            <button type="button" class="toast-button" onClick={() => takeBack(reversible)}>
              {words.undo}
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
