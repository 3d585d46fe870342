import type { MessagePart } from "@errand/shared/wire";
import { cleanup } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { drawLater, drawMessage, provideTestApp } from "../../test/draw.tsx";

beforeEach(() => provideTestApp());
afterEach(cleanup);

const text = (markdown: string): MessagePart => ({ type: "text", text: markdown, state: "done" });

test("a link opens apart, passes nothing on, and shows where it leads", async () => {
  const { container } = await drawLater("a", text("[your bank](https://evil.example/login)"));
  const link = container.querySelector("a");
  expect(link?.outerHTML).toBe(
    '<a href="https://evil.example/login" target="_blank" rel="noopener noreferrer nofollow">your bank' +
      '<span class="host"> (evil.example)</span><span class="unseen"> opens in a new tab</span></a>',
  );
});

test("what a person wrote is marked as theirs", async () => {
  const { container } = await drawMessage(".person", {
    id: "msg_1",
    role: "assistant",
    parts: [text("Hello, Aysel here.")],
    metadata: { author: "person" },
  });
  expect(container.querySelector(".message")?.textContent).toBe("Team member: Hello, Aysel here.");
});

test("HTML and images in an answer stay text", async () => {
  const { container } = await drawLater("p", text("<img src=x> ![a](https://b.example/c.png)"));
  expect(container.querySelector("img")).toBeNull();
  expect(container.textContent).toContain("<img src=x> !a (b.example)");
});
