import type { ActionView } from "@errand/shared/action";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/owner-api.ts";
import { may } from "../../api/role.ts";
import { confirm } from "../../components/confirm.tsx";
import { notify } from "../../components/toast.tsx";
import { words } from "../../words/words.ts";

interface EditorMenuProps {
  site: string;
  action: ActionView;
  leave: (url: string) => void;
}

/** What can be done with a saved action as a whole. */
export function EditorMenu({ site, action, leave }: EditorMenuProps) {
  const remove = async () => {
    if (!(await confirm({ ...words.editor.deleting(action.name), isDangerous: true }))) return;
    try {
      await api.deleteAction(site, action.id);
      notify(words.editor.deleted(action.name));
      leave(`/sites/${site}/actions`);
    } catch (thrown) {
      notify(toApiError(thrown).message, true);
    }
  };
  return (
    <div class="actions">
      <a class="button" href={`/sites/${site}/runs?action=${action.id}`}>
        {words.editor.runs}
      </a>
      {may("editor") ? (
        <>
          <a class="button" href={`/sites/${site}/actions/new?from=${action.id}`}>
            {words.editor.duplicate}
          </a>
          <button type="button" class="button danger-quiet" onClick={() => void remove()}>
            {words.editor.delete}
          </button>
        </>
      ) : null}
    </div>
  );
}
