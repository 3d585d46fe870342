import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** What every field shows around its control. `pointer` is the JSON Pointer that problems name it by. */
export interface FrameProps {
  label: string;
  hint?: ComponentChildren;
  problem?: string | undefined;
  pointer?: string | undefined;
  isLabelHidden?: boolean | undefined;
  onTouch?: (() => void) | undefined;
}

/** Attributes that tie a control to its label, hint and problem. */
interface ControlProps {
  id: string;
  "data-pointer": string | undefined;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  onBlur: (() => void) | undefined;
}

/** Label above, control, then the hint or what is wrong. */
export function FieldFrame(props: FrameProps & { children: (control: ControlProps) => ComponentChildren }) {
  const id = useId();
  const notes = [props.problem ? `${id}-problem` : "", props.hint ? `${id}-hint` : ""].filter(Boolean);
  return (
    <div class={props.problem ? "field has-problem" : "field"}>
      <label for={id} class={props.isLabelHidden ? "visually-hidden" : "field-label"}>
        {props.label}
      </label>
      {props.children({
        id,
        "data-pointer": props.pointer,
        "aria-describedby": notes.join(" ") || undefined,
        "aria-invalid": props.problem ? true : undefined,
        onBlur: props.onTouch,
      })}
      <Problem id={`${id}-problem`} text={props.problem} />
      {props.hint ? (
        <p id={`${id}-hint`} class="hint">
          {props.hint}
        </p>
      ) : null}
    </div>
  );
}

/** What is wrong with the field above; nothing when all is well. */
export function Problem({ text, id }: { text: string | undefined; id?: string }) {
  if (!text) return null;
  return (
    <p id={id} class="problem">
      {text.charAt(0).toUpperCase() + text.slice(1)}
    </p>
  );
}
