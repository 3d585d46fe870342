import { asksFirst } from "@errand/shared/action";
import { SegmentedField } from "../../../components/choice-field.tsx";
import { LocalizedField } from "../../../components/localized-field.tsx";
import { words } from "../../../words/words.ts";
import { LATER_TEXTS } from "../action-form.ts";
import { Part, type PartProps } from "./part.tsx";

/** Whether the visitor is asked first, and what they read while the call runs. */
export function ApprovalPart({ model }: PartProps) {
  const { form, change, field } = model;
  const { method, confirmation, progressText, progressTexts } = form.value;
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
      <details open={LATER_TEXTS.some((name) => progressTexts[name].length > 0)}>
        <summary>{words.approval.later}</summary>
        <div class="stack inset">
          {LATER_TEXTS.map((name) => (
            <LocalizedField
              key={name}
              label={words.approval.laterTexts[name].label}
              hint={words.approval.laterTexts[name].hint}
              rows={progressTexts[name]}
              onRows={(rows) => change({ progressTexts: { ...progressTexts, [name]: rows } })}
              pointer={`/progressTexts/${name}`}
              field={field}
              maxLength={200}
            />
          ))}
        </div>
      </details>
    </Part>
  );
}
