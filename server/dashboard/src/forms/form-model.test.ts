import { expect, test } from "vitest";
import { createFormModel, isUnder } from "./form-model.ts";

function nameModel(revealed = false) {
  return createFormModel({
    initial: { name: "" },
    judge: ({ name }) => (name === "" ? [{ pointer: "/name", message: "must not be empty" }] : []),
    revealed,
  });
}

test("a problem shows once its field is touched", () => {
  const model = nameModel();
  expect(model.field("/name").problem).toBeUndefined();
  model.field("/name").onTouch();
  expect(model.field("/name").problem).toBe("must not be empty");
  model.change({ name: "Shop" });
  expect(model.field("/name").problem).toBeUndefined();
});

test("reveal shows every problem and answers whether there is none", () => {
  const model = nameModel();
  expect(model.reveal()).toBe(false);
  expect(model.field("/name").problem).toBe("must not be empty");
  model.change({ name: "Shop" });
  expect(model.reveal()).toBe(true);
});

test("what the server refused shows until something is edited", () => {
  const model = nameModel();
  model.change({ name: "Shop" });
  model.refuse([{ pointer: "/name", message: "is taken" }]);
  expect(model.field("/name").problem).toBe("is taken");
  expect(model.problems.value).toEqual([{ pointer: "/name", message: "is taken" }]);
  model.change({ name: "Shop 2" });
  expect(model.problems.value).toEqual([]);
});

test("a form is dirty while it differs from what was saved", () => {
  const model = nameModel();
  expect(model.isDirty.value).toBe(false);
  model.change({ name: "Shop" });
  expect(model.isDirty.value).toBe(true);
  model.change({ name: "" });
  expect(model.isDirty.value).toBe(false);
  model.reset({ name: "Other" });
  expect([model.form.value, model.isDirty.value]).toEqual([{ name: "Other" }, false]);
});

test("a touched field shows the problem of the row around it", () => {
  const model = createFormModel({
    initial: { rows: 1 },
    judge: () => [{ pointer: "/parameters/1", message: "is not used" }],
  });
  model.field("/parameters/10/name").onTouch();
  expect(model.field("/parameters/1").problem).toBeUndefined();
  model.field("/parameters/1/name").onTouch();
  expect(model.field("/parameters/1").problem).toBe("is not used");
});

test("a pointer lies under itself and its ancestors by whole parts", () => {
  const table = [
    ["/a/b", "/a", true],
    ["/a", "/a", true],
    ["/ab", "/a", false],
    ["/a", "/a/b", false],
  ] as const;
  for (const [pointer, ancestor, expected] of table) expect(isUnder(pointer, ancestor)).toBe(expected);
});
