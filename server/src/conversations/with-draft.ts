import type { StoredAction } from "../actions/stored-action.ts";
import type { DraftAction } from "../actions/preview-store.ts";

/** The actions of a preview: the draft, switched on, in place of the saved action or one of the same identifier. */
export function withDraft(
  actions: readonly StoredAction[],
  draft: DraftAction | undefined,
): readonly StoredAction[] {
  if (!draft) return actions;
  const { action, replaces } = draft;
  const { identifier } = action.definition;
  const others = actions.filter(
    ({ id, definition }) => id !== replaces && definition.identifier !== identifier,
  );
  return [...others, { ...action, definition: { ...action.definition, enabled: true } }];
}
