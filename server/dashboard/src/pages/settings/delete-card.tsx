import type { SiteView } from "@errand/shared/site";
import { useLocation } from "preact-iso/router";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/owner-api.ts";
import { confirm } from "../../components/confirm.tsx";
import { Card } from "../../components/states.tsx";
import { notify } from "../../components/toast.tsx";
import { words } from "../../words/words.ts";

/** The end of a site, its name typed first. */
export function DeleteCard({ site }: { site: SiteView }) {
  const { route } = useLocation();
  const remove = async () => {
    if (!(await confirm({ ...words.settings.deleting(site.name), typed: site.name, isDangerous: true })))
      return;
    try {
      await api.deleteSite(site.id);
      notify(words.settings.deleted(site.name));
      route("/");
    } catch (thrown) {
      notify(toApiError(thrown).message, true);
    }
  };
  return (
    <Card
      title={words.settings.deleteTitle}
      text={words.settings.deleteText}
      aside={
        <button type="button" class="button danger-quiet" onClick={() => void remove()}>
          {words.settings.delete}
        </button>
      }
    />
  );
}
