import type { Failure } from "../chat/conversation.ts";
import type { LoadedWords } from "../locales/words.ts";
import { useApp } from "../panel/use-app.ts";

/** What went wrong, in the visitor's words, and the way to try again. */
export function FailureRow() {
  const { conversation, words } = useApp();
  const failure = conversation.failure.value;
  if (!failure) return null;
  const retry = () => {
    failure.retry().catch(() => {});
  };
  return (
    <div class="failure" role="alert">
      <span>{wordsFor(failure, words.value)}</span>
      <button type="button" onClick={retry}>
        {words.value.tryAgain}
      </button>
    </div>
  );
}

function wordsFor({ code, message }: Failure, words: LoadedWords): string {
  if (code === "unreachable") return words.unreachable;
  if (code === "rate_limited") return words.rateLimited;
  if (code.startsWith("identity_")) return words.identityProblem;
  return message || words.somethingWrong;
}
