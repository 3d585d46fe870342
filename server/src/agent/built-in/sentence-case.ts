/** `order number` → `Order number`. */
export function sentenceCase(text: string): string {
  const words = text.trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
