import type { ActionInput, ActionView, Method, Parameter, ParameterType } from "@errand/shared/action";
import type { ClientCredentials } from "@errand/shared/action-auth";
import { type LocalizedRow, toRows } from "../../forms/localized-rows.ts";
import { type Keyed, keyed } from "../../forms/rows.ts";
import { type ClaimRow, toClaimRows } from "./claim-rows.ts";
import { type CardForm, emptyCard, toCardForm } from "./card-form.ts";
import { toIdentifier } from "./identifier.ts";

/** A name and the template of its value. */
export interface PairRow extends Keyed {
  name: string;
  value: string;
}

/** When a further progress text is read. */
export const LATER_TEXTS = ["slow", "done", "failed"] as const;
type LaterText = (typeof LATER_TEXTS)[number];

/** A parameter as it is typed: one option a line, the default as text. */
export interface ParameterRow extends Keyed {
  name: string;
  label: string;
  type: ParameterType;
  isArray: boolean;
  required: boolean;
  hint: string;
  options: string;
  default: string;
  /** JSON Schema of an object, as text; empty for any object. */
  schema: string;
}

type AuthType = ActionInput["auth"]["type"];
type ClientAuthentication = ClientCredentials["clientAuthentication"];

/** The endpoint's secret while it is edited. `stored` is what may be kept, and for which place it was sealed. */
export interface AuthForm {
  type: AuthType;
  headerName: string;
  tokenUrl: string;
  clientId: string;
  scope: string;
  audience: string;
  clientAuthentication: ClientAuthentication;
  secret: string;
  username: string;
  credential: "keep" | "replace" | "remove";
  stored: { hint: string; type: AuthType; headerName: string; origin: string; tokenOrigin: string } | null;
}

/** An action while it is edited. What a choice hides stays here, so choosing back brings it back. */
export interface ActionForm {
  /** The `updatedAt` of the action that this was made of; empty for one that never was saved. */
  version: string;
  name: string;
  identifier: string;
  /** Until the owner writes an identifier, it follows the name. */
  followsName: boolean;
  whenToUse: string;
  /** One phrase a line. */
  examples: string;
  enabled: boolean;
  method: Method;
  url: string;
  query: PairRow[];
  headers: PairRow[];
  bodyMode: ActionInput["body"]["mode"];
  bodyFields: PairRow[];
  template: string;
  parameters: ParameterRow[];
  auth: AuthForm;
  sendVisitorIdentity: boolean;
  requireVerifiedIdentity: boolean;
  claimRules: ClaimRow[];
  idempotent: boolean;
  confirmation: ActionInput["confirmation"];
  progressText: LocalizedRow[];
  /** Kept as they were read. */
  progressTexts: Record<LaterText, LocalizedRow[]>;
  reply: string;
  /** One JSON Pointer a line. */
  include: string;
  card: CardForm;
  timeoutSeconds: string;
}

/** A new action before anything is typed. */
export function emptyForm(): ActionForm {
  return {
    version: "",
    name: "",
    identifier: "",
    followsName: true,
    whenToUse: "",
    examples: "",
    enabled: true,
    method: "GET",
    url: "",
    query: [],
    headers: [],
    bodyMode: "fields",
    bodyFields: [],
    template: "",
    parameters: [],
    auth: emptyAuth(),
    sendVisitorIdentity: true,
    requireVerifiedIdentity: false,
    claimRules: [],
    idempotent: false,
    confirmation: "auto",
    progressText: [],
    progressTexts: { slow: [], done: [], failed: [] },
    reply: "",
    include: "",
    card: emptyCard(),
    timeoutSeconds: "15",
  };
}

/** The form of a saved action. */
export function toForm(action: ActionView): ActionForm {
  return { ...inputToForm(action), version: action.updatedAt, auth: toAuthForm(action.auth, action.url) };
}

/** The form of a definition, without any key. */
export function inputToForm(
  action: Omit<ActionInput, "auth"> & { auth: ActionView["auth"] | ActionInput["auth"] },
): ActionForm {
  const { body, parameters, response, timeoutMs, auth } = action;
  return {
    ...emptyForm(),
    name: action.name,
    identifier: action.identifier,
    followsName: false,
    whenToUse: action.whenToUse,
    examples: action.examples.join("\n"),
    enabled: action.enabled,
    method: action.method,
    url: action.url,
    query: action.query.map(keyed),
    headers: action.headers.map(keyed),
    bodyMode: body.mode,
    bodyFields: body.mode === "template" ? [] : body.fields.map(keyed),
    template: body.mode === "template" ? body.template : "",
    parameters: parameters.map((parameter) => keyed(toParameterText(parameter))),
    auth: { ...emptyAuth(), ...withoutUndefined(auth) },
    sendVisitorIdentity: action.sendVisitorIdentity,
    requireVerifiedIdentity: action.requireVerifiedIdentity,
    claimRules: toClaimRows(action.claimRules),
    idempotent: action.idempotent,
    confirmation: action.confirmation,
    progressText: toRows(action.progressText),
    progressTexts: toLaterRows(action.progressTexts),
    reply: action.reply ?? "",
    include: response.include.join("\n"),
    card: toCardForm(response.card),
    timeoutSeconds: String(timeoutMs / 1_000),
  };
}

/** The form of a copy: another name and identifier, switched off, and no key, which never leaves its action. */
export function toCopy(action: ActionView, name: string): ActionForm {
  const form = toForm(action);
  const auth: AuthForm = { ...form.auth, credential: "replace", stored: null };
  const identifier = toIdentifier(name);
  return { ...form, version: "", name, identifier, followsName: true, enabled: false, auth };
}

/** A parameter that nothing is known of but its name. */
export function newParameter(name: string): ParameterRow {
  const label = name.replaceAll(/[_-]+/g, " ").trim();
  return keyed({
    name,
    label: label.charAt(0).toUpperCase() + label.slice(1),
    type: "text",
    isArray: false,
    required: true,
    hint: "",
    options: "",
    default: "",
    schema: "",
  });
}

/** The origin of an address that may hold placeholders; empty while it is none. */
export function originOf(url: string): string {
  const plain = url.trim().replaceAll(/\{\{[^{}]*\}\}/g, "x");
  return URL.canParse(plain) ? new URL(plain).origin : "";
}

function toLaterRows(texts: ActionInput["progressTexts"]): ActionForm["progressTexts"] {
  const rows = LATER_TEXTS.map((name) => [name, toRows(texts[name] ?? "")] as const);
  return Object.fromEntries(rows) as ActionForm["progressTexts"];
}

function toParameterText(parameter: Parameter): Omit<ParameterRow, "key"> {
  const value = parameter.default;
  const text = typeof value === "string" && !parameter.isArray ? value : JSON.stringify(value, null, 1);
  return {
    ...parameter,
    options: parameter.options.join("\n"),
    default: value === null ? "" : text,
    schema: parameter.schema ? JSON.stringify(parameter.schema, null, 2) : "",
  };
}

function emptyAuth(): AuthForm {
  return {
    type: "none",
    headerName: "",
    tokenUrl: "",
    clientId: "",
    scope: "",
    audience: "",
    clientAuthentication: "basic",
    secret: "",
    username: "",
    credential: "replace",
    stored: null,
  };
}

function toAuthForm(auth: ActionView["auth"], url: string): AuthForm {
  const form: AuthForm = { ...emptyAuth(), ...withoutUndefined(auth) };
  if (auth.type === "none" || auth.credential?.set !== true) return form;
  const { type, headerName, tokenUrl } = form;
  const places = { origin: originOf(url), tokenOrigin: originOf(tokenUrl) };
  const stored = { hint: auth.credential.hint ?? "", type, headerName, ...places };
  return { ...form, credential: "keep", stored };
}

function withoutUndefined(auth: object): Partial<AuthForm> {
  const given = Object.entries(auth).filter(([name, value]) => name !== "credential" && value !== undefined);
  return Object.fromEntries(given);
}
