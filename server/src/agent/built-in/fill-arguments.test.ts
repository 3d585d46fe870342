import { parameterSchema } from "@errand/shared/action";
import { expect, test } from "vitest";
import { findArguments } from "./fill-arguments.ts";

const context = { locale: "en", now: new Date("2026-05-04T10:00:00Z") };
const dates = [
  { name: "from", label: "From", type: "date" },
  { name: "to", label: "To", type: "date" },
];
const ticket = [
  { name: "subject", label: "Subject" },
  { name: "message", label: "Message" },
];

/** Parameters, message, arguments. */
const TABLE: [Record<string, unknown>[], string, unknown][] = [
  [dates, "from 2026-05-01 to 2026-05-09", { from: "2026-05-01", to: "2026-05-09" }],
  [dates, "to 2026-05-09 from 2026-05-01", { from: "2026-05-01", to: "2026-05-09" }],
  [dates, "2026-05-01, 2026-05-09", { from: "2026-05-01", to: "2026-05-09" }],
  [dates, "2026-05-01", { from: "2026-05-01" }],
  [ticket, "Subject: Torn zip\nMessage: It broke; help", { subject: "Torn zip", message: "It broke" }],
  [
    ticket,
    "the subject is torn zip and the message is it broke",
    { subject: "torn zip", message: "it broke" },
  ],
  [ticket, 'a ticket "Torn zip" saying "It broke"', { subject: "Torn zip", message: "It broke" }],
  [ticket, 'a ticket "It broke"', { message: "It broke" }],
  [ticket, "a ticket because it broke", { message: "it broke" }],
  [ticket, "a ticket", {}],
  [
    [
      { name: "guests", type: "integer" },
      { name: "phone", type: "phone" },
    ],
    "+994501234567 for 4",
    { guests: 4, phone: "+994501234567" },
  ],
  [[{ name: "count", type: "integer", required: false }], "I came 2 weeks ago", {}],
  [[{ name: "count", type: "integer", required: false }], "count: 2", { count: 2 }],
  [[{ name: "express", type: "boolean" }], "express: yes", { express: true }],
  [[{ name: "express", type: "boolean" }], "yes", {}],
  [
    [
      { name: "note", hint: "Your words" },
      { name: "order", hint: "ORD-1" },
    ],
    "about this: ORD-7",
    { order: "ORD-7" },
  ],
  [[{ name: "orders", hint: "ORD-1", isArray: true }], "ORD-7 and ORD-8", { orders: ["ORD-7", "ORD-8"] }],
  [
    [
      { name: "constructor", type: "email" },
      { name: "__proto__", type: "integer" },
    ],
    "a@b.co 4",
    JSON.parse('{"constructor":"a@b.co","__proto__":4}'),
  ],
];

for (const [parameters, text, expected] of TABLE) {
  test(`${parameters.map((each) => each["name"]).join(", ")}: ${text}`, () => {
    const found = findArguments(
      parameters.map((each) => parameterSchema.parse(each)),
      text,
      context,
    );
    expect(JSON.parse(JSON.stringify(found))).toEqual(expected);
    expect(Object.getPrototypeOf(found)).toBe(Object.prototype);
  });
}
