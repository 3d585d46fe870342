import { describe, expect, it } from "vitest";
import { valuesOf } from "./action-fixture.ts";
import { renderHeader } from "./render-header.ts";

const render = (value: string, args: Record<string, unknown> = {}) =>
  renderHeader({ name: "X-Order", value }, valuesOf(args));

describe("a header", () => {
  it("joins literals and values", () => {
    expect(render("no. {{id}}; lang={{locale}}", { id: 7 })).toBe("no. 7; lang=az");
    expect(render("")).toBe("");
  });

  it.each(["ə", "a\r\nX-Admin: 1", "a\nb", "a\tb", "\0", " a", "a ", "", "\u007f", "é"])(
    "cannot carry %j",
    (id) => {
      expect(() => render("v {{id}} v", { id })).toThrow(
        expect.objectContaining({
          outcome: "invalid_arguments",
          message: `"id" is ${JSON.stringify(id)}, which the header X-Order cannot carry: it takes printable ASCII, no space at an end.`,
        }) as Error,
      );
    },
  );

  it("has at most 4,096 characters", () => {
    const id = "a".repeat(2_000);
    expect(render("{{id}}{{id}}", { id })).toHaveLength(4_000);
    expect(() => render("{{id}}{{id}}{{id}}", { id })).toThrow(
      "makes the header X-Order longer than 4096 characters",
    );
  });
});
