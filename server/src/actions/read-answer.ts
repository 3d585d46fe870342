import { rememberByText } from "../remember.ts";

/** An endpoint's answer by what it holds. */
export type AnswerContent =
  | { kind: "empty" }
  | { kind: "json"; text: string; data: unknown }
  | { kind: "text"; text: string }
  | { kind: "binary"; note: string };

/** As egress hands it over: header names in lower case. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[]>;
  body: Uint8Array;
}

const JSON_TYPE = /^(?:application|text)\/(?:[a-z0-9.+-]+\+)?json$/;
const TEXT_TYPE =
  /^text\/|[/+](?:xml|yaml|x-yaml|x-ndjson|ndjson|jsonl|javascript|x-www-form-urlencoded|graphql)$/;

/** Reads an answer by its `Content-Type`; one that has none is text when it is UTF-8. */
export function readAnswer({ headers, body }: Answer): AnswerContent {
  if (body.byteLength === 0) return { kind: "empty" };
  const [type, charset] = parseContentType(headers["content-type"]);
  if (type !== "" && !JSON_TYPE.test(type) && !TEXT_TYPE.test(type)) return binary(type, body);
  const text = decode(body, charset, type === "");
  if (text === undefined) return binary("unnamed binary data", body);
  if (text.trim() === "") return { kind: "empty" };
  const maybeJson = JSON_TYPE.test(type) || ((type === "" || type === "text/plain") && /^\s*[[{]/.test(text));
  const data = maybeJson ? parseJson(text) : undefined;
  return data === undefined ? { kind: "text", text } : { kind: "json", text, data };
}

function binary(type: string, body: Uint8Array): AnswerContent {
  return { kind: "binary", note: `(${type.slice(0, 100)}, ${body.byteLength} bytes, which is not text)` };
}

function parseContentType(
  header: string | string[] | undefined,
): [type: string, charset: string | undefined] {
  const text = (Array.isArray(header) ? header[0] : header) ?? "";
  const type = text.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return [type, /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(text)?.[1]];
}

/** Text by its charset (UTF-8 without one, or with one that nobody knows); undefined when a guess proves wrong. */
function decode(body: Uint8Array, charset: string | undefined, isGuess: boolean): string | undefined {
  try {
    const encoding = knownCharset(charset);
    const decoder = isGuess ? new TextDecoder(encoding, { fatal: true }) : lenientDecoder(encoding);
    const text = decoder.decode(body);
    return isGuess && text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Decoding begins anew with each text, so the decoder is shared. */
const lenientDecoder = rememberByText((encoding) => new TextDecoder(encoding));

function knownCharset(charset = "utf-8"): string {
  if (charset.toLowerCase() === "utf-8") return "utf-8";
  try {
    return new TextDecoder(charset).encoding;
  } catch {
    return "utf-8";
  }
}

interface SourceContext {
  source?: string;
}

/** Whether a number may be too large for JavaScript: sixteen digits or an exponent. */
const MAYBE_LARGE = /\d{16}|\de\+?\d/i;

/** Parsed JSON, undefined when it is none. A whole number too large for JavaScript keeps its digits, as text. */
function parseJson(text: string): unknown {
  const keepDigits = (_key: string, value: unknown, context?: SourceContext): unknown => {
    const isInexact = typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value);
    return isInexact ? (context?.source ?? value) : value;
  };
  try {
    // To look at every value costs more than to parse.
    return (MAYBE_LARGE.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text)) as unknown;
  } catch {
    return undefined;
  }
}
