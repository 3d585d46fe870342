import pino from "pino";

/** What a secret or a person's data looks like, wherever in a line it stands. */
const SECRET_SHAPES: readonly RegExp[] = [
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, // JWT (RFC 7519)
  /\b(?:ids_jwt|ids_hash|whsec)_[\w+/=-]{8,}/g,
  /\b(?:Bearer|Basic) [\w.~+/=-]{8,}/gi,
  /\b[0-9a-f]{64}\b/gi, // SHA-256 and user hashes
  /(?<![\w-])[\w-]{43}(?![\w-])/g, // 256 random bits in base64url
  // E-mail, percent-encoded too. No label holds another @, or a line of many would be searched over and over.
  /[\p{L}\p{M}\p{N}_.!#$%&'*+/=?^`{|}~-]{1,64}(?:@|%40)(?:[\p{L}\p{M}\p{N}-]|%(?!40)[0-9a-f]{2})+(?:\.(?:[\p{L}\p{M}\p{N}-]|%(?!40)[0-9a-f]{2})+)+/giu,
  /(?:\+|%2B)\d(?:[\d ()./-]|%20){6,}\d/gi, // phone (E.164, spaced)
];

/** Takes secrets and people's data out of a text. */
export function redactText(text: string): string {
  return SECRET_SHAPES.reduce((line, shape) => line.replaceAll(shape, "[redacted]"), text);
}

/**
 * The server's log, one JSON object a line. Every line is searched for secrets as a whole, because errors of libraries
 * carry what they worked on in fields that nobody lists.
 */
export function createLog(level: string, destination?: pino.DestinationStream): pino.Logger {
  const options: pino.LoggerOptions = {
    level,
    serializers: { err: describeError },
    hooks: { streamWrite: redactText },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Depth to which causes are told. */
const MAX_CAUSES = 4;

/** Type, message, stack and causes; no other field, because a vendor's error carries the visitor's whole conversation. */
function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack, cause } = error;
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const told = { type: name, message, ...code, stack };
  return cause === undefined || depth >= MAX_CAUSES
    ? told
    : { ...told, cause: describeError(cause, depth + 1) };
}
