import { FieldFrame, type FrameProps } from "./field-frame.tsx";

/** The native types of one line of text. */
export type TextType = "text" | "password" | "email" | "tel" | "url" | "number" | "date";

/** What the browser itself checks and helps with. */
interface Native {
  name?: string;
  required?: boolean;
  maxLength?: number;
  placeholder?: string;
  autocomplete?: string;
  lang?: string | undefined;
  dir?: "auto";
  /** Marks a field whose text may hold placeholders. */
  "data-template"?: string;
}

interface NativeLine extends Native {
  type?: TextType;
  /** Takes the focus when it appears. */
  isFocused?: boolean;
  inputMode?: "url";
  /** Id of a `datalist`. */
  list?: string;
  min?: number;
  max?: number;
  step?: number | "any";
}

interface Typed {
  value: string;
  onValue: (value: string) => void;
  /** Code, addresses and keys stand in the monospaced face. */
  isCode?: boolean;
}

/** One line of text, with a native `type` where there is a fitting one. */
export function TextField(props: FrameProps & Typed & NativeLine) {
  const {
    label,
    hint,
    problem,
    pointer,
    isLabelHidden,
    onTouch,
    value,
    onValue,
    isCode,
    type = "text",
    isFocused,
    ...native
  } = props;
  // Inputs of one line take the same attributes; JSX tells their types apart for the other inputs.
  const lineType = type as "text";
  return (
    <FieldFrame {...{ label, hint, problem, pointer, isLabelHidden, onTouch }}>
      {(control) => (
        <input
          spellcheck={!isCode}
          {...native}
          {...control}
          type={lineType}
          ref={isFocused ? focus : null}
          class={isCode ? "input code" : "input"}
          value={value}
          onInput={(event) => {
            onValue(event.currentTarget.value);
            onTouch?.();
          }}
        />
      )}
    </FieldFrame>
  );
}

/** Text of several lines; grows with what is typed where the browser can. */
export function TextArea(props: FrameProps & Typed & Native & { rows?: number }) {
  const { label, hint, problem, pointer, isLabelHidden, onTouch, value, onValue, isCode, ...native } = props;
  return (
    <FieldFrame {...{ label, hint, problem, pointer, isLabelHidden, onTouch }}>
      {(control) => (
        <textarea
          rows={3}
          spellcheck={!isCode}
          {...native}
          {...control}
          class={isCode ? "input code" : "input"}
          value={value}
          onInput={(event) => {
            onValue(event.currentTarget.value);
            onTouch?.();
          }}
        />
      )}
    </FieldFrame>
  );
}

function focus(input: HTMLInputElement | null): void {
  input?.focus();
}
