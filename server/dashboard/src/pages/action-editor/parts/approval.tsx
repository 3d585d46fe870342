import { asksFirst } from "@errand/shared/action";
import { SegmentedField } from "../../../components/choice-field.tsx";
import { LocalizedField } from "../../../components/localized-field.tsx";
import { words } from "../../../words/words.ts";
import { Part, type PartProps } from "./part.tsx";

/** Whether the visitor is asked first, and what they read while the call runs. */
export function ApprovalPart({ model }: PartProps) {
  const { form, change, field } = model;
  const { method, confirmation, progressText } = form.value;
  return (
    <Part name="approval">
      <SegmentedField
        label={words.approval.when}
        hint={words.approval.effect(method, asksFirst({ method, confirmation }))}
        value={confirmation}
        options={[
          ["auto", words.approval.auto],
          ["always", words.approval.always],
          ["never", words.approval.never],
        ]}
        onValue={(value) => change({ confirmation: value })}
      />
      <LocalizedField
        label={words.approval.progress}
        hint={words.approval.progressHint}
        rows={progressText}
        onRows={(rows) => change({ progressText: rows })}
        pointer="/progressText"
        field={field}
        maxLength={200}
      />
    </Part>
  );
}
