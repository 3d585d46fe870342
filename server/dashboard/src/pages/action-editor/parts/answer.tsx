import { SwitchField } from "../../../components/choice-field.tsx";
import { TextArea } from "../../../components/text-field.tsx";
import { toLines } from "../../../forms/rows.ts";
import { words } from "../../../words/words.ts";
import { fieldsOf } from "../answer-fields.ts";
import { CardFields } from "./card-fields.tsx";
import { Part, type PartProps } from "./part.tsx";

interface AnswerProps extends PartProps {
  /** The answer of the last test, parsed; undefined before there was one. */
  answer: unknown;
}

/** What of the endpoint's answer the assistant may see, how it is worded, and how it is drawn. */
export function AnswerPart({ model, answer }: AnswerProps) {
  const { form, change, field } = model;
  const { include, reply, card } = form.value;
  return (
    <Part name="answer">
      {answer === undefined ? <p class="muted">{words.answer.noAnswer}</p> : null}
      <TextArea
        {...field("/response/include")}
        label={words.answer.include}
        hint={words.answer.includeHint}
        isCode
        placeholder={"/status\n/delivery/date"}
        value={include}
        onValue={(value) => change({ include: value })}
      />
      <FieldPicker
        answer={answer}
        chosen={toLines(include)}
        onChosen={(pointers) => change({ include: pointers.join("\n") })}
      />
      <TextArea
        {...field("/reply")}
        label={words.answer.reply}
        hint={words.answer.replyHint}
        maxLength={2_000}
        placeholder={words.answer.replyExample}
        value={reply}
        onValue={(value) => change({ reply: value })}
      />
      <SwitchField
        label={words.card.show}
        hint={words.card.showHint}
        isOn={card.isOn}
        onValue={(isOn) => change({ card: { ...card, isOn } })}
      />
      {card.isOn ? <CardFields model={model} answer={answer} /> : null}
    </Part>
  );
}

interface PickerProps {
  answer: unknown;
  chosen: readonly string[];
  onChosen: (pointers: string[]) => void;
}

/** The fields that the last answer had, to tick. */
function FieldPicker({ answer, chosen, onChosen }: PickerProps) {
  const fields = fieldsOf(answer);
  if (fields.length === 0) return null;
  const toggle = (pointer: string, isOn: boolean) =>
    onChosen(isOn ? [...chosen, pointer] : chosen.filter((each) => each !== pointer));
  return (
    <fieldset class="field">
      <legend class="field-label">{words.answer.pick}</legend>
      <ul class="pick-list">
        {fields.map(({ pointer, sample }) => (
          <li key={pointer}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(pointer)}
                onChange={(event) => toggle(pointer, event.currentTarget.checked)}
              />
              <code>{pointer}</code>
              <span class="muted">{sample}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
