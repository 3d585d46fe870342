import { beforeEach, expect, test } from "vitest";
import { createDraftStore } from "./draft-store.ts";
import { keyed } from "./rows.ts";

interface Form {
  name: string;
  secret: string;
  rows: { key: string; text: string }[];
}

const strip = (form: Form): Form => ({ ...form, secret: "" });

beforeEach(() => sessionStorage.clear());

test("a draft is read back without what must never be stored, its rows under fresh keys", () => {
  const store = createDraftStore("site:act", strip);
  const form = { name: "Orders", secret: "sk_live_1", rows: [keyed({ text: "one" })] };
  store.write(form);
  expect(JSON.stringify(Object.entries(sessionStorage))).not.toContain("sk_live_1");
  const read = store.read();
  expect(read).toMatchObject({ name: "Orders", secret: "", rows: [{ text: "one" }] });
  expect(read?.rows[0]?.key).not.toBe(form.rows[0]?.key);
});

test("drafts are apart by name, and gone once cleared", () => {
  createDraftStore("one", strip).write({ name: "1", secret: "", rows: [] });
  expect(createDraftStore("two", strip).read()).toBeUndefined();
  createDraftStore("one", strip).clear();
  expect(createDraftStore("one", strip).read()).toBeUndefined();
});

test("what is stored but cannot be read is no draft", () => {
  sessionStorage.setItem("errand.draft:one", "{");
  expect(createDraftStore("one", strip).read()).toBeUndefined();
});
