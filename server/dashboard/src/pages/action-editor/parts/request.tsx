import { METHODS } from "@errand/shared/action";
import { useRef } from "preact/hooks";
import { SelectField, SwitchField } from "../../../components/choice-field.tsx";
import { TextField } from "../../../components/text-field.tsx";
import { words } from "../../../words/words.ts";
import { hasBody } from "../action-input.ts";
import { type TemplateInput, knownPlaceholders } from "../placeholders.ts";
import { BodyField } from "./body-field.tsx";
import { PairRows } from "./pair-rows.tsx";
import { Part, type PartProps } from "./part.tsx";
import { DefaultHeaders } from "./default-headers.tsx";
import { PlaceholderChips } from "./placeholder-chips.tsx";
import { PlaceholderMenu } from "./placeholder-menu.tsx";

const METHOD_OPTIONS = METHODS.map((method) => [method, method] as const);

/** What is sent, and where to. */
export function RequestPart({ model }: PartProps) {
  const { form, change, field } = model;
  const { method, url, query, headers, idempotent, timeoutSeconds } = form.value;
  const focused = useRef<TemplateInput>(null);
  return (
    <Part name="request">
      <PlaceholderMenu names={knownPlaceholders(form.value)}>
        <div
          class="stack"
          onFocusCapture={(event) => {
            const input = event.target;
            if (input instanceof HTMLElement && input.dataset["template"])
              focused.current = input as TemplateInput;
          }}
        >
          <PlaceholderChips model={model} focused={focused} />
          <div class="request-row">
            <SelectField
              label={words.request.method}
              value={method}
              options={METHOD_OPTIONS}
              onValue={(value) => change({ method: value })}
            />
            <TextField
              {...field("/url")}
              label={words.request.url}
              hint={words.request.urlHint}
              type="text"
              inputMode="url"
              isCode
              required
              maxLength={2_048}
              autocomplete="off"
              placeholder="https://api.example.com/orders/{{order_number}}"
              data-template="url"
              value={url}
              onValue={(value) => change({ url: value })}
            />
          </div>
          <PairRows
            kind="query"
            pointer="/query"
            rows={query}
            onRows={(rows) => change({ query: rows })}
            field={field}
          />
          <PairRows
            kind="headers"
            pointer="/headers"
            rows={headers}
            onRows={(rows) => change({ headers: rows })}
            field={field}
          />
          <DefaultHeaders form={form.value} />
          {hasBody(method) ? <BodyField model={model} /> : null}
          {method === "GET" ? null : (
            <SwitchField
              label={words.request.idempotent}
              hint={words.request.idempotentHint}
              isOn={idempotent}
              onValue={(value) => change({ idempotent: value })}
            />
          )}
          <div class="narrow">
            <TextField
              {...field("/timeoutMs")}
              label={words.request.timeout}
              hint={words.request.timeoutHint}
              type="number"
              min={1}
              max={60}
              required
              value={timeoutSeconds}
              onValue={(value) => change({ timeoutSeconds: value })}
            />
          </div>
        </div>
      </PlaceholderMenu>
    </Part>
  );
}
