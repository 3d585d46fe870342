import type { ActionView } from "@errand/shared/action";
import { useState } from "preact/hooks";
import { may } from "../../api/role.ts";
import { Allowed } from "../../components/allowed.tsx";
import { Note } from "../../components/states.tsx";
import { Form } from "../../components/form.tsx";
import { words } from "../../words/words.ts";
import { useActionDraft } from "./action-draft.ts";
import type { ActionForm } from "./action-form.ts";
import { AnswerPart } from "./parts/answer.tsx";
import { ApprovalPart } from "./parts/approval.tsx";
import { AuthorizationPart } from "./parts/authorization.tsx";
import { BasicsPart } from "./parts/basics.tsx";
import { ParametersPart } from "./parts/parameters.tsx";
import { RequestPart } from "./parts/request.tsx";
import { VisitorPart } from "./parts/visitor.tsx";
import { EditorMenu } from "./editor-menu.tsx";
import { RecentRuns } from "./recent-runs.tsx";
import { SaveBar } from "./save-bar.tsx";
import { SectionNav } from "./section-nav.tsx";
import { SidePanel } from "./side-panel.tsx";
import { createActionModel, useSaveAction } from "./use-save-action.ts";

interface EditorProps {
  site: string;
  initial: ActionForm;
  /** The action as it is saved; undefined for one that never was. */
  saved: ActionView | undefined;
}

/** The whole definition of an action on one page, and its test beside it. */
export function Editor({ site, initial, saved }: EditorProps) {
  const [model] = useState(() => createActionModel(initial, saved !== undefined));
  const [answer, setAnswer] = useState<unknown>();
  const draft = useActionDraft(site, saved?.id ?? "new", model, initial);
  const { save, isBusy, leave } = useSaveAction({ site, saved, model });
  return (
    <>
      <div class="page-head">
        <div>
          <h1>{saved ? model.form.value.name || saved.name : words.editor.newTitle}</h1>
          <p class="muted">{words.editor.text}</p>
        </div>
        {saved ? <EditorMenu site={site} action={saved} leave={leave} /> : null}
      </div>
      {draft.isRestored ? <Restored onDiscard={draft.discard} /> : null}
      <div class="editor">
        <SectionNav model={model} />
        <Form class="editor-form" id="action-form" onSubmit={save}>
          <Allowed least="editor">
            <BasicsPart model={model} />
            <RequestPart model={model} />
            <ParametersPart model={model} />
            <AuthorizationPart model={model} />
            <VisitorPart model={model} />
            <ApprovalPart model={model} />
            <AnswerPart model={model} answer={answer} />
          </Allowed>
        </Form>
        <aside class="test-panel" id="test" aria-label={words.test.title}>
          {may("editor") ? (
            <SidePanel site={site} model={model} savedFrom={saved?.id} onAnswer={setAnswer} />
          ) : null}
          {saved ? <RecentRuns site={site} action={saved.id} /> : null}
        </aside>
      </div>
      <SaveBar model={model} isBusy={isBusy} isNew={!saved} cancelHref={`/sites/${site}/actions`} />
    </>
  );
}

function Restored({ onDiscard }: { onDiscard: () => void }) {
  return (
    <div class="restored">
      <Note>
        <p>{words.editor.restored}</p>
        <button type="button" class="button small" onClick={onDiscard}>
          {words.editor.discard}
        </button>
      </Note>
    </div>
  );
}
