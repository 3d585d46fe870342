type Rgb = [number, number, number];

/** The channels of `#rrggbb`, 0 to 255; any other text becomes a blue. */
function parseColor(color: string): Rgb {
  const value = Number.parseInt(/^#([\da-f]{6})$/i.exec(color)?.[1] ?? "3b5bdb", 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Relative luminance (WCAG 2.2), 0 to 1. */
function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((channel) =>
    channel > 10 ? ((channel / 255 + 0.055) / 1.055) ** 2.4 : channel / 3294.6,
  ) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The owner's colour and what can be read on it, as a rule that sets `--accent` and `--on-accent`. */
export function accentRule(color: string): string {
  const accent = parseColor(color);
  // White has a contrast of 4.5 up to this luminance, black has more above it.
  const text = luminance(accent) > 0.1833 ? "#000" : "#fff";
  return `:host{--accent:rgb(${accent.join()});--on-accent:${text}}`;
}
