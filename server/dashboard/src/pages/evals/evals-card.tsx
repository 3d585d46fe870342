import type { EvalResult, EvalView } from "@errand/shared/eval";
import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { evalsApi } from "../../api/evals-api.ts";
import { may } from "../../api/role.ts";
import { useResource } from "../../api/use-resource.ts";
import { RoleReason } from "../../components/allowed.tsx";
import { confirm } from "../../components/confirm.tsx";
import { Icon } from "../../components/icon.tsx";
import { Card, ErrorState, Shown } from "../../components/states.tsx";
import { notify } from "../../components/toast.tsx";
import { words } from "../../words/words.ts";
import { EvalEditor } from "./eval-editor.tsx";
import { EvalItem, focus, titleOf } from "./eval-item.tsx";

type Results = Record<string, EvalResult | undefined>;

/** Samples that are shown before the others are asked for. */
const FEW = 20;

/** Sample conversations of a site, run against its model without calling any endpoint. */
export function EvalsCard({ site }: { site: string }) {
  const samples = useResource(`evals:${site}`, () => evalsApi.list(site));
  const [edited, setEdited] = useState<string>();
  /** Whose editor was closed last; the focus goes back to where it was opened. */
  const [returned, setReturned] = useState<string>();
  const [isWhole, setWhole] = useState(false);
  const [results, setResults] = useState<Results>({});
  const [summary, setSummary] = useState("");
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const run = async (ids?: string[]) => {
    setBusy(true);
    setFailure(undefined);
    setSummary(words.evals.running);
    try {
      const report = await evalsApi.run(site, ids);
      const fresh = Object.fromEntries(report.results.map((result) => [result.id, result]));
      setResults((known) => ({ ...known, ...fresh }));
      setSummary(words.evals.summary(report.passed, report.results.length));
    } catch (thrown) {
      setSummary("");
      setFailure(toApiError(thrown).message);
    }
    setBusy(false);
  };
  const remove = async (sample: EvalView) => {
    if (!(await confirm({ ...words.evals.removing(titleOf(sample)), isDangerous: true }))) return;
    try {
      await evalsApi.remove(site, sample.id);
    } catch (thrown) {
      notify(toApiError(thrown).message, true);
    }
    await samples.reload();
  };
  const edit = (which: string) => {
    setReturned(undefined);
    setEdited(which);
  };
  const close = () => {
    setReturned(edited);
    setEdited(undefined);
  };
  const isShown = ({ id }: EvalView, index: number) =>
    isWhole || index < FEW || edited === id || returned === id || results[id]?.passed === false;
  const editor = (saved?: EvalView) => (
    <EvalEditor
      key={saved?.id ?? "new"}
      site={site}
      saved={saved}
      onCancel={close}
      onSaved={({ id }) => {
        close();
        setResults((known) => ({ ...known, [id]: undefined }));
        void samples.reload();
      }}
    />
  );
  const hasSamples = (samples.data?.length ?? 0) > 0;
  return (
    <Card
      title={words.evals.title}
      text={words.evals.text}
      aside={
        hasSamples && may("editor") ? (
          <button type="button" class="button primary" disabled={isBusy} onClick={() => void run()}>
            <Icon name="play" />
            {words.evals.runAll}
          </button>
        ) : undefined
      }
    >
      <p class="eval-summary" aria-live="polite">
        {summary}
      </p>
      {failure ? <ErrorState message={failure} /> : null}
      <Shown resource={samples}>
        {(list) =>
          list.length === 0 && edited === undefined ? (
            <p class="muted">{words.evals.none}</p>
          ) : (
            <ul class="evals">
              {list.filter(isShown).map((sample) => (
                <li key={sample.id}>
                  {edited === sample.id ? (
                    editor(sample)
                  ) : (
                    <EvalItem
                      sample={sample}
                      result={results[sample.id]}
                      isBusy={isBusy}
                      isReturnedTo={returned === sample.id}
                      onRun={() => void run([sample.id])}
                      onEdit={() => edit(sample.id)}
                      onRemove={() => void remove(sample)}
                    />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {isWhole || (samples.data?.length ?? 0) <= FEW ? null : (
        <p class="eval-more">
          <button type="button" class="button small" onClick={() => setWhole(true)}>
            {words.evals.showAll(String(samples.data?.length ?? 0))}
          </button>
        </p>
      )}
      {edited === "new" ? editor() : null}
      {!may("editor") ? (
        <RoleReason least="editor" />
      ) : edited === undefined ? (
        <button
          type="button"
          class="button"
          ref={returned === "new" ? focus : null}
          onClick={() => edit("new")}
        >
          <Icon name="plus" />
          {words.evals.add}
        </button>
      ) : null}
    </Card>
  );
}
