import type { ComponentChildren } from "preact";
import { words } from "../words/words.ts";
import { FieldFrame } from "./field-frame.tsx";

/** The filters of a list, side by side; on a phone they open by a press. */
export function FilterBar(props: { count: number; onClear: () => void; children: ComponentChildren }) {
  return (
    <details class="filter-bar" open={props.count > 0 || matchMedia("(min-width: 701px)").matches}>
      <summary>
        {words.paging.filters}
        {props.count > 0 ? <span class="badge quiet">{props.count}</span> : null}
      </summary>
      <div class="filter-fields">
        {props.children}
        {props.count > 0 ? (
          <button type="button" class="button small quiet filter-clear" onClick={props.onClear}>
            {words.paging.clear}
          </button>
        ) : null}
      </div>
    </details>
  );
}

/** One filter out of a list; the first answer is none. */
export function FilterSelect(props: {
  label: string;
  value: string | undefined;
  any?: string;
  options: readonly (readonly [value: string, text: string])[];
  onValue: (value: string) => void;
}) {
  const { label, value = "", any = words.paging.any, options, onValue } = props;
  return (
    <FieldFrame label={label}>
      {(control) => (
        <select
          {...control}
          class="input"
          value={value}
          onChange={(event) => onValue(event.currentTarget.value)}
        >
          {[["", any] as const, ...options].map(([each, text]) => (
            <option key={each} value={each} selected={each === value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

/** A day that a list begins or ends with. */
export function FilterDay(props: {
  label: string;
  value: string | undefined;
  onValue: (value: string) => void;
}) {
  return (
    <FieldFrame label={props.label}>
      {(control) => (
        <input
          {...control}
          type="date"
          class="input"
          value={props.value ?? ""}
          onChange={(event) => props.onValue(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
