import { expect, test } from "vitest";
import { action, answer, type Line } from "../shop.fixture.ts";

const order_number = { name: "order_number", label: "Order number", hint: "Such as ORD-123" };
const shop = "https://api.shop.example.com";

/** Actions that their owner described in English alone. */
const offered = [
  action({
    identifier: "lookup_order",
    name: "Look up order",
    whenToUse: "Look up the status of one order by its order number.",
    examples: ["Where is my order?", "Track my parcel"],
    method: "GET",
    url: `${shop}/orders/{{order_number}}`,
    parameters: [order_number],
  }),
  action({
    identifier: "list_orders",
    name: "Show my orders",
    whenToUse: "List all orders of the customer.",
    examples: ["Show all my orders"],
    method: "GET",
    url: `${shop}/orders`,
  }),
  action({
    identifier: "cancel_order",
    name: "Cancel order",
    whenToUse: "Cancel an order that was not sent yet.",
    examples: ["Cancel my order"],
    method: "DELETE",
    url: `${shop}/orders/{{order_number}}`,
    parameters: [order_number],
  }),
  action({
    identifier: "create_ticket",
    name: "Create ticket",
    whenToUse: "Create a support ticket when something is broken or missing.",
    examples: ["Create a ticket"],
    method: "POST",
    url: `${shop}/tickets`,
    parameters: [
      { name: "description", label: "Description" },
      { name: "email", label: "E-mail", type: "email" },
    ],
  }),
  action({
    identifier: "book_table",
    name: "Book a table",
    whenToUse: "Reserve a table in the café.",
    examples: ["Reserve a table"],
    method: "POST",
    url: `${shop}/tables`,
    parameters: [
      { name: "day", label: "Day", type: "date" },
      { name: "guests", label: "Guests", type: "integer" },
      { name: "outside", label: "Outside?", type: "boolean", required: false },
    ],
  }),
  action({
    identifier: "refund",
    name: "Ask for a refund",
    whenToUse: "Refund money for an order.",
    examples: ["I want my money back"],
    method: "POST",
    url: `${shop}/refunds`,
    parameters: [order_number, { name: "amount", label: "Amount", type: "number" }],
  }),
];

export const found: Line = {
  call: "lookup_order",
  input: { order_number: "ORD-1" },
  result: { outcome: "ok", status: 200, data: { status: "shipped" } },
};
export const lookUp = (number: string) => ["lookup_order", { order_number: number }];
export const cancel = (number: string) => ["cancel_order", { order_number: number }];
export const book = (day: string, guests: number) => ["book_table", { day, guests }];

/** A line of a conversation or several, and what the last one is answered with; a text stands for its beginning. */
export type Row = [string | Line[], unknown];

/** Goes through conversations on Monday 4 May 2026 in Baku. */
export function testConversations(locale: string, rows: readonly Row[]): void {
  for (const [said, expected] of rows) {
    const lines = typeof said === "string" ? [said] : said;
    test(`${locale}: ${lines.map((line) => (typeof line === "string" ? line : `(${line.call})`)).join(" / ")}`, async () => {
      const answered = await answer(lines, { locale, timeZone: "Asia/Baku", offered });
      if (typeof expected === "string") expect(String(answered).slice(0, expected.length)).toBe(expected);
      else expect(answered).toEqual(expected);
    });
  }
}
