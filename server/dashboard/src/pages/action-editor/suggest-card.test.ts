import { expect, test } from "vitest";
import { fieldsOf, parseAnswer } from "./answer-fields.ts";
import { toCardMapping } from "./card-form.ts";
import { suggestCard } from "./suggest-card.ts";

const mappingOf = (answer: unknown) => {
  const card = suggestCard(answer);
  return card && toCardMapping(card);
};

test("a single thing becomes one card with title, subtitle, fields, picture and link", () => {
  const answer = {
    order_number: "ORD-1",
    status: "in transit",
    totalAmount: 12.5,
    note: "",
    photo: "https://img.example.com/mug.png",
    track: "https://track.example.com/1",
    lines: [],
  };
  expect(mappingOf(answer)).toEqual({
    layout: "card",
    items: "",
    title: "{{/order_number}}",
    subtitle: "{{/status}}",
    fields: [{ label: "Total amount", value: "{{/totalAmount}}" }],
    image: "{{/photo}}",
    imageHosts: ["img.example.com"],
    link: { url: "{{/track}}", label: "Track" },
  });
});

test("a list inside an answer becomes a list of cards, and a wrapped thing is unwrapped", () => {
  expect(mappingOf({ page: 1, "my/orders": [{ id: 7, total: 3 }] })).toMatchObject({
    layout: "list",
    items: "/my~1orders",
    title: "{{/id}}",
    fields: [{ label: "Total", value: "{{/total}}" }],
  });
  expect(mappingOf({ order: { name: "Mug" } })).toMatchObject({ layout: "card", items: "/order" });
});

test("nothing is suggested where nothing could be a title", () => {
  for (const answer of [undefined, null, 3, [], ["a"], {}, { a: { b: {} } }]) {
    expect(suggestCard(answer), JSON.stringify(answer)).toBeUndefined();
  }
});

test("the fields of an answer are named by pointers, those of a list for every member", () => {
  const answer = parseAnswer('{"a/b": {"c~": 1}, "list": [{"x": null}, {"y": 2}], "empty": []}');
  expect(fieldsOf(answer)).toEqual([
    { pointer: "/a~1b/c~0", sample: "1" },
    { pointer: "/list/*/x", sample: "null" },
  ]);
  expect(fieldsOf(parseAnswer("<p>no JSON</p>"))).toEqual([]);
});
