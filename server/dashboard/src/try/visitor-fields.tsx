import { SegmentedField } from "../components/choice-field.tsx";
import { TextArea, TextField } from "../components/text-field.tsx";
import { words } from "../words/words.ts";
import type { VisitorForm } from "./visitor-form.ts";

interface VisitorFieldsProps {
  visitor: VisitorForm;
  onVisitor: (visitor: VisitorForm) => void;
  problemAt: (pointer: string) => string | undefined;
}

/** Whom the test runs as. */
export function VisitorFields({ visitor, onVisitor, problemAt }: VisitorFieldsProps) {
  const change = (part: Partial<VisitorForm>) => onVisitor({ ...visitor, ...part });
  const field = (name: keyof VisitorForm) => ({
    value: visitor[name],
    problem: problemAt(`/visitor/${name}`),
    onValue: (value: string) => change({ [name]: value }),
    autocomplete: "off" as const,
  });
  const { verification } = visitor;
  return (
    <fieldset class="group stack">
      <legend>{words.test.visitor}</legend>
      <SegmentedField
        label={words.test.verification}
        isLabelHidden
        value={verification}
        options={[
          ["anonymous", words.test.anonymous],
          ["user_hash", words.identity.kinds.user_hash],
          ["jwt", words.identity.kinds.jwt],
        ]}
        onValue={(value) => change({ verification: value })}
      />
      {verification === "anonymous" ? null : (
        <TextField {...field("user_id")} label="user_id" isCode required maxLength={255} placeholder="42" />
      )}
      {verification === "user_hash" ? (
        <>
          <TextField {...field("user_email")} label="user_email" isCode maxLength={320} />
          <TextField {...field("user_name")} label="user_name" isCode maxLength={200} />
        </>
      ) : null}
      {verification === "jwt" ? (
        <TextArea
          {...field("claims")}
          label={words.test.claims}
          hint={words.test.claimsHint}
          isCode
          rows={4}
          placeholder={'{ "email": "ada@example.com" }'}
        />
      ) : null}
      <TextField {...field("locale")} label={words.test.locale} isCode maxLength={35} placeholder="en" />
    </fieldset>
  );
}
