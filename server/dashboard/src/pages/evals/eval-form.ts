import type { TestVisitor } from "@errand/shared/action-test";
import { type EvalCase, evalCaseSchema } from "@errand/shared/eval";
import { type Keyed, keyed } from "../../forms/rows.ts";
import { plainMessage, toFieldErrors } from "../../forms/zod-faults.ts";
import { parseObject } from "../../try/parse-object.ts";
import { NOBODY, type Read, type VisitorForm, toVisitor } from "../../try/visitor-form.ts";
import { words } from "../../words/words.ts";

/** What the last message must lead to. */
type Expects = "call" | "question" | "neither";

/** A sample conversation as it is typed. */
export interface EvalForm {
  name: string;
  turns: (Keyed & { text: string })[];
  visitor: VisitorForm;
  expects: Expects;
  action: string;
  /** JSON object; empty when any arguments will do. */
  arguments: string;
  asks: string;
  reply: string;
  /** JSON of what every endpoint answers; empty for no body. */
  answer: string;
}

/** The form of a case; of none, one in which the visitor has said nothing yet. */
export function toEvalForm(sample: EvalCase | undefined): EvalForm {
  const { visitor, expected } = sample ?? {};
  const own = visitor?.verification === "user_hash" ? visitor : undefined;
  return {
    name: sample?.name ?? "",
    turns: (sample?.turns ?? [""]).map((text) => keyed({ text })),
    visitor: {
      ...NOBODY,
      verification: visitor?.verification ?? "anonymous",
      user_id: visitor && "user_id" in visitor ? visitor.user_id : "",
      user_email: own?.user_email ?? "",
      user_name: own?.user_name ?? "",
      claims: visitor?.verification === "jwt" ? toText(claimsOf(visitor)) : "",
      locale: sample?.locale ?? "",
    },
    expects: expected?.asks ? "question" : expected && expected.action === null ? "neither" : "call",
    action: expected?.action ?? "",
    arguments: toText(expected?.arguments),
    asks: expected?.asks ?? "",
    reply: expected?.reply ?? "",
    answer: toText(sample?.answer ?? undefined),
  };
}

/** The case that a form describes; what the form has no field for stays as it was. */
export function toEvalCase(form: EvalForm, base?: EvalCase): Read<EvalCase> {
  const visitor = toVisitor({ ...form.visitor, locale: "" });
  const isCall = form.expects === "call";
  const given = parseObject(form.arguments);
  const answer = readJson(form.answer);
  const faults = "faults" in visitor ? visitor.faults : [];
  if (isCall && !given) faults.push({ pointer: "/expected/arguments", message: words.faults.jsonObject });
  if (!answer) faults.push({ pointer: "/answer", message: words.evals.notJson });
  if (form.expects === "question" && form.asks.trim() === "") {
    faults.push({ pointer: "/expected/asks", message: words.faults.empty });
  }
  if (isCall && form.action === "") faults.push({ pointer: "/expected/action", message: words.faults.empty });
  const parsed = evalCaseSchema.safeParse(
    {
      name: form.name,
      locale: form.visitor.locale.trim() || "en",
      timeZone: base?.timeZone ?? null,
      visitor: "value" in visitor ? visitor.value : { verification: "anonymous" },
      turns: form.turns.map(({ text }) => text),
      expected: {
        action: isCall && form.action !== "" ? form.action : null,
        ...(isCall && form.arguments.trim() !== "" && given ? { arguments: given } : {}),
        also: isCall ? (base?.expected.also ?? []) : [],
        asks: form.expects === "question" ? form.asks.trim() : null,
        reply: form.reply.trim() || null,
      },
      answer: answer?.value ?? null,
    },
    { error: plainMessage },
  );
  if (parsed.success && faults.length === 0) return { value: parsed.data };
  return { faults: [...toFieldErrors(parsed.error?.issues ?? []), ...faults] };
}

/** What a token claims; e-mail and name may stand beside its claims, which come first. */
function claimsOf({
  user_email: email,
  user_name: name,
  claims,
}: Extract<TestVisitor, { verification: "jwt" }>): object {
  return { ...(email === undefined ? {} : { email }), ...(name === undefined ? {} : { name }), ...claims };
}

function toText(value: unknown): string {
  return value === undefined ? "" : JSON.stringify(value, null, 2);
}

function readJson(text: string): { value: unknown } | undefined {
  if (text.trim() === "") return { value: null };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
