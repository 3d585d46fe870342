import { signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { words } from "../words/words.ts";
import { TextField } from "./text-field.tsx";

interface Question {
  title: string;
  text: string;
  /** What the button that goes on says. */
  yes: string;
  no?: string;
  isDangerous?: boolean;
  /** Must be typed before the button works. */
  typed?: string;
}

interface Asked extends Question {
  answer: (agreed: boolean) => void;
}

const asked = signal<Asked | undefined>(undefined);

/** Asks the owner in a dialog and answers whether they agreed. */
export function confirm(question: Question): Promise<boolean> {
  asked.peek()?.answer(false);
  return new Promise((resolve) => {
    asked.value = { ...question, answer: resolve };
  });
}

/** Asks whether unsaved changes may be thrown away. */
export function askToLeave(): Promise<boolean> {
  return confirm({ ...words.unsaved, isDangerous: true });
}

/** The place where questions are shown; stands once in the app. */
export function ConfirmHost() {
  const question = asked.value;
  return question ? <ConfirmDialog key={question.title} question={question} /> : null;
}

function ConfirmDialog({ question }: { question: Asked }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  useEffect(() => dialog.current?.showModal(), []);
  const close = (agreed: boolean) => {
    dialog.current?.close();
    asked.value = undefined;
    question.answer(agreed);
  };
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="confirm-title" onCancel={() => close(false)}>
      <form
        method="dialog"
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          close(true);
        }}
      >
        <h2 id="confirm-title">{question.title}</h2>
        <p>{question.text}</p>
        {question.typed ? (
          <TextField
            label={words.typeToConfirm(question.typed)}
            value={typed}
            onValue={setTyped}
            autocomplete="off"
          />
        ) : null}
        <div class="actions end">
          <button type="button" class="button" onClick={() => close(false)}>
            {question.no ?? words.cancel}
          </button>
          <button
            type="submit"
            class={question.isDangerous ? "button danger" : "button primary"}
            disabled={question.typed !== undefined && typed.trim() !== question.typed}
          >
            {question.yes}
          </button>
        </div>
      </form>
    </dialog>
  );
}
