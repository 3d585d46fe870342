import { type ReadonlySignal, computed, signal } from "@preact/signals";
import type { FieldError } from "@errand/shared/wire";

/** What a field needs to show its own problem; spread it onto a field component. */
export interface FieldBinding {
  pointer: string;
  problem: string | undefined;
  onTouch: () => void;
}

interface Bound<Value> extends FieldBinding {
  value: Value;
  onValue: (value: Value) => void;
}

/** A form being edited: its values, and its problems by JSON Pointer. */
export interface FormModel<Form> {
  form: ReadonlySignal<Form>;
  change: (part: Partial<Form>) => void;
  field: (pointer: string) => FieldBinding;
  /** The same with a value of the form, its changes too; the pointer is `/<name>` unless another is given. */
  bind: <Name extends keyof Form & string>(name: Name, pointer?: string) => Bound<Form[Name]>;
  /** Every problem, shown or not yet shown. */
  problems: ReadonlySignal<FieldError[]>;
  isDirty: ReadonlySignal<boolean>;
  /** Shows every problem from now on, and answers whether there is none. */
  reveal: () => boolean;
  /** Shows what the server refused, until the field is edited. */
  refuse: (errors: FieldError[]) => void;
  /** Takes these values as the saved ones. */
  reset: (form: Form) => void;
}

/** Creates the model of one form; `judge` names every fault of its values. */
export function createFormModel<Form extends object>(options: {
  initial: Form;
  judge: (form: Form) => FieldError[];
  revealed?: boolean;
}): FormModel<Form> {
  const form = signal(options.initial);
  const saved = signal(JSON.stringify(options.initial));
  const touched = signal<readonly string[]>([]);
  const refused = signal<readonly FieldError[]>([]);
  const revealed = signal(options.revealed ?? false);
  const own = computed(() => options.judge(form.value));
  const problems = computed(() => [...own.value, ...refused.value]);

  const isShown = (pointer: string) => revealed.value || touched.value.some((each) => isUnder(each, pointer));
  const problemAt = (pointer: string) =>
    (isShown(pointer) ? problems : refused).value.find((fault) => fault.pointer === pointer)?.message;
  const touch = (pointer: string) => {
    if (!touched.value.includes(pointer)) touched.value = [...touched.value, pointer];
  };

  const change = (part: Partial<Form>) => {
    form.value = { ...form.value, ...part };
    if (refused.value.length > 0) refused.value = [];
  };
  const field = (pointer: string) => ({
    pointer,
    problem: problemAt(pointer),
    onTouch: () => touch(pointer),
  });

  return {
    form,
    problems,
    change,
    field,
    bind: (name, pointer = `/${name}`) => ({
      ...field(pointer),
      value: form.value[name],
      onValue: (value) => {
        const part: Partial<Form> = {};
        part[name] = value;
        change(part);
      },
    }),
    isDirty: computed(() => JSON.stringify(form.value) !== saved.value),
    reveal: () => {
      revealed.value = true;
      return own.value.length === 0;
    },
    refuse: (errors) => {
      refused.value = errors;
    },
    reset: (values) => {
      form.value = values;
      saved.value = JSON.stringify(values);
      refused.value = [];
      touched.value = [];
    },
  };
}

/** Whether a JSON Pointer names the same place as another, or one inside it. */
export function isUnder(pointer: string, ancestor: string): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}
