import type {
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4Message,
  LanguageModelV4Prompt,
} from "@ai-sdk/provider";
import { actionSchema, type Action } from "@errand/shared/action";
import type { ModelOutcome } from "@errand/shared/outcome";
import { toActionTool } from "../action-tool.ts";
import { errandOptions } from "../prompt.ts";
import { createBuiltInModel } from "./model.ts";

const orderNumber = { name: "order_number", label: "Order number", hint: "Such as ORD-123" };

export const lookUpOrder = action({
  identifier: "lookup_order",
  name: "Look up order",
  whenToUse: "Look up a customer's order status by order number.",
  examples: ["Where is my order?", "Sifarişim haradadır?"],
  method: "GET",
  url: "https://api.shop.example.com/orders/{{order_number}}",
  parameters: [orderNumber],
});

export const cancelOrder = action({
  identifier: "cancel_order",
  name: "Cancel order",
  whenToUse: "Cancel an order that was not shipped yet.",
  examples: ["Cancel my order", "Sifarişi ləğv et"],
  method: "DELETE",
  url: "https://api.shop.example.com/orders/{{order_number}}",
  parameters: [orderNumber],
});

export const createTicket = action({
  identifier: "create_ticket",
  name: "Create support ticket",
  whenToUse: "Open a ticket with the support team when something is broken or a person is needed.",
  examples: ["Create a ticket", "I want to talk to support", "Dəstək sorğusu yarat"],
  method: "POST",
  url: "https://api.shop.example.com/tickets",
  parameters: [
    { name: "description", label: "Description of the problem" },
    { name: "email", label: "E-mail", type: "email" },
    { name: "priority", label: "Priority", type: "choice", options: ["low", "high"], required: false },
  ],
});

export const bookTable = action({
  identifier: "book_table",
  name: "Book a table",
  whenToUse: "Reserve a table in the café.",
  examples: ["Reserve a table", "Masa sifariş et"],
  method: "POST",
  url: "https://api.shop.example.com/tables",
  parameters: [
    { name: "day", label: "Day", type: "date" },
    { name: "guests", label: "Number of guests", type: "integer" },
    { name: "phone", label: "Phone", type: "phone" },
    { name: "outside", label: "Outside?", type: "boolean" },
  ],
});

export const actions = [lookUpOrder, cancelOrder, createTicket, bookTable];

export function action(input: Record<string, unknown>): Action {
  const parsed = actionSchema.parse(input);
  return { ...parsed, auth: { type: "none" } };
}

/** A line of a conversation: what the visitor says, or a call and how it ended. */
export type Line = string | { call: string; input: Record<string, unknown>; result: ModelOutcome | "denied" };

export function toPrompt(lines: readonly Line[]): LanguageModelV4Prompt {
  return lines.flatMap((line, at): LanguageModelV4Message[] => {
    if (typeof line === "string") return [{ role: "user", content: [{ type: "text", text: line }] }];
    const call = { toolCallId: `call_${at}`, toolName: line.call };
    const output =
      line.result === "denied"
        ? ({ type: "execution-denied" } as const)
        : ({ type: "json", value: JSON.parse(JSON.stringify(line.result)) } as const);
    return [
      { role: "assistant", content: [{ type: "tool-call", ...call, input: line.input }] },
      { role: "tool", content: [{ type: "tool-result", ...call, output }] },
    ];
  });
}

interface Setting {
  locale?: string;
  timeZone?: string | undefined;
  offered?: readonly Action[];
  signIn?: readonly Action[];
  denied?: readonly Action[];
}

export function toOptions(
  lines: readonly Line[],
  { locale = "en", timeZone = "UTC", offered = actions, signIn = [], denied = [] }: Setting = {},
): LanguageModelV4CallOptions {
  return {
    prompt: toPrompt(lines),
    tools: offered.map(toActionTool),
    providerOptions: errandOptions({
      locale,
      timeZone,
      siteName: "Acme",
      signInActions: [...signIn],
      deniedActions: [...denied],
    }),
  };
}

/** The built-in model on Monday 4 May 2026. */
export const model = createBuiltInModel({ now: () => new Date("2026-05-04T10:00:00Z") });

/** What the model answers: the text, and each call as `[identifier, arguments]`; alone when it is only one thing. */
export async function answer(lines: readonly Line[], setting?: Setting): Promise<unknown> {
  const { content } = await model.doGenerate(toOptions(lines, setting));
  const answers = content.map(toAnswer);
  return answers.length === 1 ? answers[0] : answers;
}

function toAnswer(content: LanguageModelV4Content): string | [string, unknown] {
  if (content.type === "text") return content.text;
  if (content.type === "tool-call") return [content.toolName, JSON.parse(content.input)];
  throw new TypeError("The model answered with nothing.");
}
