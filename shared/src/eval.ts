import * as z from "zod";
import { testVisitorSchema } from "./action-test.ts";
import { localeTag, timeZoneName } from "./text.ts";

/** Cases of one site, and visitor's messages of one case, at most. */
export const MAX_EVALS = 500;
const MAX_TURNS = 20;

const identifier = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,63}$/, "must be an action's identifier, such as lookup_order");
const callSchema = z.strictObject({
  action: identifier,
  /** Compared as a whole; left out, any arguments will do. */
  arguments: z.record(z.string(), z.json()).optional(),
});

/** What the last message of a case must lead to. */
const expectationSchema = z
  .strictObject({
    /** The action that is called; null when none may be. */
    action: identifier.nullable(),
    arguments: callSchema.shape.arguments,
    /** What else the same message must lead to, in this order. */
    also: z.array(callSchema).max(10).default([]),
    /** The parameter that is asked for instead of a call. */
    asks: z.string().max(130).nullable().default(null),
    /** What the reply must hold, whatever its case. */
    reply: z.string().max(500).nullable().default(null),
  })
  .superRefine((expected, context) => {
    if (expected.action === null && (expected.arguments !== undefined || expected.also.length > 0))
      context.addIssue({ code: "custom", path: ["arguments"], message: "need an action that takes them" });
    if (expected.action !== null && expected.asks !== null)
      context.addIssue({
        code: "custom",
        path: ["asks"],
        message: "cannot be expected together with a call",
      });
  });

/** A sample conversation of the owner's, and what its last message must lead to. */
export const evalCaseSchema = z.strictObject({
  name: z.string().trim().max(200).default(""),
  /** The visitor's locale. */
  locale: localeTag.default("en"),
  /** The zone of the visitor's clock; null for the site's. */
  timeZone: timeZoneName.nullable().default(null),
  visitor: testVisitorSchema.default({ verification: "anonymous" }),
  /** What the visitor writes, message by message. */
  turns: z.array(z.string().trim().min(1, "must not be empty").max(4_000)).min(1).max(MAX_TURNS),
  expected: expectationSchema,
  /** What the endpoint of every called action answers; null for an answer without a body. No endpoint is called. */
  answer: z.json().default(null),
});

/** Body of `POST …/evals/run`: the cases, all without `ids`, and the model, the site's own without `model`. */
export const evalRunSchema = z.strictObject({
  ids: z.array(z.string().max(64)).max(MAX_EVALS).optional(),
  model: z.string().max(120).optional(),
});

/** A site's cases as a document. */
export const evalSuiteSchema = z.strictObject({
  cases: z.array(evalCaseSchema).max(MAX_EVALS),
  /** Whether the cases take the place of those that are there. */
  replace: z.boolean().default(false),
});

export type EvalCase = z.output<typeof evalCaseSchema>;
/** A case as it may be written, defaults left out. */
export type EvalDraft = z.input<typeof evalCaseSchema>;

/** A stored case. Times are ISO 8601 UTC. */
export interface EvalView extends EvalCase {
  id: string;
  createdAt: string;
  updatedAt: string;
}

/** A call that was made. */
export interface EvalCall {
  action: string;
  arguments: unknown;
}

/** What can be otherwise than expected. */
export const EVAL_FAULTS = ["no_answer", "action", "arguments", "question", "reply"] as const;

/** One thing that is not as expected. */
export interface EvalFault {
  kind: (typeof EVAL_FAULTS)[number];
  /** The action whose arguments are meant. */
  action?: string;
  /** What came instead, arguments as JSON; null for nothing. */
  was: string | null;
  /** What should have come; null for nothing. */
  wanted: string | null;
  /** The same in a sentence. */
  message: string;
}

/** How a case went. */
export interface EvalResult {
  id: string;
  name: string;
  passed: boolean;
  /** The first action that the last message led to; null when it led to none. */
  chosen: string | null;
  arguments: unknown;
  /** The calls after the first. */
  also: EvalCall[];
  /** The parameter that the reply asks for; null when it asks for none. */
  asked: string | null;
  reply: string;
  expected: EvalCase["expected"];
  faults: EvalFault[];
  durationMs: number;
}

/** Answer of `POST …/evals/run`. */
export interface EvalReport {
  results: EvalResult[];
  passed: number;
  failed: number;
}
