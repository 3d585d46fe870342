import type { ComponentChildren } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { words } from "../../../words/words.ts";
import { type TemplateInput, openPlaceholder, takePlaceholder } from "../placeholders.ts";

interface MenuProps {
  /** What may stand between the braces here. */
  names: readonly string[];
  children: ComponentChildren;
}

interface Open {
  input: TemplateInput;
  matches: string[];
  active: number;
  left: number;
  top: number;
}

/** Offers placeholders under a field of this part as soon as `{{` is typed in it. */
export function PlaceholderMenu({ names, children }: MenuProps) {
  const id = useId();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const look = (target: EventTarget | null) => {
    const input = templateInput(target);
    const typed = input && openPlaceholder(input);
    const matches = names.filter((name) => name.toLowerCase().includes(typed?.toLowerCase() ?? ""));
    if (!input || typed === undefined || matches.length === 0) return close();
    setOpen({ input, matches, active: 0, ...placeUnder(input) });
  };
  const take = (name: string) => {
    if (open) takePlaceholder(open.input, name);
    close();
  };
  const onKey = (event: KeyboardEvent) => {
    const chosen = open?.matches[open.active];
    if (!open || chosen === undefined) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      const count = open.matches.length;
      setOpen({ ...open, active: (open.active + step + count) % count });
    } else if (event.key === "Enter" || event.key === "Tab") take(chosen);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  useEffect(() => (open ? describe(open.input, id, `${id}-${open.active}`) : undefined), [open, id]);
  useEffect(() => {
    if (!open) return undefined;
    const follow = () => setOpen((shown) => shown && { ...shown, ...placeUnder(shown.input) });
    addEventListener("scroll", follow, { capture: true, passive: true });
    return () => removeEventListener("scroll", follow, { capture: true });
  }, [open === undefined]);
  return (
    <div class="stack" onInput={(event) => look(event.target)} onKeyDownCapture={onKey} onFocusOut={close}>
      {children}
      {open ? (
        <ul
          id={id}
          class="menu"
          role="listbox"
          aria-label={words.request.placeholders}
          style={{ left: `${open.left}px`, top: `${open.top}px` }}
        >
          {open.matches.map((name, index) => (
            <li
              key={name}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === open.active}
              onMouseDown={(event) => {
                event.preventDefault();
                take(name);
              }}
            >
              {`{{${name}}}`}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Ties the field to the list while it is open: the focus stays in the field. */
function describe(input: TemplateInput, list: string, option: string): () => void {
  const attributes = { "aria-autocomplete": "list", "aria-controls": list, "aria-activedescendant": option };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  return () => {
    for (const name of Object.keys(attributes)) input.removeAttribute(name);
  };
}

function placeUnder(input: TemplateInput): { left: number; top: number } {
  const { left, bottom } = input.getBoundingClientRect();
  return { left, top: bottom + 4 };
}

function templateInput(target: EventTarget | null): TemplateInput | undefined {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && target.dataset["template"] ? target : undefined;
}
