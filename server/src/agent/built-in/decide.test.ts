import { expect, test } from "vitest";
import {
  action,
  answer,
  bookTable,
  cancelOrder,
  createTicket,
  lookUpOrder,
  type Line,
} from "./shop.fixture.ts";

const found: Line = {
  call: "lookup_order",
  input: { order_number: "ORD-123" },
  result: { outcome: "ok", status: 200, data: { status: "shipped" } },
};
const ASK = "What is your order number? For example ORD-123.";
const LIST =
  "I can help you with:\n\n- Look up order\n- Cancel order\n- Create support ticket\n- Book a table";
const NOT_UNDERSTOOD = `I am sorry, I did not understand that.\n\n${LIST}`;
const lookUp = (order_number: string) => ["lookup_order", { order_number }];
const cancel = (order_number: string) => ["cancel_order", { order_number }];

const DIALOGUES: Record<string, [Line[], unknown][]> = {
  "chooses by the owner's words": [
    [["Where is my order?"], ASK],
    [["where's my ordder"], ASK],
    [["order status"], ASK],
    [["Hi, I bought shoes from you two weeks ago and I want to know where is my order"], ASK],
    [["Where is my order ORD-7?"], lookUp("ORD-7")],
    [["please cancel my order ord-7"], cancel("ORD-7")],
    [["Sifarişim haradadır? ORD-7"], lookUp("ORD-7")],
    [["SIFARISIM HARADADIR ORD-7"], lookUp("ORD-7")],
  ],
  "does not guess": [
    [["What is the weather today?"], NOT_UNDERSTOOD],
    [["order pizza"], NOT_UNDERSTOOD],
    [["Where are you located?"], NOT_UNDERSTOOD],
    [["Şəhərin havası necədir?"], NOT_UNDERSTOOD],
    [["今日の天気"], NOT_UNDERSTOOD],
    [[""], NOT_UNDERSTOOD],
    [["ORD-7 INV-9 pizza"], NOT_UNDERSTOOD],
  ],
  "takes a bare code for the one action that just reads it": [
    [["ORD-7"], lookUp("ORD-7")],
    [["ord 7, please"], lookUp("ORD-7")],
  ],
  "asks for one missing value at a time": [
    [["Where is my order?", "it is ORD-7"], lookUp("ORD-7")],
    [["Book a table on 12 May"], "What is the number of guests?"],
    [["Book a table on 12 May", "four"], "What is your phone?"],
    [["Book a table on 12 May", "four", "+994 50 123 45 67"], "Outside? Please answer yes or no."],
    [
      ["Book a table on 12 May", "four", "+994 50 123 45 67", "no thanks"],
      ["book_table", { day: "2026-05-12", guests: 4, phone: "+994501234567", outside: false }],
    ],
  ],
  "says what would fit": [
    [["Where is my order?", "dunno"], `That does not look right. ${ASK}`],
    [
      ["Book a table tomorrow", "many"],
      "That does not look like a whole number. What is the number of guests?",
    ],
    [["Where is my order?", "A77"], `That does not look right. ${ASK}`],
    [["Where is my order?", "A77", "A77"], lookUp("A77")],
  ],
  "takes the visitor's own words for free text": [
    [["Create a ticket: my parcel is broken"], "What is your e-mail?"],
    [
      ["Create a ticket: my parcel is broken", "a@b.co"],
      ["create_ticket", { description: "my parcel is broken", email: "a@b.co" }],
    ],
    [["I want to talk to support"], "What is the description of the problem?"],
    [
      ["I want to talk to support", "The zip is torn. I'd like my money back.", "a@b.co"],
      ["create_ticket", { description: "The zip is torn. I'd like my money back.", email: "a@b.co" }],
    ],
    [
      ["Create a ticket about a late parcel, priority: high, my e-mail is a@b.co"],
      ["create_ticket", { description: "a late parcel", priority: "high", email: "a@b.co" }],
    ],
    [["I want to talk to support", "Cancel my order"], ASK],
  ],
  "leaves what was begun": [
    [["Where is my order?", "never mind"], "All right, I have left that."],
    [["Where is my order?", "ləğv et"], "All right, I have left that."],
    [["Where is my order?", "never mind", "ORD-7 ORD-8 pizza"], NOT_UNDERSTOOD],
    [["Where is my order?", "I want to talk to support"], "What is the description of the problem?"],
    [["Where is my order?", "what can you do?"], LIST],
    [["Where is my order?", "what can you do?", "ORD-7"], lookUp("ORD-7")],
  ],
  "takes corrections": [
    [["ORD-123", found, "no, ORD-124"], lookUp("ORD-124")],
    [["ORD-123", found, "xeyr, ORD-124"], lookUp("ORD-124")],
    [["ORD-123", found, "ORD-124"], lookUp("ORD-124")],
    [["ORD-123", found, "and ORD-124?"], lookUp("ORD-124")],
    [["ORD-123", found, "try again"], lookUp("ORD-123")],
    [["ORD-123", found, "cancel it"], cancel("ORD-123")],
    [["ORD-123", found, "no, cancel order ORD-9"], cancel("ORD-9")],
    [["try again"], "There is nothing that I could try again."],
    [["Book a table on 12 May", "no, on 13 May"], "What is the number of guests?"],
    [
      ["Book a table on 12 May", "no, on 13 May", "2", "+994501234567", "yes"],
      ["book_table", { day: "2026-05-13", guests: 2, phone: "+994501234567", outside: true }],
    ],
  ],
  "answers small talk": [
    [["hello there!"], `Hello! I am the assistant of Acme. ${LIST}`],
    [["thanks a lot"], "You are welcome!"],
    [["Hi! What can you do for me?"], LIST],
    [["ok bye"], "Goodbye!"],
  ],
  "words how a run ended": [
    [["ORD-123", found], "Here is what I found:\n\n- **Status**: shipped"],
    [
      ["cancel ORD-1", { call: "cancel_order", input: { order_number: "ORD-1" }, result: "denied" }],
      "All right, nothing was changed.",
    ],
    [
      ["x", { call: "gone", input: {}, result: { outcome: "unknown" } }],
      "I could not see whether it went through. Please check before you try again.",
    ],
  ],
};

for (const [habit, dialogues] of Object.entries(DIALOGUES)) {
  for (const [lines, expected] of dialogues) {
    const said = lines.map((line) => (typeof line === "string" ? line : `(${line.call})`)).join(" / ");
    test(`${habit}: ${said}`, async () => {
      expect(await answer(lines)).toEqual(expected);
    });
  }
}

const IN_AZERBAIJANI: [Line[], unknown][] = [
  [["Sifarişim haradadır?"], "Zəhmət olmasa, bunu yazın: Order number. Məsələn, ORD-123."],
  [["sifarişim hardadı?", "ORD-7"], lookUp("ORD-7")],
  [["sifarişimi ləğv edin, ORD-7"], cancel("ORD-7")],
  [["Masa sifariş et, 4 nəfər, sabaha, 050 123 45 67"], "Outside? Hə və ya yox yazın."],
  [
    ["Masa sifariş et, sabaha, 050 123 45 67", "dörd", "hə"],
    ["book_table", { day: "2026-05-05", phone: "+994501234567", guests: 4, outside: true }],
  ],
  [
    ["Sifarişim haradadır?", "bilmirəm"],
    "Bu uyğun gəlmir. Zəhmət olmasa, bunu yazın: Order number. Məsələn, ORD-123.",
  ],
  [["Sifarişim haradadır?", "lazım deyil"], "Yaxşı, bunu saxladım."],
  [["çox sağ olun"], "Buyurun!"],
  [["ORD-123", found], "Tapdıqlarım:\n\n- **Status**: shipped"],
];

for (const [lines, expected] of IN_AZERBAIJANI) {
  test(`answers in Azerbaijani: ${lines.filter((line) => typeof line === "string").join(" / ")}`, async () => {
    expect(await answer(lines, { locale: "az" })).toEqual(expected);
  });
}

test("a code in the message speaks for the action that takes such codes", async () => {
  const listOrders = action({
    identifier: "list_orders",
    name: "My orders",
    whenToUse: "List the customer's orders.",
    method: "GET",
    url: "https://api.shop.example.com/orders",
  });
  const plain = { ...lookUpOrder, examples: [] };
  const setting = { offered: [listOrders, plain, createTicket] };
  expect(await answer(["Where are my orders?"], setting)).toEqual(["list_orders", {}]);
  expect(await answer(["Where is my order ORD-7?"], setting)).toEqual(lookUp("ORD-7"));
});

test("what another model called is put right with the values that words could have given", async () => {
  const input = { day: "soon", guests: "four", phone: "+994501234567", outside: [] };
  const foreign: Line = { call: "book_table", input, result: "denied" };
  expect(await answer([foreign, "no, on 13 May"])).toBe("What is the number of guests?");
  expect(await answer([foreign, "no, on 13 May", "4", "yes"])).toEqual([
    "book_table",
    { day: "2026-05-13", guests: 4, phone: "+994501234567", outside: true },
  ]);
});

test("a tool that words cannot fill is not called again", async () => {
  const lines = { name: "lines", type: "object", isArray: true };
  const count = { name: "count", type: "integer", label: "Count", required: false };
  const placeOrder = action({
    identifier: "place_order",
    name: "Place order",
    whenToUse: "Order goods.",
    method: "POST",
    url: "https://api.shop.example.com/orders",
    parameters: [{ ...lines, schema: { type: "object", properties: {} } }, count],
  });
  const foreign: Line = { call: "place_order", input: { lines: [{ sku: 1 }], count: 2 }, result: "denied" };
  const setting = { offered: [placeOrder] };
  expect(await answer([foreign, "no, 3"], setting)).toContain("I did not understand that.");
  expect(await answer([foreign, "try again"], setting)).toBe("There is nothing that I could try again.");
});

test("an option that sounds like leaving is an answer", async () => {
  const reason = { name: "reason", type: "choice", options: ["Damaged", "Changed my mind"] };
  const returnItem = action({
    identifier: "return_item",
    name: "Return an item",
    whenToUse: "Start a return.",
    method: "POST",
    url: "https://api.shop.example.com/returns",
    parameters: [reason],
  });
  expect(await answer(["Return an item", "I changed my mind"], { offered: [returnItem] })).toEqual([
    "return_item",
    { reason: "Changed my mind" },
  ]);
});

test("speaks English where it does not know the language", async () => {
  expect(await answer(["thanks"], { locale: "nl-BE" })).toBe("You are welcome!");
});

test("says that a hidden action needs signing in, and calls nothing", async () => {
  const setting = { offered: [bookTable], signIn: [lookUpOrder, cancelOrder] };
  expect(await answer(["Where is my order ORD-7?"], setting)).toBe(
    "For “Look up order” you need to sign in first. Please sign in and ask me again.",
  );
  expect(await answer(["help"], setting)).toBe(
    "I can help you with:\n\n- Book a table\n\nOnce you are signed in, also with:\n\n- Look up order\n- Cancel order",
  );
});

test("says that an action is not for this visitor when they ask for it, and does not bring it up", async () => {
  const setting = { offered: [bookTable], denied: [cancelOrder] };
  expect(await answer(["Cancel my order ORD-7"], setting)).toBe(
    "“Cancel order” is not available for your account.",
  );
  expect(await answer(["help"], setting)).toBe("I can help you with:\n\n- Book a table");
});

test("says so when there is nothing to do", async () => {
  expect(await answer(["help"], { offered: [] })).toBe("There is nothing that I can do for you here yet.");
});

test("words each of several results once", async () => {
  const failed: Line = { call: "create_ticket", input: {}, result: { outcome: "timeout" } };
  expect(await answer(["x", failed, found, found], { offered: [lookUpOrder, createTicket] })).toBe(
    "Here is what I found:\n\n- **Status**: shipped",
  );
});
