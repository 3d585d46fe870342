const MAX_REMEMBERED = 2_000;

/** Freezes a value of plain objects and lists, so that nobody who shares it can change it. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}

/** Makes something from a text once while it is in use. Results are shared: nobody may change them. */
export function rememberByText<Made>(
  make: (text: string) => Made,
  maximum = MAX_REMEMBERED,
): (text: string) => Made {
  const remembered = new Map<string, Made>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    const [oldest] = remembered.keys();
    if (oldest !== undefined && remembered.size >= maximum) remembered.delete(oldest);
    remembered.set(text, made);
    return made;
  };
}
