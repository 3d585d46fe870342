import { parseArgs } from "node:util";
import { split } from "shlex";
import { ErrandError } from "../../errors.ts";

const text = (short?: string) =>
  ({ type: "string", multiple: true, ...(short === undefined ? {} : { short }) }) as const;
const flag = (short: string) => ({ type: "boolean", short }) as const;

/** The options of curl(1) that mean something to an action. */
const MEANT = {
  request: text("X"),
  header: text("H"),
  data: text("d"),
  "data-raw": text(),
  "data-ascii": text(),
  "data-binary": text(),
  "data-urlencode": text(),
  json: text(),
  form: text("F"),
  "form-string": text(),
  user: text("u"),
  "oauth2-bearer": text(),
  cookie: text("b"),
  url: text(),
  "upload-file": text("T"),
  get: flag("G"),
  head: flag("I"),
  location: flag("L"),
  insecure: flag("k"),
};

/** Options whose value must not be taken for the address. Other unknown options are read as flags. */
const PASSED_OVER = {
  "user-agent": text("A"),
  referer: text("e"),
  output: text("o"),
  "max-time": text("m"),
  proxy: text("x"),
  "proxy-user": text("U"),
  "cookie-jar": text("c"),
  cert: text("E"),
  config: text("K"),
  "write-out": text("w"),
  "dump-header": text("D"),
  range: text("r"),
  "speed-limit": text("Y"),
  "speed-time": text("y"),
  ...Object.fromEntries(
    "aws-sigv4 cacert capath ciphers connect-timeout interface key limit-rate max-redirs resolve retry retry-delay retry-max-time"
      .split(" ")
      .map((name) => [name, text()]),
  ),
};

const OPTIONS = { ...MEANT, ...PASSED_OVER };
/** A shell's own words, behind which another command or a file stands. */
const SHELL_WORD = /^(?:\||\|\||&|&&|;|\d?>{1,2}.*|<.*)$/;

/** One option of a command and its value; a flag has none. */
interface CurlOption {
  name: string;
  value: string;
}

/** A command line taken apart: its address, and the options that mean something, in order. */
export interface CurlCommand {
  url: string;
  options: CurlOption[];
}

/**
 * Takes a command line apart as a POSIX shell and curl do; nothing is expanded and nothing is run.
 * @throws ErrandError `invalid_request` for what is no curl command or has no address
 */
export function parseCurl(line: string): CurlCommand {
  const args = splitWords(line).slice(1);
  const parsed = parseArgs({ args, options: OPTIONS, strict: false, tokens: true }).tokens;
  const end = parsed.findIndex((token) => token.kind === "positional" && SHELL_WORD.test(token.value));
  const tokens = parsed.slice(0, end < 0 ? undefined : end);
  const options = tokens.flatMap((token) =>
    token.kind === "option" ? [{ name: token.name, value: token.value ?? "" }] : [],
  );
  const positional = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  const url = options.find(({ name }) => name === "url")?.value ?? positional[0];
  if (url === undefined) throw notCurl("The command has no address.");
  return { url, options: options.filter(({ name }) => Object.hasOwn(MEANT, name)) };
}

/** Whether a command has an option, by its long name. */
export function has({ options }: CurlCommand, name: string): boolean {
  return options.some((option) => option.name === name);
}

function splitWords(line: string): string[] {
  if (/\^"|\^\r?\n/.test(line)) {
    throw notCurl('The command is written for the Windows prompt; choose "Copy as cURL (bash)" instead.');
  }
  const words = readWords(line.replaceAll("\r\n", "\n"));
  const start = words[0] === "$" ? 1 : 0;
  if (!/^(?:.*\/)?curl$/.test(words[start] ?? "")) throw notCurl('The command must start with "curl".');
  return words.slice(start);
}

function readWords(line: string): string[] {
  try {
    return split(line);
  } catch {
    throw notCurl("The command ends inside a quotation or after a backslash.");
  }
}

function notCurl(message: string): ErrandError {
  return new ErrandError("invalid_request", message, { errors: [{ pointer: "/curl", message }] });
}
