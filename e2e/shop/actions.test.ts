import { actionSchema } from "@errand/shared/action";
import { describe, expect, it } from "vitest";
import { createActions } from "./actions.ts";

const actions = createActions("https://localhost:4443", "shop_key");

describe("the sample shop's actions", () => {
  for (const action of actions) {
    it(`${action.identifier} is a complete definition`, () => {
      expect(actionSchema.parse(action)).toMatchObject({ identifier: action.identifier, enabled: true });
    });
  }

  it("are all enabled, and have progress texts in both of the shop's languages", () => {
    expect(actions.map(({ identifier, enabled }) => [identifier, enabled])).toEqual([
      ["lookup_order", true],
      ["list_orders", true],
      ["create_ticket", true],
      ["cancel_order", true],
    ]);
    for (const { progressText } of actions) expect(Object.keys(progressText ?? {})).toEqual(["en", "az"]);
  });
});
