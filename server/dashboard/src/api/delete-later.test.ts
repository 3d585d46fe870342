import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cleanup, render, screen } from "@testing-library/preact";
import { h } from "preact";
import { ToastHost } from "../components/toast.tsx";
import { deleteLater, isGoing } from "./delete-later.ts";

beforeEach(() => {
  vi.useFakeTimers();
  render(h(ToastHost, {}));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const start = (id: string, work = vi.fn(async () => {})) => {
  deleteLater({ id, text: `${id} was deleted`, work });
  return work;
};

test("what is deleted is hidden at once, and gone when the notice goes", async () => {
  const work = start("one");
  expect([isGoing("one"), work.mock.calls.length]).toEqual([true, 0]);
  await vi.advanceTimersByTimeAsync(7_999);
  expect(work).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(1);
});

test("what was taken back shows again and is never deleted", async () => {
  const work = start("two");
  await vi.advanceTimersByTimeAsync(100);
  screen.getByRole("button", { name: "Undo" }).click();
  expect(isGoing("two")).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(work).not.toHaveBeenCalled();
});

test("a second deletion settles the first, and so does leaving the page", async () => {
  const [first, second] = [start("three"), start("four")];
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 0]);
  dispatchEvent(new Event("pagehide"));
  expect(second).toHaveBeenCalledTimes(1);
});

test("what could not be deleted shows again, and the owner is told", async () => {
  start(
    "five",
    vi.fn(async () => Promise.reject(new TypeError("fetch failed"))),
  );
  await vi.advanceTimersByTimeAsync(8_000);
  expect(isGoing("five")).toBe(false);
  expect(screen.getByText(/could not be reached/)).toBeTruthy();
});
