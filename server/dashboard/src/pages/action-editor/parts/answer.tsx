import { TextArea } from "../../../components/text-field.tsx";
import { words } from "../../../words/words.ts";
import { Part, type PartProps } from "./part.tsx";

/** What of the endpoint's answer the assistant may see, and how the built-in model words it. */
export function AnswerPart({ model }: PartProps) {
  const { form, change, field } = model;
  return (
    <Part name="answer">
      <TextArea
        {...field("/response/include")}
        label={words.answer.include}
        hint={words.answer.includeHint}
        isCode
        placeholder={"/status\n/delivery/date"}
        value={form.value.include}
        onValue={(value) => change({ include: value })}
      />
      <TextArea
        {...field("/reply")}
        label={words.answer.reply}
        hint={words.answer.replyHint}
        maxLength={2_000}
        placeholder={words.answer.replyExample}
        value={form.value.reply}
        onValue={(value) => change({ reply: value })}
      />
    </Part>
  );
}
