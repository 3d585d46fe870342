import { describe, expect, it } from "vitest";
import { checkAuth, credentialHeader, type ClientCredentials } from "./action-auth.ts";
import { actionSchema } from "./action.ts";

const clientCredentials = (tokenUrl: string): ClientCredentials => ({
  type: "oauth2",
  tokenUrl,
  clientId: "errand",
  clientAuthentication: "post",
});

describe("the authorization of an action", () => {
  it("has a header of its own in each kind but none", () => {
    expect(credentialHeader({ type: "none" })).toBeUndefined();
    expect(credentialHeader({ type: "bearer" })).toBe("authorization");
    expect(credentialHeader({ type: "basic" })).toBe("authorization");
    expect(credentialHeader(clientCredentials(""))).toBe("authorization");
    expect(credentialHeader({ type: "header", headerName: "X-API-Key" })).toBe("x-api-key");
  });

  it("by client credentials has an https token URL without placeholders", () => {
    const message = (tokenUrl: string) => checkAuth(clientCredentials(tokenUrl));
    const path = ["auth", "tokenUrl"];
    expect(message("https://id.acme.test/token?tenant=1")).toEqual([]);
    expect(message("https://id.acme.test/{{id}}")).toEqual([
      { path, message: "must not hold a placeholder" },
    ]);
    expect(message("http://id.acme.test/")).toEqual([
      { path, message: '"http://id.acme.test/" must start with https://' },
    ]);
  });

  it("by client credentials leaves no other Authorization header", () => {
    const parsed = actionSchema.safeParse({
      identifier: "a",
      name: "A",
      whenToUse: "A.",
      method: "GET",
      url: "https://api.acme.test/",
      auth: clientCredentials("https://id.acme.test/{{id}}"),
      headers: [{ name: "Authorization", value: "a" }],
    });
    expect(parsed.error?.issues.map(({ path, message }) => [path.join("/"), message])).toEqual([
      ["auth/tokenUrl", "must not hold a placeholder"],
      ["headers/0/name", '"Authorization" is the authorization\'s own header'],
    ]);
  });
});
