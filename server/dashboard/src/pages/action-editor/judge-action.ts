import { actionSchema } from "@errand/shared/action";
import { checkDefinition } from "@errand/shared/action-check";
import type { FieldError } from "@errand/shared/wire";
import { judgeRows } from "../../forms/localized-rows.ts";
import { plainMessage, toFieldErrors } from "../../forms/zod-faults.ts";
import { words } from "../../words/words.ts";
import { type ActionForm, LATER_TEXTS, type ParameterRow } from "./action-form.ts";
import { isStoredKeyUsable, parseDefault, parseSchema, toInput } from "./action-input.ts";

/** Parts that the form holds in one field, whatever place inside them is at fault. */
const WHOLE_FIELDS = [
  /^\/examples(?=\/)/,
  /^\/response(\/include)?$/,
  /^\/response\/include(?=\/)/,
  /^\/claimRules\/\d+\/in(?=\/)/,
  /^\/response\/card\/imageHosts(?=\/)/,
  /^\/parameters\/\d+\/(options|default|schema)(?=\/)/,
];

/** Every fault of the form, by the pointer of the field that shows it: the server's own rules first. */
export function judgeAction(form: ActionForm): FieldError[] {
  const input = toInput(form);
  const parsed = actionSchema.safeParse(input, { error: plainMessage });
  // The schema stops at a fault of shape; the definition's own faults are shown at the same time.
  const issues = parsed.success ? [] : [...parsed.error.issues, ...checkDefinition(input)];
  const found = toFieldErrors(issues).map((fault) => ({ ...fault, pointer: toFieldPointer(fault.pointer) }));
  return [
    ...found,
    ...judgeRows(form.progressText, "/progressText"),
    ...LATER_TEXTS.flatMap((name) => judgeRows(form.progressTexts[name], `/progressTexts/${name}`)),
    ...judgeKey(form),
    ...judgeDefaults(form),
  ];
}

/** The field that shows a fault which the server names by a pointer into an action, or into a test of one. */
export function toFieldPointer(pointer: string): string {
  const plain = pointer.replace(/^\/(action|draft)(?=\/)/, "");
  for (const pattern of WHOLE_FIELDS) {
    const part = pattern.exec(plain)?.[0];
    if (part) return /^\/response(\/include)?$/.test(part) ? "/response/include" : part;
  }
  return plain;
}

function judgeKey(form: ActionForm): FieldError[] {
  const { type, credential, secret, username } = form.auth;
  if (type === "none" || credential === "remove") return [];
  if (type === "basic" && username.includes(":")) {
    return [{ pointer: "/auth/username", message: words.faults.colon }];
  }
  if (credential === "keep" && isStoredKeyUsable(form)) return [];
  return secret === "" ? [{ pointer: "/auth/credential", message: words.faults.keyMissing }] : [];
}

function judgeDefaults(form: ActionForm): FieldError[] {
  return form.parameters.flatMap((row, index) => {
    const pointer = `/parameters/${index}`;
    return [
      ...(parseDefault(row) === undefined
        ? [{ pointer: `${pointer}/default`, message: defaultFault(row) }]
        : []),
      ...(parseSchema(row) === undefined
        ? [{ pointer: `${pointer}/schema`, message: words.faults.jsonObject }]
        : []),
    ];
  });
}

function defaultFault(row: ParameterRow): string {
  if (row.isArray) return words.faults.jsonList;
  return row.type === "object" ? words.faults.jsonObject : words.faults.number;
}
