/** Templates: text with placeholders of the form `{{name}}` and nothing cleverer. */

/** A literal stretch of a template, or the name of a placeholder. */
export type TemplatePart = string | { placeholder: string };

/** Names that every template knows beside the action's own parameters. */
export const BUILT_IN_PLACEHOLDERS = ["locale", "conversation.id"] as const;

/** Names that identity alone fills; no parameter and no argument may bear one. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  "user_id",
  "user_email",
  "user_hash",
  "identity",
]);

/** Names of parameters and body fields. Digits alone would move before the fields of identity in a JSON object. */
export const FIELD_NAME = /^(?!\d+$)[A-Za-z0-9_-]{1,64}$/;

const PLACEHOLDER = /\{\{([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_:/-][A-Za-z0-9_.:/-]*)?)\}\}/g;
const IDENTITY_PREFIX = "identity.";

/**
 * Splits a template into literals and placeholders.
 * @throws SyntaxError naming the stray braces, when `{{` or `}}` is left outside a placeholder.
 */
export function parseTemplate(text: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push({ placeholder: match[1] ?? "" });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  for (const part of parts) if (typeof part === "string") refuseStrayBraces(part);
  return parts;
}

function refuseStrayBraces(literal: string): void {
  const at = literal.search(/\{\{|\}\}/);
  if (at < 0) return;
  const excerpt = literal.slice(at, at + 24);
  throw new SyntaxError(`"${excerpt}" is not a placeholder; write {{name}} without spaces`);
}

/** The distinct placeholder names of a template, in order of first use. @throws SyntaxError */
export function placeholdersOf(text: string): string[] {
  const names = parseTemplate(text).flatMap((part) => (typeof part === "string" ? [] : [part.placeholder]));
  return [...new Set(names)];
}

/** The template with `fill`'s text in each placeholder's stead. @throws SyntaxError */
export function fillTemplate(text: string, fill: (placeholder: string) => string): string {
  return parseTemplate(text)
    .map((part) => (typeof part === "string" ? part : fill(part.placeholder)))
    .join("");
}

/** The claim that `identity.<claim>` names, or undefined for another placeholder. */
export function claimOf(placeholder: string): string | undefined {
  return placeholder.startsWith(IDENTITY_PREFIX) ? placeholder.slice(IDENTITY_PREFIX.length) : undefined;
}

/**
 * Parses a JSON body template, in which a placeholder may stand inside a string or bare in a value's place:
 * `{"id": {{order_number}}}` reads as `{"id": "{{order_number}}"}`.
 * @throws SyntaxError saying where the text stops being JSON.
 */
export function parseJsonTemplate(text: string): unknown {
  return JSON.parse(quoteBarePlaceholders(text)) as unknown;
}

function quoteBarePlaceholders(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|\{\{[^{}"]*\}\}/g, (token) =>
    token.startsWith('"') ? token : JSON.stringify(token),
  );
}
