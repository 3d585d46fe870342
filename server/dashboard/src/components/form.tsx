import type { ComponentChildren } from "preact";

interface FormProps {
  onSubmit: () => unknown;
  class?: string | undefined;
  id?: string;
  /** What the form is called, where no heading says it. */
  label?: string;
  children: ComponentChildren;
}

/** A form that the page sends itself, and whose faults stand beside its fields instead of in the browser's bubbles. */
export function Form({ onSubmit, class: name, id, label, children }: FormProps) {
  return (
    <form
      class={name}
      id={id}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      {children}
    </form>
  );
}
