const RULES = new Intl.PluralRules("az", { type: "ordinal" });
const SUFFIXES: Record<string, string> = { one: "ci", few: "cü", many: "cı", other: "cu" };

/** An ordinal number in Azerbaijani, its ending in harmony: `1-ci`, `3-cü`, `6-cı`, `10-cu`. */
export function azOrdinal(number: number): string {
  return `${number}-${SUFFIXES[RULES.select(number)] ?? "ci"}`;
}
