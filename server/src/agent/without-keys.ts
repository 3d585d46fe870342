/** Vendors repeat a wrong key in their refusals, mostly shortened; what they say is shown without it. */
export function withoutKeys(text: string): string {
  return text.replaceAll(/\b(?:sk|AIza|key|pk)[-_*\w.]{6,}/g, "[redacted]");
}
