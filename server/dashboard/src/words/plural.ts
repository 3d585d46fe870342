/** A sentence for each form of a number that a language tells apart (CLDR); `other` stands for those left out. */
interface Forms {
  one: string;
  few?: string;
  many?: string;
  other: string;
}

/** Picks the form that a number takes in a language. */
export function createPlural(locale: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale);
  return (count, forms) =>
    ({ zero: undefined, two: undefined, ...forms })[rules.select(count)] ?? forms.other;
}
