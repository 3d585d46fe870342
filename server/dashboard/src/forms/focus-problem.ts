/** Moves the focus to the field that a JSON Pointer names, or to the nearest one around or inside it; false without any. */
export function focusProblem(pointer: string): boolean {
  const named = [...document.querySelectorAll<HTMLElement>("[data-pointer]")];
  const inside = named.find((field) => field.dataset["pointer"]?.startsWith(`${pointer}/`));
  const exact = (wanted: string) => named.find((field) => field.dataset["pointer"] === wanted);
  let found = exact(pointer) ?? inside;
  for (let part = pointer; !found && part !== ""; found = exact(part)) {
    part = part.slice(0, part.lastIndexOf("/"));
  }
  found?.scrollIntoView({ block: "center" });
  found?.focus({ preventScroll: true });
  return found !== undefined;
}
