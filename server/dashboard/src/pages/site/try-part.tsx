import { useState } from "preact/hooks";
import { Allowed } from "../../components/allowed.tsx";
import { Icon } from "../../components/icon.tsx";
import { Card, ErrorState } from "../../components/states.tsx";
import { PreviewFrame } from "../../try/preview-frame.tsx";
import { Trace } from "../../try/trace.tsx";
import { usePreview } from "../../try/use-preview.ts";
import { VisitorFields } from "../../try/visitor-fields.tsx";
import { NOBODY } from "../../try/visitor-form.ts";
import { Form } from "../../components/form.tsx";
import { words } from "../../words/words.ts";
import { EvalsCard } from "../evals/evals-card.tsx";
import { PartHead } from "./part-head.tsx";
import type { PartProps } from "./part-props.ts";

/** The real widget of this site, as whichever visitor, and beside it what the model made of it. */
export function TryPart({ site }: PartProps) {
  const [visitor, setVisitor] = useState(NOBODY);
  const { preview, trace, faults, failure, isBusy, begin, refresh } = usePreview(site.id);
  return (
    <>
      <PartHead title={words.site.parts.try} text={words.try.text} />
      <div class="try">
        <Card title={words.try.as} text={words.try.asText}>
          <Form class="stack" onSubmit={() => begin(visitor)}>
            <Allowed least="editor">
              <VisitorFields
                visitor={visitor}
                onVisitor={setVisitor}
                problemAt={(pointer) => faults.find((fault) => fault.pointer === pointer)?.message}
              />
              <div>
                <button type="submit" class="button primary" disabled={isBusy}>
                  <Icon name="play" />
                  {preview ? words.try.restart : words.try.start}
                </button>
              </div>
              {failure && failure.errors.length === 0 ? <ErrorState message={failure.message} /> : null}
            </Allowed>
          </Form>
        </Card>
        <div class="try-stage">
          {preview ? (
            <PreviewFrame preview={preview} mode="inline" onActivity={refresh} />
          ) : (
            <p class="preview-frame is-empty">{words.try.empty}</p>
          )}
        </div>
        <Card title={words.try.trace} text={words.try.traceText}>
          <Trace trace={trace} />
        </Card>
      </div>
      <EvalsCard site={site.id} />
    </>
  );
}
