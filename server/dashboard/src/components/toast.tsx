import { signal } from "@preact/signals";

interface Toast {
  text: string;
  isProblem: boolean;
}

const SHOWN_MS = 5_000;
const toast = signal<Toast | undefined>(undefined);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Tells the owner that something was done, or failed, where no field is at fault. */
export function notify(text: string, isProblem = false): void {
  clearTimeout(timer);
  toast.value = { text, isProblem };
  timer = setTimeout(() => {
    toast.value = undefined;
  }, SHOWN_MS);
}

/** The place where notices are shown and announced; stands once in the app. */
export function ToastHost() {
  const shown = toast.value;
  return (
    <div class="toast-place" role="status">
      {shown ? <p class={shown.isProblem ? "toast is-problem" : "toast"}>{shown.text}</p> : null}
    </div>
  );
}
