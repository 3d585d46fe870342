import type { ImportedAction } from "@errand/shared/action-import";
import { useLocation } from "preact-iso/router";
import { MethodBadge } from "../../components/badges.tsx";
import { TextField } from "../../components/text-field.tsx";
import { inOwnWords } from "../../words/in-own-words.ts";
import { words } from "../../words/words.ts";
import { actionDraft } from "../action-editor/action-draft.ts";
import { inputToForm } from "../action-editor/action-form.ts";
import { toIdentifier } from "../action-editor/identifier.ts";

/** A draft under review. */
export interface ReviewedDraft extends ImportedAction {
  key: string;
  isTicked: boolean;
  isAdded?: boolean;
  problem?: string | undefined;
}

interface DraftItemProps {
  site: string;
  draft: ReviewedDraft;
  onChange: (part: Partial<ReviewedDraft>) => void;
}

/** One draft: ticked or not, under a name of the owner's choice, and what to check in it. */
export function DraftItem({ site, draft, onChange }: DraftItemProps) {
  const { action, notes, source, isTicked, isAdded, problem } = draft;
  const { route } = useLocation();
  const rename = (name: string) => {
    const identifier = toIdentifier(name) || action.identifier;
    onChange({ action: { ...action, name, identifier }, problem: undefined });
  };
  const open = () => {
    actionDraft(site, "new").write(inputToForm(action));
    route(`/sites/${site}/actions/new`);
  };
  return (
    <li class="draft">
      <input
        type="checkbox"
        aria-label={words.importing.tick(action.name)}
        checked={isTicked && !isAdded}
        disabled={isAdded}
        onChange={(event) => onChange({ isTicked: event.currentTarget.checked })}
      />
      <div class="stack tight">
        <TextField
          label={words.basics.name}
          isLabelHidden
          maxLength={120}
          required
          value={action.name}
          problem={problem}
          onValue={rename}
        />
        <p class="action-where">
          <MethodBadge method={action.method} />
          <code>{action.identifier}</code>
          <span class="host">{source}</span>
        </p>
        <p class="muted">{action.whenToUse}</p>
        {notes.length > 0 ? (
          <details>
            <summary>{words.importing.notes(notes.length)}</summary>
            <ul class="notes">
              {notes.map((note) => (
                <li key={note}>{inOwnWords(note)}</li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
      {isAdded ? (
        <span class="badge good">{words.importing.isAdded}</span>
      ) : (
        <button type="button" class="button small" onClick={open}>
          {words.importing.open}
          <span class="visually-hidden"> {action.name}</span>
        </button>
      )}
    </li>
  );
}
