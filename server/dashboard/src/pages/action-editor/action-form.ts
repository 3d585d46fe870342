import type { ActionInput, ActionView, Method, Parameter, ParameterType } from "@errand/shared/action";
import { type LocalizedRow, toRows } from "../../forms/localized-rows.ts";
import { type Keyed, keyed } from "../../forms/rows.ts";
import { toIdentifier } from "./identifier.ts";

/** A name and the template of its value. */
export interface PairRow extends Keyed {
  name: string;
  value: string;
}

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
}

type AuthType = ActionInput["auth"]["type"];

/** The endpoint's secret while it is edited. `stored` is what may be kept, and for which place it was sealed. */
export interface AuthForm {
  type: AuthType;
  headerName: string;
  secret: string;
  username: string;
  credential: "keep" | "replace" | "remove";
  stored: { hint: string; type: AuthType; headerName: string; origin: string } | null;
}

/** An action while it is edited. What a choice hides stays here, so choosing back brings it back. */
export interface ActionForm {
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
  bodyMode: "fields" | "template";
  bodyFields: PairRow[];
  template: string;
  parameters: ParameterRow[];
  auth: AuthForm;
  sendVisitorIdentity: boolean;
  requireVerifiedIdentity: boolean;
  confirmation: ActionInput["confirmation"];
  progressText: LocalizedRow[];
  reply: string;
  /** One JSON Pointer a line. */
  include: string;
  timeoutSeconds: string;
}

/** A new action before anything is typed. */
export function emptyForm(): ActionForm {
  return {
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
    auth: { type: "none", headerName: "", secret: "", username: "", credential: "replace", stored: null },
    sendVisitorIdentity: true,
    requireVerifiedIdentity: false,
    confirmation: "auto",
    progressText: [],
    reply: "",
    include: "",
    timeoutSeconds: "15",
  };
}

/** The form of a saved action. */
export function toForm(action: ActionView): ActionForm {
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
    bodyFields: body.mode === "fields" ? body.fields.map(keyed) : [],
    template: body.mode === "template" ? body.template : "",
    parameters: parameters.map((parameter) => keyed(toParameterText(parameter))),
    auth: toAuthForm(auth, action.url),
    sendVisitorIdentity: action.sendVisitorIdentity,
    requireVerifiedIdentity: action.requireVerifiedIdentity,
    confirmation: action.confirmation,
    progressText: toRows(action.progressText),
    reply: action.reply ?? "",
    include: response.include.join("\n"),
    timeoutSeconds: String(timeoutMs / 1_000),
  };
}

/** The form of a copy: another name and identifier, switched off, and no key, which never leaves its action. */
export function toCopy(action: ActionView, name: string): ActionForm {
  const form = toForm(action);
  const auth: AuthForm = { ...form.auth, credential: "replace", stored: null };
  return { ...form, name, identifier: toIdentifier(name), followsName: true, enabled: false, auth };
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
  });
}

/** The origin of an address that may hold placeholders; empty while it is none. */
export function originOf(url: string): string {
  const plain = url.trim().replaceAll(/\{\{[^{}]*\}\}/g, "x");
  return URL.canParse(plain) ? new URL(plain).origin : "";
}

function toParameterText(parameter: Parameter): Omit<ParameterRow, "key"> {
  const value = parameter.default;
  const text = typeof value === "string" && !parameter.isArray ? value : JSON.stringify(value, null, 1);
  return { ...parameter, options: parameter.options.join("\n"), default: value === null ? "" : text };
}

function toAuthForm(auth: ActionView["auth"], url: string): AuthForm {
  const headerName = auth.type === "header" ? auth.headerName : "";
  const isSet = auth.type !== "none" && auth.credential?.set === true;
  const stored = isSet
    ? { hint: auth.credential?.hint ?? "", type: auth.type, headerName, origin: originOf(url) }
    : null;
  return {
    type: auth.type,
    headerName,
    secret: "",
    username: "",
    credential: stored ? "keep" : "replace",
    stored,
  };
}
