import { expect, test, vi } from "vitest";
import { createStorage } from "./storage.ts";

const VISITOR = { session: "s1", expiresAt: "2026-01-01T00:00:00Z", conversation: "cnv_1" };

/** The memory of a visitor who has used the widget. */
function createTouched(site: string) {
  const storage = createStorage(site);
  storage.touch();
  return storage;
}

test("nothing is written before the first interaction, and then what waited for it", () => {
  const storage = createStorage("site_1");
  storage.write(VISITOR);
  storage.writeTab("draft", "half a sentence");
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  expect(storage.read()).toEqual(VISITOR);
  storage.touch();
  expect(Object.entries(localStorage)).toEqual([["errand:site_1", JSON.stringify(VISITOR)]]);
});

test("each site has a memory of its own", () => {
  createTouched("site_1").write(VISITOR);
  expect(createTouched("site_2").read()).toBeUndefined();
  expect(createTouched("site_1").read()).toEqual(VISITOR);
});

test("what is forgotten is gone", () => {
  const storage = createTouched("site_1");
  storage.write(VISITOR);
  storage.write(undefined);
  expect(localStorage.length).toBe(0);
  expect(storage.read()).toBeUndefined();
});

test("a browser that refuses storage keeps the visitor for the page", () => {
  const refuse = () => {
    throw new DOMException("denied", "SecurityError");
  };
  const denied = { getItem: refuse, setItem: refuse, removeItem: refuse };
  vi.stubGlobal("localStorage", denied);
  vi.stubGlobal("sessionStorage", denied);
  const storage = createTouched("site_1");
  expect(storage.read()).toBeUndefined();
  storage.write(VISITOR);
  storage.writeTab("draft", "x");
  expect(storage.read()).toEqual(VISITOR);
  expect(storage.readTab("draft")).toBe("");
  vi.unstubAllGlobals();
});
