import type { TemplatePart } from "@errand/shared/template";
import { decodings, percentEncode } from "./percent-encoding.ts";
import { textOf, type PlaceholderValue, type ValueOf } from "./placeholder-values.ts";

/** `.` and `..`, also with the path parameters that some servers cut off (RFC 3986 §3.3). */
const DOT_SEGMENT = /^\.{1,2}(?:;.*)?$/s;
const BREAKS_SEGMENT = /[/\\\p{Cc}]/u;

/** Renders a path: every value stays within the segment it stands in. @throws RunRefusal */
export function renderPath(segments: readonly TemplatePart[][], valueOf: ValueOf): string {
  return segments.map((parts) => `/${renderSegment(parts, valueOf)}`).join("");
}

function renderSegment(parts: readonly TemplatePart[], valueOf: ValueOf): string {
  let last: PlaceholderValue | undefined;
  const segment = parts
    .map((part) => {
      if (typeof part === "string") return part;
      last = valueOf(part.placeholder);
      return encodeValue(last);
    })
    .join("");
  if (last && (segment === "" || decodings(segment).some((form) => DOT_SEGMENT.test(form)))) {
    throw last.refuse("makes an empty, . or .. part of the URL's path");
  }
  return segment;
}

function encodeValue(value: PlaceholderValue): string {
  const text = textOf(value);
  const forms = decodings(text);
  if (forms.some((form) => BREAKS_SEGMENT.test(form))) {
    throw value.refuse("holds a slash, a backslash or a control character, and stands in the URL's path");
  }
  if (forms.some((form) => DOT_SEGMENT.test(form))) {
    throw value.refuse("is . or .. and stands in the URL's path");
  }
  return percentEncode(text);
}
