const MAX_REMEMBERED = 2_000;

/** A parser of templates that reads each text once while it is in use. Its results are shared: nobody may change them. */
export function rememberByText<Parsed>(parse: (text: string) => Parsed): (text: string) => Parsed {
  const remembered = new Map<string, Parsed>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const parsed = parse(text);
    const [oldest] = remembered.keys();
    if (oldest !== undefined && remembered.size >= MAX_REMEMBERED) remembered.delete(oldest);
    remembered.set(text, parsed);
    return parsed;
  };
}
