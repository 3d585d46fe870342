import type { CardItem } from "@errand/shared/wire";
import { cleanup } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { drawLater, provideTestApp } from "../../test/draw.tsx";

beforeEach(() => provideTestApp());
afterEach(cleanup);

const ITEM: CardItem = {
  title: "Storm jacket",
  subtitle: "In stock",
  image: { url: "https://img.example/jacket.jpg", alt: "A green jacket" },
  fields: [{ label: "Price", value: "189.00 EUR" }],
  link: { url: "https://shop.example/p/1", label: "See it" },
};

const draw = (...items: CardItem[]) =>
  drawLater(".card", { type: "data-card", id: "card_1", data: { layout: "list", items } });

test("a card shows what was found, and its link where it leads", async () => {
  const { container } = await draw(ITEM);
  expect(container.querySelector("h3")?.textContent).toBe("Storm jacket");
  expect([...container.querySelectorAll("dl > div > *")].map((cell) => cell.textContent)).toEqual([
    "Price",
    "189.00 EUR",
  ]);
  expect(container.querySelector("a")?.outerHTML).toBe(
    '<a href="https://shop.example/p/1" target="_blank" rel="noopener noreferrer nofollow">See it' +
      '<span class="host"> (shop.example)</span><span class="unseen"> opens in a new tab</span></a>',
  );
});

test("an image is fetched when it comes into view, and tells nobody where", async () => {
  const { container } = await draw(ITEM);
  const image = container.querySelector("img");
  expect(image?.getAttribute("src")).toBe("https://img.example/jacket.jpg");
  expect(image?.getAttribute("alt")).toBe("A green jacket");
  expect(image?.getAttribute("loading")).toBe("lazy");
  expect(image?.getAttribute("referrerpolicy")).toBe("no-referrer");
});

const refused = [
  "http://shop.example/",
  "javascript:alert(1)",
  "data:text/html,x",
  "https://a:b@shop.example/",
  "x",
];

test.each(refused)("neither image nor link leads to %s", async (url) => {
  const { container } = await draw({ ...ITEM, image: { url, alt: "" }, link: { url, label: "See it" } });
  expect(container.querySelectorAll("img, a")).toHaveLength(0);
});
