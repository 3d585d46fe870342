import { expect, test } from "vitest";
import {
  action,
  answer,
  cancelOrder,
  createTicket,
  lookUpOrder,
  model,
  toOptions,
  type Line,
} from "./shop.fixture.ts";
import { HAND_OVER } from "./tools.ts";

const shop = "https://api.shop.example.com";
const found = (number: string, data: unknown = { status: "shipped" }): Line => ({
  call: "lookup_order",
  input: { order_number: number },
  result: { outcome: "ok", status: 200, data },
});
const lookUp = (order_number: string) => ["lookup_order", { order_number }];
const cancel = (order_number: string) => ["cancel_order", { order_number }];

const SEVERAL: [Line[], unknown][] = [
  [["Where is order ORD-1 and cancel order ORD-2"], [lookUp("ORD-1"), cancel("ORD-2")]],
  [["Where are my orders ORD-1 and ORD-2?"], [lookUp("ORD-1"), lookUp("ORD-2")]],
  [["Cancel order ORD-1, no wait, ORD-2"], cancel("ORD-2")],
  [["Where is my order ORD-1? Cancel it."], [lookUp("ORD-1"), cancel("ORD-1")]],
  // What lacks a value waits until the rest has run.
  [["Where is my order ORD-1 and create a ticket"], lookUp("ORD-1")],
  [
    ["Where is my order ORD-1 and create a ticket", found("ORD-1")],
    "Here is what I found:\n\n- **Status**: shipped\n\nWhat is the description of the problem?",
  ],
  [["Where is my order ORD-1 and create a ticket", found("ORD-1"), "It broke"], "What is your e-mail?"],
  [
    ["Where is my order ORD-1 and create a ticket", found("ORD-1"), "It broke", "a@b.co"],
    ["create_ticket", { description: "It broke", email: "a@b.co" }],
  ],
  // A story goes on to its end.
  [
    ["Create a ticket: my parcel broke and I want to cancel my order. My e-mail is a@b.co"],
    ["create_ticket", { description: "my parcel broke and I want to cancel my order", email: "a@b.co" }],
  ],
];

for (const [lines, expected] of SEVERAL) {
  const said = lines.map((line) => (typeof line === "string" ? line : `(${line.call})`)).join(" / ");
  test(`several wishes: ${said}`, async () => {
    expect(await answer(lines)).toEqual(expected);
  });
}

test("runs that ended together are told each under its own name", async () => {
  const both = ["Where are my orders ORD-1 and ORD-2?", found("ORD-1"), found("ORD-2", { status: "lost" })];
  const { prompt } = toOptions(both);
  const [asked, first, firstResult, second, secondResult] = prompt;
  const together = [asked, first, second, firstResult, secondResult].filter((each) => each !== undefined);
  const { content } = await model.doGenerate({ ...toOptions([]), prompt: together });
  expect(content).toEqual([
    {
      type: "text",
      text: [
        "**Look up order: ORD-1**",
        "Here is what I found:",
        "- **Status**: shipped",
        "**Look up order: ORD-2**",
        "Here is what I found:",
        "- **Status**: lost",
      ].join("\n\n"),
    },
  ]);
});

const mailReport = action({
  identifier: "mail_report",
  name: "Monthly report by mail",
  whenToUse: "Send the report.",
  method: "POST",
  url: `${shop}/mail`,
});
const smsReport = action({
  identifier: "sms_report",
  name: "Monthly report by text",
  whenToUse: "Send the report.",
  method: "POST",
  url: `${shop}/sms`,
});
const WHICH = "Which of these do you mean?\n\n- Monthly report by mail\n- Monthly report by text";
const TIED: [string[], unknown][] = [
  [["monthly report"], WHICH],
  [
    ["monthly report", "the first one"],
    ["mail_report", {}],
  ],
  [
    ["monthly report", "2"],
    ["sms_report", {}],
  ],
  [
    ["monthly report", "by text please"],
    ["sms_report", {}],
  ],
  [
    ["monthly report", "the last"],
    ["sms_report", {}],
  ],
  [["monthly report", "never mind"], "All right, I have left that."],
  [["monthly report", "where is my order ORD-1"], lookUp("ORD-1")],
];

for (const [lines, expected] of TIED) {
  test(`two actions that fit alike: ${lines.join(" / ")}`, async () => {
    expect(await answer(lines, { offered: [mailReport, smsReport, lookUpOrder] })).toEqual(expected);
  });
}

const PERSON = {
  type: "function",
  name: HAND_OVER,
  description: "Hands over to a person.",
  inputSchema: { type: "object", properties: { reason: { type: "string" }, contact: { type: "string" } } },
} as const;
const CALLED: [string[], unknown][] = [
  [["I want to talk to a human"], { reason: "I want to talk to a human" }],
  [
    ["connect me to a person, my mail is a@b.co"],
    { reason: "connect me to a person, my mail is a@b.co", contact: "a@b.co" },
  ],
  [["Where is my order?", "operator please"], { reason: "operator please" }],
  [["оператора, пожалуйста"], { reason: "оператора, пожалуйста" }],
];

for (const [lines, input] of CALLED) {
  test(`a person is called: ${lines.join(" / ")}`, async () => {
    const options = toOptions(lines);
    const { content } = await model.doGenerate({ ...options, tools: [...(options.tools ?? []), PERSON] });
    expect(content).toMatchObject([{ type: "tool-call", toolName: HAND_OVER, input: JSON.stringify(input) }]);
  });
}

test("the way to a person is not listed among the actions", async () => {
  const options = toOptions(["help"], { offered: [lookUpOrder] });
  const { content } = await model.doGenerate({ ...options, tools: [...(options.tools ?? []), PERSON] });
  expect(content).toEqual([{ type: "text", text: "I can help you with:\n\n- Look up order" }]);
});

const move = action({
  identifier: "change_address",
  name: "Change address",
  whenToUse: "Change the delivery address.",
  method: "POST",
  url: `${shop}/address`,
  parameters: [
    {
      name: "address",
      label: "Address",
      type: "object",
      schema: {
        type: "object",
        properties: {
          street: { type: "string", minLength: 3 },
          floor: { type: "integer", minimum: 0, maximum: 50 },
          note: { type: "string" },
        },
        required: ["street", "floor"],
      },
    },
  ],
});
const MEMBERS: [string[], unknown][] = [
  [["change my address"], "What is the address: Street?"],
  [["change my address", "x"], "That does not look right. What is the address: Street?"],
  [["change my address", "Nizami 5"], "What is the address: Floor?"],
  [
    ["change my address", "Nizami 5", "99"],
    "That does not look like a whole number. What is the address: Floor?",
  ],
  [
    ["change my address", "Nizami 5", "three"],
    ["change_address", { address: { street: "Nizami 5", floor: 3 } }],
  ],
];

for (const [lines, expected] of MEMBERS) {
  test(`an object is asked for member by member: ${lines.join(" / ")}`, async () => {
    expect(await answer(lines, { offered: [move, lookUpOrder] })).toEqual(expected);
  });
}

test("an object that words cannot give is refused plainly", async () => {
  const [parameter] = move.parameters;
  const nested = { ...move, parameters: [{ ...parameter, schema: { type: "object", minProperties: 2 } }] };
  expect(await answer(["change address"], { offered: [nested as typeof move] })).toBe(
    "For “Change address” I would need details that I cannot ask for in a conversation.",
  );
});

const SPOKEN: [string, string[], string][] = [
  ["en", ["Где мой заказ?"], "Напишите, пожалуйста: Order number."],
  ["en", ["Wo ist meine Bestellung?", "ich weiß es nicht"], "Das scheint nicht zu passen."],
  ["ru", ["Where is my order, please?"], "What is your order number?"],
  ["az", ["ORD-1", "thank you very much"], "You are welcome!"],
  ["en", ["ok danke"], "You are welcome!"],
  ["tr", ["pizza lasagne"], "Üzgünüm"],
];

for (const [locale, lines, expected] of SPOKEN) {
  test(`answers in the language of the message, ${locale} otherwise: ${lines.join(" / ")}`, async () => {
    const said = await answer(lines, { locale, offered: [lookUpOrder, createTicket] });
    expect(String(said)).toContain(expected);
  });
}

test("never counts days from a day that nobody knows", async () => {
  const visit = action({
    identifier: "visit",
    name: "Plan a visit",
    whenToUse: "Plan a visit.",
    method: "POST",
    url: `${shop}/visits`,
    parameters: [{ name: "at", label: "Time", type: "datetime" }],
  });
  const ask = (timeZone: string, ...lines: string[]) =>
    answer(["plan a visit", ...lines], { timeZone, offered: [visit] });
  expect(await ask("")).toBe("What is the time? Please give the time in UTC.");
  expect(await ask("", "tomorrow at 10:30")).toContain("I could not read that as a date and time");
  expect(await ask("", "2026-05-05 10:30")).toEqual(["visit", { at: "2026-05-05T10:30:00Z" }]);
  expect(await ask("Asia/Baku")).toBe("What is the time?");
  expect(await ask("Asia/Baku", "tomorrow at 10:30")).toEqual(["visit", { at: "2026-05-05T10:30:00+04:00" }]);
});

test("taking back nothing is taken note of", async () => {
  expect(await answer(["never mind"], { offered: [lookUpOrder, cancelOrder] })).toBe(
    "All right. Tell me if you need anything else.",
  );
});
