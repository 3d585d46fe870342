import { describe, expect, it } from "vitest";
import { cardSchema } from "./card.ts";
import { buildCard } from "./build-card.ts";

const order = {
  number: "ORD-1",
  status: "in transit",
  total: 189,
  photo: "https://images.example.com/1.jpg",
  page: "https://shop.example.com/orders/1",
};

const mapping = cardSchema.parse({
  title: "Order {{/number}}",
  subtitle: "{{status}}",
  fields: [
    { label: "Total", value: "{{/total}} EUR" },
    { label: "Carrier", value: "{{/carrier}}" },
  ],
  image: "{{/photo}}",
  imageHosts: ["images.example.com"],
  link: { url: "{{/page}}", label: "Open order" },
});

describe("a card", () => {
  it("shows the fields that the answer has", () => {
    expect(buildCard(mapping, order)).toEqual({
      layout: "card",
      items: [
        {
          title: "Order ORD-1",
          subtitle: "in transit",
          image: { url: "https://images.example.com/1.jpg", alt: "Order ORD-1" },
          fields: [{ label: "Total", value: "189 EUR" }],
          link: { url: "https://shop.example.com/orders/1", label: "Open order" },
        },
      ],
    });
  });

  it("lists at most twenty items, those with a title", () => {
    const list = cardSchema.parse({ layout: "list", items: "/orders", title: "{{/number}}" });
    const orders = [{}, ...Array.from({ length: 30 }, (_, index) => ({ number: `ORD-${index}` }))];
    const card = buildCard(list, { orders });
    expect(card?.items.map((item) => item.title)).toEqual(
      Array.from({ length: 19 }, (_, index) => `ORD-${index}`),
    );
  });

  it("is not made from an answer without a title", () => {
    expect([buildCard(mapping, {}), buildCard(mapping, null), buildCard(mapping, "text")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  const hostile: [string, object][] = [
    ["an image from another host", { photo: "https://evil.example/1.jpg" }],
    ["an image whose name only ends alike", { photo: "https://images.example.com.evil.example/1.jpg" }],
    ["an image over http", { photo: "http://images.example.com/1.jpg" }],
    ["an image with a user part", { photo: "https://images.example.com@evil.example/" }],
    ["a data image", { photo: "data:image/png;base64,AAAA" }],
  ];
  for (const [what, change] of hostile) {
    it(`leaves out ${what}`, () => {
      expect(buildCard(mapping, { ...order, ...change })?.items[0]?.image).toBeUndefined();
    });
  }

  for (const page of [
    "javascript:alert(1)",
    "http://shop.example.com/",
    "https://a:b@shop.example.com/",
    7,
  ]) {
    it(`leaves out the link ${page}`, () => {
      expect(buildCard(mapping, { ...order, page })?.items[0]?.link).toBeUndefined();
    });
  }

  it("encodes a value inside a longer address and never reads it as a template", () => {
    const linked = cardSchema.parse({
      title: "{{/name}}",
      link: { url: "https://shop.example.com/p/{{/id}}", label: "Open" },
    });
    expect(buildCard(linked, { name: "{{/id}}", id: "../x?y" })?.items[0]).toEqual({
      title: "{{/id}}",
      fields: [],
      link: { url: "https://shop.example.com/p/..%2Fx%3Fy", label: "Open" },
    });
  });

  it("reads own members only", () => {
    const odd = cardSchema.parse({ title: "{{/constructor/name}}" });
    expect(buildCard(odd, {})).toBeUndefined();
  });
});
