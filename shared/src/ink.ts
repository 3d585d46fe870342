/** Text on colours. No dependencies: the widget uses this module's values. */

/** White has a contrast of 4.5 (WCAG 2.2 §1.4.3) up to this luminance, black has more above it. */
const MAX_LUMINANCE_UNDER_WHITE = 0.1833;

/** The colour of text on `#rrggbb`, by its relative luminance (WCAG 2.2). */
export function inkOn(color: string): "#fff" | "#000" {
  const [red, green, blue] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(color.slice(at, at + 2), 16) / 255),
  );
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return luminance > MAX_LUMINANCE_UNDER_WHITE ? "#000" : "#fff";
}

const linear = (channel: number) =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
