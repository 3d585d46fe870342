import { type TestVisitor, testVisitorSchema } from "@errand/shared/action-test";
import type { FieldError } from "@errand/shared/wire";
import { plainMessage, toFieldErrors } from "../forms/zod-faults.ts";
import { words } from "../words/words.ts";
import { parseObject } from "./parse-object.ts";

/** The visitor that something is tried as, as it is typed. */
export interface VisitorForm {
  verification: TestVisitor["verification"];
  user_id: string;
  user_email: string;
  user_name: string;
  /** JSON object of what a token would claim. */
  claims: string;
  locale: string;
}

/** A value read from its text, or why it cannot be. */
export type Read<Value> = { value: Value } | { faults: FieldError[] };

/** Somebody who proved nothing. */
export const NOBODY: VisitorForm = {
  verification: "anonymous",
  user_id: "",
  user_email: "",
  user_name: "",
  claims: "",
  locale: "",
};

/** The visitor of a test. Pointers are `/visitor/<field>`. */
export function toVisitor(form: VisitorForm): Read<TestVisitor> {
  const { verification, user_id } = form;
  const claims = parseObject(form.claims);
  const own = {
    anonymous: { verification },
    user_hash: {
      verification,
      user_id,
      ...filled({ user_email: form.user_email, user_name: form.user_name }),
    },
    jwt: { verification, user_id, claims: claims ?? {} },
  }[verification];
  const visitor = { ...own, ...filled({ locale: form.locale.trim() }) };
  const parsed = testVisitorSchema.safeParse(visitor, { error: plainMessage });
  const areClaimsWrong = verification === "jwt" && !claims;
  if (parsed.success && !areClaimsWrong) return { value: parsed.data };
  const faults = toFieldErrors(parsed.error?.issues ?? []);
  if (areClaimsWrong) faults.push({ pointer: "/claims", message: words.faults.jsonObject });
  return { faults: faults.map((fault) => ({ ...fault, pointer: `/visitor${fault.pointer}` })) };
}

function filled<Part extends Record<string, string>>(part: Part): Partial<Part> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== "")) as Partial<Part>;
}
