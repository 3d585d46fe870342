/** The top of a chart whose highest value is this: a round number, and so is its half. */
export function niceTop(highest: number): number {
  if (highest <= 2) return 2;
  const scale = 10 ** Math.floor(Math.log10(highest));
  return ([1, 2, 4, 6, 10].find((factor) => factor * scale >= highest) ?? 10) * scale;
}
