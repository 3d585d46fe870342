import type { MessagePart, ToolPart } from "@errand/shared/wire";
import { signal } from "@preact/signals";
import { cleanup, render } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { words } from "../locales/en.ts";
import type { App } from "../panel/app.ts";
import { provideApp } from "../panel/use-app.ts";
import { Message } from "./message.tsx";

const answer = vi.fn(async () => {});

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-01-01T12:00:00Z") });
  const app = { words: signal(words), locale: signal("en"), conversation: { answer } };
  provideApp(app as unknown as App);
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  answer.mockClear();
});

const draw = (...parts: MessagePart[]) =>
  render(<Message message={{ id: "msg_1", role: "assistant", parts }} />);
const text = (markdown: string): MessagePart => ({ type: "text", text: markdown, state: "done" });

const TOOL: ToolPart = {
  type: "dynamic-tool",
  toolCallId: "call_1",
  toolName: "cancel_order",
  title: "Cancelling your order…",
  toolMetadata: {
    name: "Cancel order",
    labels: { number: "Order number" },
    changes: true,
    approvalExpiresAt: "2026-01-01T12:10:00Z",
  },
  state: "approval-requested",
  input: { number: "ORD-1", lines: [1, 2], gift: false, note: null },
  approval: { id: "ap_1" },
};

test("a link opens apart, passes nothing on, and shows where it leads", () => {
  const { container } = draw(text("[your bank](https://evil.example/login)"));
  const link = container.querySelector("a");
  expect(link?.outerHTML).toBe(
    '<a href="https://evil.example/login" target="_blank" rel="noopener noreferrer nofollow">your bank' +
      '<span class="host"> (evil.example)</span><span class="unseen"> opens in a new tab</span></a>',
  );
});

test("HTML and images in an answer stay text", () => {
  const { container } = draw(text("<img src=x> ![a](https://b.example/c.png)"));
  expect(container.querySelector("img")).toBeNull();
  expect(container.textContent).toContain("<img src=x> !a (b.example)");
});

test("an approval shows each value that will be sent under its label", () => {
  const { container, getByRole } = draw(TOOL);
  const rows = [...container.querySelectorAll("dl > div")].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ["Order number", "ORD-1"],
    ["lines", "1, 2"],
    ["gift", "No"],
    ["note", "–"],
  ]);
  getByRole("button", { name: "Cancel" }).click();
  expect(answer.mock.calls).toEqual([["ap_1", false]]);
});

test("an approval whose time is over has no buttons", async () => {
  const { container, findByText } = draw(TOOL);
  expect(container.querySelectorAll("button")).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(600_000);
  await findByText("The time to confirm is over.");
  expect(container.querySelectorAll("button")).toHaveLength(0);
});

test("an action under way shows the seconds from three on", async () => {
  const { container, findByText } = draw({ ...TOOL, state: "input-available" });
  expect(container.textContent).toContain("Cancelling your order…");
  expect(container.querySelector(".detail")).toBeNull();
  await vi.advanceTimersByTimeAsync(3000);
  await findByText("3s");
});

const receipts: [part: Partial<ToolPart>, expected: string][] = [
  [
    { state: "output-available", output: { state: "succeeded", durationMs: 1240 } },
    "Cancel orderDone · 1.2s",
  ],
  [{ state: "output-error", errorText: "It took too long." }, "Cancel orderDid not workIt took too long."],
  [{ state: "output-denied" }, "Cancel orderCancelled"],
  [{ state: "approval-responded", approval: { id: "ap_1", approved: false } }, "Cancel orderCancelled"],
];

test.each(receipts)("a finished run leaves a receipt (%#)", (part, expected) => {
  expect(draw({ ...TOOL, ...part }).container.querySelector(".action")?.textContent).toBe(expected);
});
