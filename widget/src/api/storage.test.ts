import { expect, test, vi } from "vitest";
import { createStorage } from "./storage.ts";

const VISITOR = { session: "s1", expiresAt: "2026-01-01T00:00:00Z", conversation: "cnv_1" };

test("nothing is written before the first interaction, and then what waited for it", () => {
  let isTouched = false;
  const storage = createStorage("site_1", () => isTouched);
  storage.write(VISITOR);
  storage.writeDraft("half a sentence");
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  expect(storage.read()).toEqual(VISITOR);
  isTouched = true;
  storage.flush();
  expect(Object.entries(localStorage)).toEqual([["errand:site_1", JSON.stringify(VISITOR)]]);
});

test("each site has a memory of its own", () => {
  createStorage("site_1", () => true).write(VISITOR);
  expect(createStorage("site_2", () => true).read()).toBeUndefined();
  expect(createStorage("site_1", () => true).read()).toEqual(VISITOR);
});

test("what is forgotten is gone", () => {
  const storage = createStorage("site_1", () => true);
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
  const storage = createStorage("site_1", () => true);
  expect(storage.read()).toBeUndefined();
  storage.write(VISITOR);
  storage.writeDraft("x");
  expect(storage.read()).toEqual(VISITOR);
  expect(storage.readDraft()).toBe("");
  vi.unstubAllGlobals();
});
