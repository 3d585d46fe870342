import { SegmentedField } from "../../../components/choice-field.tsx";
import { Problem } from "../../../components/field-frame.tsx";
import { TextArea } from "../../../components/text-field.tsx";
import { words } from "../../../words/words.ts";
import { PairRows } from "./pair-rows.tsx";
import type { PartProps } from "./part.tsx";

/** The body: fields beside the parameters as JSON or as a form, or a template of the whole. */
export function BodyField({ model }: PartProps) {
  const { form, change, field } = model;
  const { bodyMode, bodyFields, template } = form.value;
  return (
    <>
      <SegmentedField
        label={words.request.body}
        hint={words.request.bodyHints[bodyMode]}
        value={bodyMode}
        options={[
          ["fields", words.request.bodyFields],
          ["template", words.request.bodyTemplate],
          ["form", words.request.bodyForm],
        ]}
        onValue={(value) => change({ bodyMode: value })}
      />
      {bodyMode === "template" ? (
        <TextArea
          {...field("/body/template")}
          label={words.request.template}
          isCode
          rows={8}
          required
          maxLength={20_000}
          placeholder={'{\n  "order": {{order_number}},\n  "source": "chat"\n}'}
          data-template="body"
          value={template}
          onValue={(value) => change({ template: value })}
        />
      ) : (
        <>
          <PairRows
            kind="fields"
            pointer="/body/fields"
            rows={bodyFields}
            onRows={(rows) => change({ bodyFields: rows })}
            field={field}
          />
          <Problem text={field("/body/fields").problem} />
        </>
      )}
    </>
  );
}
