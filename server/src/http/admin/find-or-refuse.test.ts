import { expect, it } from "vitest";
import { checkId } from "./find-or-refuse.ts";

it("answers an id as it came", () => {
  for (const id of ["act_01JNA8Z5T0000000000000000", "x", "_"]) expect(checkId(id)).toBe(id);
});

it.each(["", "\u0000", "act_1\n", "act 1", "act-1", "ə", "../act_1", "x".repeat(65)])(
  "finds nothing under %j, which no id is and not every database accepts",
  (id) => {
    expect(() => checkId(id)).toThrow(expect.objectContaining({ code: "not_found", status: 404 }));
  },
);
