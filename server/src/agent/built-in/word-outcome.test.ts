import type { ModelOutcome } from "@errand/shared/outcome";
import { expect, test } from "vitest";
import { sentencesFor } from "./sentences/sentences.ts";
import { wordOutcome } from "./word-outcome.ts";

const english = { locale: "en", say: sentencesFor("en") };
const azerbaijani = { locale: "az", say: sentencesFor("az") };
const read = { name: "Look up order", reply: null, hasCard: false, changes: false };
const write = { name: "Create ticket", reply: null, hasCard: false, changes: true };

const ANSWER = {
  orderId: 100234,
  placed_at: "2026-05-01T10:00:00Z",
  eta: "2026-05-06",
  total: 1234.5,
  gift: false,
  note: null,
  empty: [],
  tags: ["a", "b"],
  address: { city: "Baku\n\n# Heading", geo: { lat: 1 } },
  items: [{ name: "Shoes", qty: 2, made: { by: "x" } }, { name: "Hat" }],
};

test("an answer is told as a list of its fields, nested one level", () => {
  expect(wordOutcome(read, {}, { outcome: "ok", data: ANSWER }, english)).toBe(
    [
      "Here is what I found:",
      "",
      "- **Order ID**: 100234",
      "- **Placed at**: May 1, 2026, 10:00 AM UTC",
      "- **Eta**: May 6, 2026",
      "- **Total**: 1,234.5",
      "- **Gift**: no",
      "- **Tags**: a, b",
      "- **Address**:",
      "  - **City**: Baku # Heading",
      "  - **Geo**: Lat: 1",
      "- **Items**:",
      "  - Name: Shoes, Qty: 2",
      "  - Name: Hat",
    ].join("\n"),
  );
});

test("dates, numbers and words follow the locale", () => {
  const data = { total: 1234.5, eta: "2026-05-06", gift: true };
  expect(wordOutcome(write, {}, { outcome: "ok", data }, azerbaijani)).toBe(
    "“Create ticket” yerinə yetirildi:\n\n- **Total**: 1.234,5\n- **Eta**: 6 may 2026\n- **Gift**: hə",
  );
});

test("a long list ends after ten with how many more there are", () => {
  const data = Array.from({ length: 1_012 }, (_, at) => ({ id: at }));
  const lines = wordOutcome(read, {}, { outcome: "ok", data }, english).split("\n");
  expect(lines.slice(-2)).toEqual(["- ID: 9", "- and 1,002 more"]);
});

/** Outcome data of a success, of a reading and of a changing action. */
const PLAIN: [unknown, string, string][] = [
  [undefined, "Done.", "Done."],
  ["", "Done.", "Done."],
  [{}, "Done.", "Done."],
  [[], "Nothing was found.", "Done."],
  ["It is on its way.", "It is on its way.", "It is on its way."],
  [42, "42", "42"],
];

for (const [data, reading, changing] of PLAIN) {
  test(`the answer ${JSON.stringify(data)} is told plainly`, () => {
    const outcome: ModelOutcome = { outcome: "ok", data };
    expect(wordOutcome(read, {}, outcome, english)).toBe(reading);
    expect(wordOutcome(write, {}, outcome, english)).toBe(changing);
  });
}

const REPLIES: [string, unknown, string][] = [
  ["Order {{order_number}} is {{status}}.", { status: "shipped" }, "Order ORD-1 is shipped."],
  [
    "{{/items/0/name}} and {{items.1.name}}",
    { items: [{ name: "Shoes" }, { name: "Hat" }] },
    "Shoes and Hat",
  ],
  ["{{/a~1b}} {{/c~0d}}", { "a/b": 1, "c~d": 2 }, "1 2"],
  ["On {{eta}} for {{price}}", { eta: "2026-05-06" }, "On May 6, 2026 for –"],
  ["Hello {{name}}", { name: "{{secret}}", secret: "x" }, "Hello {{secret}}"],
  ["Your items: {{items}}", { items: [{ name: "Hat" }] }, "Your items: \n- Name: Hat"],
  ["It is done.", {}, "It is done."],
  ["{{constructor}} {{gone}}", { status: "late" }, "Here is what I found:\n\n- **Status**: late"],
];

test("an answer that stands on a card is not listed again", () => {
  const outcome: ModelOutcome = { outcome: "ok", data: { status: "late" } };
  expect(wordOutcome({ ...read, hasCard: true }, {}, outcome, english)).toBe("Here you are.");
});

for (const [reply, data, expected] of REPLIES) {
  test(`the owner's reply "${reply}" is rendered over ${JSON.stringify(data)}`, () => {
    const outcome: ModelOutcome = { outcome: "ok", data };
    expect(wordOutcome({ ...read, reply }, { order_number: "ORD-1" }, outcome, english)).toBe(expected);
  });
}

const CHECK = "please check before you try again.";
const UNSEEN = `I could not see whether it went through; ${CHECK}`;
const MISCONFIGURED =
  "This is not set up correctly, so I could not do it. Please tell the people who run this site.";

/** Outcome, words after reading, words after changing when they differ. */
const FAILURES: [ModelOutcome, string, string?][] = [
  [
    { outcome: "remote_error", status: 404 },
    "I could not find that. Please check what you gave me; you can send me another value.",
  ],
  [{ outcome: "remote_error", status: 403 }, "The service did not allow that."],
  [{ outcome: "remote_error", status: 409 }, "The service did not accept that."],
  [
    { outcome: "remote_error", status: 422, data: { error: { message: "Already\nshipped." } } },
    "The service did not accept that. It said: “Already shipped.”",
  ],
  [{ outcome: "remote_error", status: 400, data: "<html>" }, "The service did not accept that."],
  [
    { outcome: "remote_error", status: 429 },
    "The service is too busy at the moment. Please try again in a little while.",
  ],
  [
    { outcome: "remote_error", status: 502 },
    "The service had a problem and gave no answer. Please try again later.",
    "The service had a problem, so I cannot tell you that it was done. Please check before you try again.",
  ],
  [
    { outcome: "timeout" },
    "The service took too long to answer. Please try again later.",
    `The service took too long to answer. ${UNSEEN}`,
  ],
  [
    { outcome: "network_error" },
    "I could not reach the service. Please try again later.",
    `The connection to the service failed. ${UNSEEN}`,
  ],
  [{ outcome: "too_large" }, "The service's answer was too large for me to read."],
  [{ outcome: "blocked_address" }, MISCONFIGURED],
  [{ outcome: "blocked_redirect" }, MISCONFIGURED],
  [{ outcome: "tls_error" }, MISCONFIGURED],
  [{ outcome: "definition_error" }, MISCONFIGURED],
  [
    { outcome: "invalid_arguments" },
    "Some of what you gave me does not fit, so nothing was sent. Please check it.",
  ],
  [{ outcome: "identity_required" }, "You need to sign in first. Please sign in and ask me again."],
  [{ outcome: "not_approved" }, "All right, nothing was changed."],
  [{ outcome: "unknown" }, "I could not see whether it went through. Please check before you try again."],
];

for (const [outcome, reading, changing = reading] of FAILURES) {
  test(`the outcome ${outcome.outcome} ${outcome.status ?? ""} is said plainly`, () => {
    expect(wordOutcome(read, {}, outcome, english)).toBe(reading);
    expect(wordOutcome(write, {}, outcome, english)).toBe(changing);
  });
}
