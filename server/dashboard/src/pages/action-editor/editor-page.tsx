import type { ActionView } from "@errand/shared/action";
import { useRoute } from "preact-iso/router";
import { useEffect, useState } from "preact/hooks";
import { type ApiError, toApiError } from "../../api/api-error.ts";
import { api } from "../../api/owner-api.ts";
import { useResource } from "../../api/use-resource.ts";
import { PageFrame } from "../../components/page-frame.tsx";
import { usePageTitle } from "../../components/page-title.ts";
import { ErrorState, LoadingState } from "../../components/states.tsx";
import { words } from "../../words/words.ts";
import { NotFoundPage } from "../not-found.tsx";
import { type ActionForm, emptyForm, toCopy, toForm } from "./action-form.ts";
import { Editor } from "./editor.tsx";

/** A new action, a copy of one (`?from=`), or one that is saved: the same page. */
export function ActionEditorPage() {
  const { params, query } = useRoute();
  const { site = "", action = "new" } = params;
  const from = query["from"];
  return <EditorLoader key={`${action}:${from ?? ""}`} site={site} action={action} from={from} />;
}

interface Opened {
  initial: ActionForm;
  saved: ActionView | undefined;
}

function EditorLoader({ site, action, from }: { site: string; action: string; from: string | undefined }) {
  const [opened, setOpened] = useState<Opened | ApiError>();
  const open = () => {
    setOpened(undefined);
    openAction(site, action, from).then(setOpened, (error: unknown) => setOpened(toApiError(error)));
  };
  useEffect(open, []);
  const siteName = useResource(`site:${site}`, () => api.readSite(site)).data?.name;
  const isOpen = opened !== undefined && "initial" in opened;
  const title = isOpen && opened.saved ? opened.saved.name : words.editor.newTitle;
  usePageTitle(title, siteName);
  if (opened !== undefined && !isOpen && opened.status === 404) return <NotFoundPage />;
  return (
    <PageFrame
      crumbs={[
        { text: siteName ?? words.site.unnamed, href: `/sites/${site}/actions` },
        { text: title, href: `/sites/${site}/actions/${action}` },
      ]}
    >
      {opened === undefined ? <LoadingState /> : null}
      {opened !== undefined && !isOpen ? <ErrorState message={opened.message} retry={open} /> : null}
      {isOpen ? <Editor site={site} initial={opened.initial} saved={opened.saved} /> : null}
    </PageFrame>
  );
}

async function openAction(site: string, action: string, from: string | undefined): Promise<Opened> {
  if (action !== "new") {
    const saved = await api.readAction(site, action);
    return { initial: toForm(saved), saved };
  }
  if (from === undefined) return { initial: emptyForm(), saved: undefined };
  const source = await api.readAction(site, from);
  return { initial: toCopy(source, words.editor.copyOf(source.name)), saved: undefined };
}
