import { CORE_SCHEMA, load, mergeTag, YAMLException } from "js-yaml";
import { ErrandError } from "../../errors.ts";
import { isObject, type Members, textOf } from "./members.ts";

/** Bytes of a document; the largest public descriptions have more, and are imported in parts. */
export const MAX_DOCUMENT_BYTES = 5 * 1_024 * 1_024;

/** YAML 1.2 with `<<`, which many descriptions use; bounded against documents made to exhaust (alias bombs). */
const YAML_OPTIONS = { schema: CORE_SCHEMA.withTags(mergeTag), maxDepth: 100, maxAliases: 1_000 };

/**
 * Reads an OpenAPI document (3.0 to 3.2) from JSON or YAML text, or takes it as it is.
 * @throws ErrandError `invalid_request` saying what it is instead
 */
export function readDocument(source: unknown): Members {
  const document = typeof source === "string" ? parse(source) : source;
  if (!isObject(document)) throw notOpenApi("The document is not an object.");
  const version = textOf(document.openapi);
  if (/^3\.[012](?:\.|$)/.test(version)) return document;
  if (document.swagger !== undefined) {
    throw notOpenApi("This is a Swagger 2.0 document; convert it to OpenAPI 3 first.");
  }
  throw notOpenApi(
    version === ""
      ? 'The document has no "openapi" version.'
      : `OpenAPI ${version.slice(0, 20)} is not known here; 3.0, 3.1 and 3.2 are.`,
  );
}

function parse(text: string): unknown {
  if (Buffer.byteLength(text) > MAX_DOCUMENT_BYTES) throw notOpenApi("The document is larger than 5 MB.");
  const bare = text.replace(/^\uFEFF/, "");
  return /^\s*\{/.test(bare) ? (parseJson(bare) ?? parseYaml(bare)) : parseYaml(bare);
}

/** YAML holds JSON (YAML 1.2 §1.2), so a fault is told in YAML's words, which have lines. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function parseYaml(text: string): unknown {
  try {
    return load(text, YAML_OPTIONS);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = error.mark ? ` on line ${error.mark.line + 1}` : "";
    throw notOpenApi(`The document is neither JSON nor YAML: ${error.reason}${line}.`);
  }
}

/** A refusal of the whole document, which points at it. */
export function notOpenApi(message: string): ErrandError {
  return new ErrandError("invalid_request", message, { errors: [{ pointer: "/openapi", message }] });
}
