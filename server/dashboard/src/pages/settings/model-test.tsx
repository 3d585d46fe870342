import type { ModelTestResult } from "@errand/shared/site-model";
import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { settingsApi } from "../../api/settings-api.ts";
import { notify } from "../../components/toast.tsx";
import { formatDuration } from "../../words/format.ts";
import { inOwnWords } from "../../words/in-own-words.ts";
import { words } from "../../words/words.ts";

/** Asks the stored model one thing and tells whether it answers. */
export function ModelTest({ site, isDisabled }: { site: string; isDisabled: boolean }) {
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<ModelTestResult>();
  const test = async () => {
    setBusy(true);
    setResult(undefined);
    try {
      setResult(await settingsApi.testModel(site));
    } catch (thrown) {
      notify(toApiError(thrown).message, true);
    }
    setBusy(false);
  };
  return (
    <>
      <button type="button" class="button" disabled={isBusy || isDisabled} onClick={() => void test()}>
        {isBusy ? words.modelCard.testing : words.modelCard.test}
      </button>
      <span role="status" class={result && !result.ok ? "problem-text" : "muted"}>
        {result ? `${verdictOf(result)} ${result.ok ? "" : inOwnWords(result.message)}`.trim() : ""}
      </span>
    </>
  );
}

const verdictOf = ({ ok, durationMs }: ModelTestResult): string =>
  ok ? words.modelCard.works(formatDuration(durationMs)) : words.modelCard.fails;
