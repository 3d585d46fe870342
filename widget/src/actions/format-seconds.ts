/** A duration such as `0.8s`, whole seconds from ten on. */
export function formatSeconds(locale: string, seconds: number): string {
  const maximumFractionDigits = seconds < 10 ? 1 : 0;
  const style = { style: "unit", unit: "second", unitDisplay: "narrow", maximumFractionDigits } as const;
  return new Intl.NumberFormat(locale, style).format(seconds);
}
