import type { ActionImportResult } from "@errand/shared/action-import";
import { useLocation } from "preact-iso/router";
import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/owner-api.ts";
import { Card } from "../../components/states.tsx";
import { notify } from "../../components/toast.tsx";
import { inOwnWords } from "../../words/in-own-words.ts";
import { words } from "../../words/words.ts";
import { DraftItem, type ReviewedDraft } from "./draft-item.tsx";

interface DraftReviewProps {
  site: string;
  result: ActionImportResult;
}

/** The drafts of an import; what is ticked is added, switched off. */
export function DraftReview({ site, result }: DraftReviewProps) {
  const [drafts, setDrafts] = useState<ReviewedDraft[]>(() =>
    result.items.map((item, index) => ({ ...item, key: String(index), isTicked: true })),
  );
  const [isBusy, setBusy] = useState(false);
  const { route } = useLocation();
  const open = drafts.filter(({ isAdded }) => !isAdded);
  const ticked = open.filter(({ isTicked }) => isTicked);
  const change = (key: string, part: Partial<ReviewedDraft>) =>
    setDrafts((all) => all.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)));

  const add = async () => {
    setBusy(true);
    let failed = 0;
    for (const { key, action } of ticked) {
      try {
        await api.createAction(site, { ...action, enabled: false });
        change(key, { isAdded: true, problem: undefined });
      } catch (thrown) {
        failed += 1;
        const error = toApiError(thrown);
        change(key, { problem: error.errors[0]?.message ?? error.message });
      }
    }
    setBusy(false);
    if (ticked.length > failed) notify(words.importing.added(ticked.length - failed));
    if (failed === 0) route(`/sites/${site}/actions`);
  };

  return (
    <Card title={words.importing.found(drafts.length)} text={words.importing.foundText}>
      <div class="stack">
        {drafts.length === 0 ? <p class="muted">{words.importing.none}</p> : null}
        {open.length > 1 ? (
          <label class="tick">
            <input
              type="checkbox"
              checked={ticked.length === open.length}
              onChange={(event) => {
                const isTicked = event.currentTarget.checked;
                setDrafts(drafts.map((draft) => ({ ...draft, isTicked })));
              }}
            />
            {words.importing.all}
          </label>
        ) : null}
        <ul class="draft-list">
          {drafts.map((draft) => (
            <DraftItem
              key={draft.key}
              site={site}
              draft={draft}
              onChange={(part) => change(draft.key, part)}
            />
          ))}
        </ul>
        <Skipped skipped={result.skipped} />
        {open.length > 0 ? (
          <div>
            <button
              type="button"
              class="button primary"
              disabled={isBusy || ticked.length === 0}
              onClick={() => void add()}
            >
              {isBusy ? words.saving : words.importing.add(ticked.length)}
            </button>
          </div>
        ) : null}
      </div>
    </Card>
  );
}

function Skipped({ skipped }: Pick<ActionImportResult, "skipped">) {
  if (skipped.length === 0) return null;
  return (
    <details>
      <summary>{words.importing.skipped(skipped.length)}</summary>
      <ul class="notes">
        {skipped.map(({ source, reason }) => (
          <li key={source}>
            <code>{source}</code> {inOwnWords(reason)}
          </li>
        ))}
      </ul>
    </details>
  );
}
