import type { ActionTestResult } from "@errand/shared/action-test";
import type { FieldError } from "@errand/shared/wire";
import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/owner-api.ts";
import { SwitchField } from "../../components/choice-field.tsx";
import { Icon } from "../../components/icon.tsx";
import { Card, ErrorState } from "../../components/states.tsx";
import { Form } from "../../components/form.tsx";
import { words } from "../../words/words.ts";
import { parseAnswer } from "./answer-fields.ts";
import { NOBODY, toVisitor } from "../../try/visitor-form.ts";
import { VisitorFields } from "../../try/visitor-fields.tsx";
import { toInput } from "./action-input.ts";
import { toFieldPointer } from "./judge-action.ts";
import { type Samples, toArguments } from "./test-request.ts";
import { NotYet } from "./not-yet.tsx";
import { SampleFields } from "./sample-fields.tsx";
import { TestResult } from "./test-result.tsx";
import { takeAnswer } from "./take-answer.ts";
import type { ActionModel } from "./use-save-action.ts";

interface TestPanelProps {
  site: string;
  model: ActionModel;
  /** The saved action whose stored key a test may use. */
  savedFrom: string | undefined;
  /** Takes the answer of each test, parsed. */
  onAnswer: (answer: unknown) => void;
}

/** Runs the definition as it stands on the page, saved or not. */
export function TestPanel({ site, model, savedFrom, onAnswer }: TestPanelProps) {
  const [samples, setSamples] = useState<Samples>({});
  const [visitor, setVisitor] = useState(NOBODY);
  const [isDry, setDry] = useState(false);
  const [faults, setFaults] = useState<FieldError[]>([]);
  const [result, setResult] = useState<ActionTestResult>();
  const [isIncomplete, setIncomplete] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const problemAt = (pointer: string) => faults.find((fault) => fault.pointer === pointer)?.message;

  const run = async () => {
    setFailure(undefined);
    const form = model.form.peek();
    const read = { arguments: toArguments(form.parameters, samples), visitor: toVisitor(visitor) };
    const found = Object.values(read).flatMap((each) => ("faults" in each ? each.faults : []));
    setFaults(found);
    const isReady = model.reveal();
    setIncomplete(!isReady);
    if (!isReady) return;
    if ("faults" in read.arguments || "faults" in read.visitor) return;
    setBusy(true);
    try {
      const test = { arguments: read.arguments.value, visitor: read.visitor.value, dryRun: isDry };
      const from = savedFrom === undefined ? {} : { savedFrom };
      const tested = await api.testAction(site, { action: toInput(form), ...test, ...from });
      setResult(tested);
      if (tested.response) onAnswer(parseAnswer(tested.response.body));
    } catch (thrown) {
      const error = toApiError(thrown);
      setResult(undefined);
      setFaults(error.errors);
      model.refuse(error.errors.map((fault) => ({ ...fault, pointer: toFieldPointer(fault.pointer) })));
      setFailure(error.message);
    }
    setBusy(false);
  };

  return (
    <Card title={words.test.title} text={words.test.text}>
      <Form class="stack" onSubmit={run}>
        <SampleFields
          rows={model.form.value.parameters}
          samples={samples}
          onSamples={setSamples}
          problemAt={problemAt}
        />
        <VisitorFields visitor={visitor} onVisitor={setVisitor} problemAt={problemAt} />
        <SwitchField label={words.test.dryRun} hint={words.test.dryRunHint} isOn={isDry} onValue={setDry} />
        <button type="submit" class="button primary wide" disabled={isBusy}>
          <Icon name="play" />
          {isBusy ? words.test.running : words.test.run}
        </button>
      </Form>
      <div class="test-outcome" aria-live="polite">
        {isIncomplete ? <NotYet model={model} /> : null}
        {failure ? <ErrorState message={failure} /> : null}
        {result ? <TestResult result={result} onUse={(body) => takeAnswer(model, body)} /> : null}
      </div>
    </Card>
  );
}
