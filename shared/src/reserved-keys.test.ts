import { describe, expect, it } from "vitest";
import { actionSchema } from "./action.ts";

const faultsOf = (more: object): string[] => {
  const draft = {
    identifier: "lookup_order",
    name: "Look up order",
    whenToUse: "Look up an order.",
    method: "GET",
    url: "https://api.acme.test/orders",
    parameters: [{ name: "id" }],
    ...more,
  };
  const { error } = actionSchema.safeParse(draft);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join("/")}: ${message}`);
};

describe("a key that a server may read as the visitor's id", () => {
  const keys = ["user_id", "user%5Fid", "user_id[]", "user%5Fid%5B%5D", "user.id", "user+id", "%20user_id"];
  it.each(keys)("takes no argument in the URL: %s", (key) => {
    expect(faultsOf({ url: `https://api.acme.test/orders?${key}={{id}}` })).toEqual([
      'url: "user_id" is reserved: identity fills it, never the model',
    ]);
  });

  it.each(["user_id", "user_id[0]", "user.id"])("takes no argument in the query: %s", (name) => {
    expect(faultsOf({ query: [{ name, value: "{{id}}" }] })).toEqual([
      'query/0/name: "user_id" is reserved: identity fills it, never the model',
    ]);
  });

  it.each(["X-User-Id", "X_User_Id", "x_user-HASH"])("is no header of the owner's: %s", (name) => {
    expect(faultsOf({ headers: [{ name, value: "{{id}}" }] })).toEqual([
      `headers/0/name: "${name}" is set by the call itself`,
    ]);
  });

  it("is only what it says elsewhere", () => {
    expect(
      faultsOf({ url: "https://api.acme.test/orders?user={{id}}&user_id=7&id[user_id]={{id}}" }),
    ).toEqual([]);
  });
});
