import type { ActionInput, Parameter } from "@errand/shared/action";
import type { ClientCredentials } from "@errand/shared/action-auth";
import { toLocalized } from "../../forms/localized-rows.ts";
import { toLines } from "../../forms/rows.ts";
import {
  type ActionForm,
  type AuthForm,
  LATER_TEXTS,
  type PairRow,
  type ParameterRow,
  originOf,
} from "./action-form.ts";
import { toClaimRules } from "./claim-rows.ts";
import { toCardMapping } from "./card-form.ts";

const WITH_BODY = new Set(["POST", "PUT", "PATCH"]);

/** Whether calls by this method carry a body. */
export function hasBody(method: string): boolean {
  return WITH_BODY.has(method);
}

/** The definition that a form stands for, complete but not yet judged. */
export function toInput(form: ActionForm): ActionInput {
  return {
    identifier: form.identifier,
    name: form.name,
    whenToUse: form.whenToUse,
    examples: toLines(form.examples),
    enabled: form.enabled,
    method: form.method,
    url: form.url.trim(),
    parameters: form.parameters.map(toParameter),
    headers: form.headers.map(toPair),
    query: form.query.map(toPair),
    body: toBody(form),
    auth: toAuth(form),
    sendVisitorIdentity: form.sendVisitorIdentity,
    requireVerifiedIdentity: form.requireVerifiedIdentity,
    claimRules: form.requireVerifiedIdentity ? toClaimRules(form.claimRules) : [],
    idempotent: form.idempotent,
    confirmation: form.confirmation,
    progressText: toLocalized(form.progressText),
    progressTexts: toLaterTexts(form),
    reply: form.reply.trim() === "" ? null : form.reply,
    response: { include: toLines(form.include), card: toCardMapping(form.card) },
    timeoutMs: Math.round(Number(form.timeoutSeconds) * 1_000),
  };
}

/** Whether the key that is stored still fits: it was sealed for one kind, header and origin. */
export function isStoredKeyUsable({ auth, url }: Pick<ActionForm, "auth" | "url">): boolean {
  const { stored } = auth;
  if (!stored || stored.type !== auth.type || stored.origin !== originOf(url)) return false;
  if (auth.type === "oauth2") return stored.tokenOrigin === originOf(auth.tokenUrl);
  return auth.type !== "header" || stored.headerName.toLowerCase() === auth.headerName.toLowerCase();
}

/** The default value that a parameter's text stands for; undefined when it stands for none. */
export function parseDefault(row: ParameterRow): Parameter["default"] | undefined {
  const text = row.default.trim();
  if (text === "") return null;
  if (row.isArray || row.type === "object") return parseJson(text, row.isArray);
  if (row.type === "boolean") return text === "true";
  if (row.type === "number" || row.type === "integer")
    return Number.isFinite(Number(text)) ? Number(text) : undefined;
  return row.default;
}

/** The JSON Schema that a parameter's text stands for; undefined when it stands for none. */
export function parseSchema(row: ParameterRow): Parameter["schema"] | undefined {
  if (row.type !== "object" || row.schema.trim() === "") return null;
  const value = parseJson(row.schema, false);
  return Array.isArray(value) ? undefined : (value as Parameter["schema"] | undefined);
}

function parseJson(text: string, isArray: boolean): Parameter["default"] | undefined {
  try {
    const value = JSON.parse(text) as Parameter["default"];
    const fits = isArray ? Array.isArray(value) : typeof value === "object";
    return fits ? value : undefined;
  } catch {
    return undefined;
  }
}

function toParameter({ key: _, ...row }: ParameterRow): Parameter {
  const isNumeric = row.type === "number" || row.type === "integer";
  const options = toLines(row.options).map((option) =>
    isNumeric && Number.isFinite(Number(option)) ? Number(option) : option,
  );
  const whole = { key: _, ...row };
  return { ...row, options, default: parseDefault(whole) ?? null, schema: parseSchema(whole) ?? null };
}

function toPair({ name, value }: PairRow): { name: string; value: string } {
  return { name: name.trim(), value };
}

function toBody(form: ActionForm): ActionInput["body"] {
  if (!hasBody(form.method)) return { mode: "fields", fields: [] };
  if (form.bodyMode === "template") return { mode: "template", template: form.template };
  return { mode: form.bodyMode, fields: form.bodyFields.map(toPair) };
}

function toAuth(form: ActionForm): ActionInput["auth"] {
  const { type, headerName } = form.auth;
  if (type === "none") return { type };
  const credential = toCredential(form.auth, isStoredKeyUsable(form));
  const part = credential === undefined ? {} : { credential };
  if (type === "header") return { type, headerName: headerName.trim(), ...part };
  return type === "oauth2" ? { ...toClient(form.auth), ...part } : { type, ...part };
}

function toClient(auth: AuthForm): ClientCredentials {
  const { clientAuthentication } = auth;
  const [tokenUrl, clientId] = [auth.tokenUrl.trim(), auth.clientId.trim()];
  const [scope, audience] = [auth.scope.trim(), auth.audience.trim()];
  return {
    type: "oauth2",
    tokenUrl,
    clientId,
    clientAuthentication,
    ...(scope === "" ? {} : { scope }),
    ...(audience === "" ? {} : { audience }),
  };
}

function toLaterTexts({ progressTexts }: ActionForm): ActionInput["progressTexts"] {
  const texts = LATER_TEXTS.map((name) => {
    const rows = progressTexts[name].filter((row) => row.text.trim() !== "");
    return [name, rows.length === 0 ? null : toLocalized(rows)] as const;
  });
  return Object.fromEntries(texts) as ActionInput["progressTexts"];
}

/** A text sets the key, null removes it, undefined keeps what is stored. */
function toCredential(auth: AuthForm, isUsable: boolean): string | null | undefined {
  if (auth.credential === "remove") return null;
  if (auth.credential === "keep" && isUsable) return undefined;
  if (auth.type === "basic")
    return auth.username || auth.secret ? `${auth.username}:${auth.secret}` : undefined;
  return auth.secret === "" ? undefined : auth.secret;
}
