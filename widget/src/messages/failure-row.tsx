import { useApp } from "../panel/use-app.ts";
import { details } from "./message.tsx";

/** What went wrong, in the visitor's words, and the way to try again. */
export function FailureRow() {
  const { conversation, words } = useApp();
  const failure = conversation.failure.value;
  if (!failure) return null;
  const retry = () => {
    failure.retry().catch(() => {});
  };
  // What tells the reasons apart comes from the server that may be out of reach.
  const { Reason } = details() ?? {};
  return (
    <div class="failure" role="alert">
      <span>{Reason ? <Reason failure={failure} /> : words.value.unreachable}</span>
      <button type="button" onClick={retry}>
        {words.value.tryAgain}
      </button>
    </div>
  );
}
