import { listNames, secondCredential, type DraftAuth, type Sketch } from "./draft.ts";
import { isSecretName } from "./sample-schema.ts";

/** What a browser sends for itself, what the connection sets, and what every call has by default. */
const OWN_HEADERS = new Set(
  [
    "accept-encoding accept-language cache-control connection content-length dnt host idempotency-key",
    "if-modified-since if-none-match origin pragma priority referer te traceparent upgrade-insecure-requests",
    "user-agent x-requested-with",
  ].flatMap((names) => names.split(" ")),
);
/** Ends the sentence that says which secret of a command is not in the draft. */
export const CREDENTIAL_LEFT_OUT =
  "was left out: enter the credential under authorization before you enable the action.";

/** Puts a command's headers into the sketch, the secret ones apart. Answers how the action authorizes. */
export function sketchHeaders(sketch: Sketch, lines: readonly string[]): DraftAuth {
  let auth: DraftAuth = { type: "none" };
  for (const [name, value] of lines.flatMap(readLine)) {
    const lower = name.toLowerCase();
    if (lower === "cookie") noteCookie(sketch);
    else if (!isSecretName(name) || isOwn(lower)) keep(sketch, name, value);
    else if (auth.type === "none") {
      auth = authOf(name, value);
      sketch.notes.push(`The value of "${name}" ${CREDENTIAL_LEFT_OUT}`);
    } else sketch.notes.push(secondCredential(name));
  }
  const kept = sketch.headers
    .map(({ name }) => name)
    .filter((name) => !/^(?:accept|content-type)$/i.test(name));
  if (kept.length > 0)
    sketch.notes.push(
      `These headers keep the command's values: ${listNames(kept)}. Check that none is secret.`,
    );
  return auth;
}

export function noteCookie({ notes }: Sketch): void {
  notes.push("The command's cookies were left out: actions send none.");
}

/** `Name: value`; curl(1) reads `Name:` as "do not send" and `Name;` as an empty value. */
function readLine(line: string): [name: string, value: string][] {
  const at = line.indexOf(":");
  const [name, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  return at < 1 || value === "" ? [] : [[name, value]];
}

const isOwn = (lower: string): boolean => OWN_HEADERS.has(lower) || lower.startsWith("sec-");

function keep(sketch: Sketch, name: string, value: string): void {
  if (!isOwn(name.toLowerCase()) && value !== "*/*") sketch.headers.push({ name, value });
}

function authOf(name: string, value: string): DraftAuth {
  if (name.toLowerCase() !== "authorization") return { type: "header", headerName: name };
  if (/^bearer\b/i.test(value)) return { type: "bearer" };
  return /^basic\b/i.test(value) ? { type: "basic" } : { type: "header", headerName: name };
}
