import { SegmentedField } from "../../../components/choice-field.tsx";
import { Icon } from "../../../components/icon.tsx";
import { TextArea, TextField } from "../../../components/text-field.tsx";
import { changeRow, keyed, removeRow } from "../../../forms/rows.ts";
import { words } from "../../../words/words.ts";
import type { CardForm } from "../card-form.ts";
import type { ActionModel } from "../use-save-action.ts";
import { CardPreview } from "./card-preview.tsx";

type TextKey = "items" | "title" | "subtitle" | "image" | "imageHosts" | "linkUrl" | "linkLabel";

const MOST_FIELDS = 12;

interface CardFieldsProps {
  model: ActionModel;
  answer: unknown;
}

/** How the answer is drawn for the visitor, with the card beside it as it would be. */
export function CardFields({ model, answer }: CardFieldsProps) {
  const { card } = model.form.value;
  const change = (part: Partial<CardForm>) => model.change({ card: { ...card, ...part } });
  const bind = (name: string, key: TextKey) => ({
    ...model.field(`/response/card/${name}`),
    isCode: true as const,
    autocomplete: "off" as const,
    value: card[key],
    onValue: (value: string) => change({ [key]: value }),
  });
  return (
    <div class="card-editor">
      <div class="stack">
        <SegmentedField
          label={words.card.layout}
          value={card.layout}
          options={[
            ["card", words.card.layouts.card],
            ["list", words.card.layouts.list],
          ]}
          onValue={(layout) => change({ layout })}
        />
        <TextField
          {...bind("items", "items")}
          label={words.card.items}
          hint={words.card.itemsHint}
          placeholder="/orders"
        />
        <div class="columns">
          <TextField {...bind("title", "title")} label={words.card.title} required placeholder="{{/name}}" />
          <TextField
            {...bind("subtitle", "subtitle")}
            label={words.card.subtitle}
            placeholder="{{/status}}"
          />
        </div>
        <CardLines model={model} change={change} />
        <TextField
          {...bind("image", "image")}
          label={words.card.image}
          hint={words.card.imageHint}
          placeholder="{{/image}}"
        />
        {card.image.trim() === "" ? null : (
          <TextArea
            {...bind("imageHosts", "imageHosts")}
            label={words.card.imageHosts}
            hint={words.card.imageHostsHint}
            rows={2}
            placeholder="images.example.com"
          />
        )}
        <div class="columns">
          <TextField {...bind("link/url", "linkUrl")} label={words.card.link} placeholder="{{/url}}" />
          <TextField {...bind("link/label", "linkLabel")} isCode={false} label={words.card.linkLabel} />
        </div>
      </div>
      <CardPreview card={card} answer={answer} />
    </div>
  );
}

interface CardLinesProps {
  model: ActionModel;
  change: (part: Partial<CardForm>) => void;
}

function CardLines({ model, change }: CardLinesProps) {
  const { fields } = model.form.value.card;
  return (
    <fieldset class="field rows">
      <legend class="field-label">{words.card.fields}</legend>
      {fields.map((row, index) => (
        <div class="row pair" key={row.key}>
          <TextField
            {...model.field(`/response/card/fields/${index}/label`)}
            label={words.card.fieldLabel(index + 1)}
            isLabelHidden
            placeholder={words.card.fieldLabelExample}
            maxLength={80}
            value={row.label}
            onValue={(label) => change({ fields: changeRow(fields, row.key, { label }) })}
          />
          <TextField
            {...model.field(`/response/card/fields/${index}/value`)}
            label={words.card.fieldValue(index + 1)}
            isLabelHidden
            isCode
            placeholder="{{/total}}"
            maxLength={500}
            value={row.value}
            onValue={(value) => change({ fields: changeRow(fields, row.key, { value }) })}
          />
          <button
            type="button"
            class="icon-button"
            aria-label={words.card.removeField(row.label || String(index + 1))}
            onClick={() => change({ fields: removeRow(fields, row.key) })}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      {fields.length < MOST_FIELDS ? (
        <button
          type="button"
          class="button small add"
          onClick={() => change({ fields: [...fields, keyed({ label: "", value: "" })] })}
        >
          <Icon name="plus" />
          {words.card.addField}
        </button>
      ) : null}
    </fieldset>
  );
}
