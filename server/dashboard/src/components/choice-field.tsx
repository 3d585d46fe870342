import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { FieldFrame, type FrameProps, Problem } from "./field-frame.tsx";

/** A value to choose, and the words for it. */
type Option<Value extends string> = readonly [value: Value, text: string];

interface Choice<Value extends string> {
  value: Value;
  options: readonly Option<Value>[];
  onValue: (value: Value) => void;
}

/** One of several, in a native list. */
export function SelectField<Value extends string>(props: FrameProps & Choice<Value>) {
  const { value, options, onValue, onTouch, ...frame } = props;
  return (
    <FieldFrame {...frame} onTouch={onTouch}>
      {(control) => (
        <select
          {...control}
          class="input"
          value={value}
          onChange={(event) => {
            onValue(event.currentTarget.value as Value);
            onTouch?.();
          }}
        >
          {options.map(([each, text]) => (
            <option key={each} value={each} selected={each === value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

/** One of a few, all in sight. */
export function SegmentedField<Value extends string>(props: FrameProps & Choice<Value>) {
  const name = useId();
  return (
    <fieldset class="field">
      <legend class={props.isLabelHidden ? "visually-hidden" : "field-label"}>{props.label}</legend>
      <div class="segmented">
        {props.options.map(([each, text]) => (
          <label key={each}>
            <input
              type="radio"
              name={name}
              value={each}
              checked={each === props.value}
              data-pointer={props.pointer}
              onChange={() => props.onValue(each)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
      <Problem text={props.problem} />
      {props.hint ? <p class="hint">{props.hint}</p> : null}
    </fieldset>
  );
}

interface SwitchProps {
  label: string;
  isOn: boolean;
  onValue: (isOn: boolean) => void;
  hint?: ComponentChildren;
  problem?: string | undefined;
  pointer?: string | undefined;
  isLabelHidden?: boolean;
  onTouch?: () => void;
  isDisabled?: boolean;
}

/** On or off, at once. */
export function SwitchField(props: SwitchProps) {
  const id = useId();
  return (
    <div class="switch-field">
      <label class="switch-line">
        <input
          type="checkbox"
          role="switch"
          class="switch"
          checked={props.isOn}
          disabled={props.isDisabled}
          data-pointer={props.pointer}
          aria-describedby={props.hint || props.problem ? id : undefined}
          aria-invalid={props.problem ? true : undefined}
          onChange={(event) => {
            props.onValue(event.currentTarget.checked);
            props.onTouch?.();
          }}
        />
        <span class={props.isLabelHidden ? "visually-hidden" : "switch-label"}>{props.label}</span>
      </label>
      {props.hint || props.problem ? (
        <div id={id} class="switch-notes">
          <Problem text={props.problem} />
          {props.hint ? <p class="hint">{props.hint}</p> : null}
        </div>
      ) : null}
    </div>
  );
}
