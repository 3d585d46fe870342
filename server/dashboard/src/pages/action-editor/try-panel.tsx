import { useState } from "preact/hooks";
import { Icon } from "../../components/icon.tsx";
import { Card, ErrorState, Note } from "../../components/states.tsx";
import { Form } from "../../components/form.tsx";
import { words } from "../../words/words.ts";
import { PreviewFrame } from "../../try/preview-frame.tsx";
import { Trace } from "../../try/trace.tsx";
import { usePreview } from "../../try/use-preview.ts";
import { VisitorFields } from "../../try/visitor-fields.tsx";
import { NOBODY } from "../../try/visitor-form.ts";
import { toInput } from "./action-input.ts";
import { NotYet } from "./not-yet.tsx";
import { toFieldPointer } from "./judge-action.ts";
import type { ActionModel } from "./use-save-action.ts";

interface TryPanelProps {
  site: string;
  model: ActionModel;
  savedFrom: string | undefined;
}

/** A conversation in the real widget, with the action as it stands on the page. */
export function TryPanel({ site, model, savedFrom }: TryPanelProps) {
  const [visitor, setVisitor] = useState(NOBODY);
  const [tried, setTried] = useState("");
  const [isIncomplete, setIncomplete] = useState(false);
  const { preview, trace, faults, failure, isBusy, begin, refresh } = usePreview(site);
  const now = JSON.stringify(toInput(model.form.value));
  const start = async () => {
    const isSound = model.reveal();
    setIncomplete(!isSound);
    if (!isSound) return;
    setTried(now);
    const refused = await begin(visitor, { draft: toInput(model.form.peek()), savedFrom });
    model.refuse(refused.map((fault) => ({ ...fault, pointer: toFieldPointer(fault.pointer) })));
  };
  return (
    <Card title={words.try.title} text={words.try.draftText}>
      <Form class="stack" onSubmit={start}>
        <VisitorFields
          visitor={visitor}
          onVisitor={setVisitor}
          problemAt={(pointer) => faults.find((fault) => fault.pointer === pointer)?.message}
        />
        <button type="submit" class="button primary wide" disabled={isBusy}>
          <Icon name="play" />
          {preview ? words.try.restart : words.try.start}
        </button>
      </Form>
      <div class="test-outcome" aria-live="polite">
        {isIncomplete ? <NotYet model={model} /> : null}
        {failure ? <ErrorState message={failure.message} /> : null}
      </div>
      {preview ? (
        <div class="stack try-stage">
          {tried === now ? null : <Note>{words.try.changed}</Note>}
          <PreviewFrame preview={preview} mode="inline" onActivity={refresh} />
          <h3>{words.try.trace}</h3>
          <Trace trace={trace} />
        </div>
      ) : null}
    </Card>
  );
}
