import type { ProgressTexts, ToolMetadata, ToolPart } from "@errand/shared/wire";
import { cleanup } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { drawLater, provideTestApp } from "../../test/draw.tsx";

const answer = vi.fn(async () => {});

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-01-01T12:00:00Z") });
  provideTestApp({ answer });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  answer.mockClear();
});

const METADATA: ToolMetadata = {
  name: "Cancel order",
  labels: { number: "Order number" },
  changes: true,
  approvalExpiresAt: "2026-01-01T12:10:00Z",
};
const TOOL: ToolPart = {
  type: "dynamic-tool",
  toolCallId: "call_1",
  toolName: "cancel_order",
  title: "Cancelling your order…",
  toolMetadata: METADATA,
  state: "approval-requested",
  input: { number: "ORD-1", lines: [1, 2], gift: false, note: null },
  approval: { id: "ap_1" },
};

test("an approval shows each value that will be sent under its label", async () => {
  const { container, getByRole } = await drawLater(".approval", TOOL);
  const rows = [...container.querySelectorAll("dl > div")].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ["Order number", "ORD-1"],
    ["lines", "1, 2"],
    ["gift", "No"],
    ["note", "–"],
  ]);
  getByRole("button", { name: "Decline" }).click();
  expect(answer.mock.calls).toEqual([["ap_1", false, undefined]]);
});

const EDITABLE: ToolPart = {
  ...TOOL,
  toolMetadata: {
    ...METADATA,
    editable: [
      { name: "number", type: "text", required: true, isArray: false },
      { name: "lines", type: "integer", required: true, isArray: true },
      { name: "gift", type: "boolean", required: true, isArray: false },
    ],
  },
};

test("arguments can be changed before they are approved, each as its type", async () => {
  const { container, getByRole, getByLabelText } = await drawLater(".approval", EDITABLE);
  getByRole("button", { name: "Edit" }).click();
  const number = getByLabelText("Order number") as HTMLInputElement;
  const lines = getByLabelText("lines") as HTMLTextAreaElement;
  expect([number.value, lines.value]).toEqual(["ORD-1", "1\n2"]);
  number.value = "ORD-2";
  lines.value = "3\n\nfour";
  (getByLabelText("gift") as HTMLSelectElement).value = "true";
  expect([...container.querySelectorAll("dl > div")].map((row) => row.textContent)).toEqual(["note–"]);
  getByRole("button", { name: "Confirm" }).click();
  expect(answer.mock.calls).toEqual([
    ["ap_1", true, { number: "ORD-2", lines: [3, "four"], gift: true, note: null }],
  ]);
});

test("what the server does not take stands there again, and is named", async () => {
  const refused = Object.assign(new Error("Wrong"), {
    status: 422,
    errors: [{ pointer: "/input/number", message: "must be an order" }],
  });
  answer.mockRejectedValueOnce(refused);
  const tool = { ...EDITABLE, approval: { id: "ap_2" } };
  const { getByRole, getByLabelText, findByText } = await drawLater(".approval", tool);
  getByRole("button", { name: "Edit" }).click();
  (getByLabelText("Order number") as HTMLInputElement).value = "nonsense";
  getByRole("button", { name: "Confirm" }).click();
  await findByText("Please check this value.");
  expect((getByLabelText(/Order number/) as HTMLInputElement).value).toBe("nonsense");
});

test("an approval whose time is over has no buttons", async () => {
  const { container, findByText } = await drawLater(".approval", TOOL);
  expect(container.querySelectorAll("button")).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(600_000);
  await findByText("The time to confirm is over.");
  expect(container.querySelectorAll("button")).toHaveLength(0);
});

test("an action under way shows the seconds from three on", async () => {
  const { container, findByText } = await drawLater(".spinner", { ...TOOL, state: "input-available" });
  expect(container.textContent).toContain("Cancelling your order…");
  expect(container.querySelector(".detail")?.textContent).toBe("");
  await vi.advanceTimersByTimeAsync(2000);
  expect(container.querySelector(".detail")?.textContent).toBe("");
  await vi.advanceTimersByTimeAsync(1000);
  await findByText("3s");
});

const receipts: [part: Partial<ToolPart>, expected: string][] = [
  [
    { state: "output-available", output: { state: "succeeded", durationMs: 1240 } },
    "Cancel orderDone · 1.2s",
  ],
  [{ state: "output-error", errorText: "It took too long." }, "Cancel orderDid not workIt took too long."],
  [{ state: "output-denied" }, "Cancel orderNot carried out"],
  [{ state: "approval-responded", approval: { id: "ap_1", approved: false } }, "Cancel orderNot carried out"],
];

test("an action that takes long says so in the owner's words", async () => {
  const tool: ToolPart = { ...TOOL, state: "input-available" };
  const { container, findByText } = await drawLater(".spinner", {
    ...tool,
    toolCallId: "call_slow",
    toolMetadata: said({ slow: "Still cancelling…" }),
  });
  await vi.advanceTimersByTimeAsync(4000);
  expect(container.querySelector(".title")?.textContent).toBe("Cancelling your order…");
  await vi.advanceTimersByTimeAsync(1000);
  await findByText("Still cancelling…");
});

const DONE: ToolPart = {
  ...TOOL,
  state: "output-available",
  output: { state: "succeeded", durationMs: 1240 },
};
const FAILED: ToolPart = { ...TOOL, state: "output-error", errorText: "It took too long." };
const said = (texts: ProgressTexts) => ({ ...METADATA, texts });

test("a receipt says what the owner wrote for its outcome", async () => {
  const texts = { done: "It is cancelled", failed: "Could not be cancelled" };
  const done = await drawLater(".action svg", { ...DONE, toolMetadata: said(texts) });
  expect(done.container.querySelector(".action")?.textContent).toBe("Cancel orderIt is cancelled · 1.2s");
  done.unmount();
  const failed = await drawLater(".failed svg", { ...FAILED, toolMetadata: said(texts) });
  expect(failed.container.querySelector(".detail")?.textContent).toBe("Could not be cancelled");
});

test("short receipts leave out the time, and where they are off only a failure is shown", async () => {
  provideTestApp({}, { receipts: "short" });
  const short = await drawLater(".action svg", DONE);
  expect(short.container.querySelector(".action")?.textContent).toBe("Cancel orderDone");
  short.unmount();
  provideTestApp({}, { receipts: "off" });
  const off = await drawLater(".failed", { ...DONE, toolCallId: "call_2" }, FAILED);
  expect([...off.container.querySelectorAll(".action")].map(({ className }) => className)).toEqual([
    "action failed",
  ]);
});

test.each(receipts)("a finished run leaves a receipt (%#)", async (part, expected) => {
  const { container } = await drawLater(".action svg", { ...TOOL, ...part });
  expect(container.querySelector(".action")?.textContent).toBe(expected);
});
