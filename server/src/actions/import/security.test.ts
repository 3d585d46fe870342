import { describe, expect, it } from "vitest";
import { draftOf } from "./import-fixture.ts";

describe("security", () => {
  const schemes: [scheme: object, auth: object][] = [
    [{ type: "http", scheme: "Bearer" }, { type: "bearer" }],
    [{ type: "http", scheme: "basic" }, { type: "basic" }],
    [{ type: "http", scheme: "digest" }, { type: "none" }],
    [{ type: "apiKey", in: "query", name: "key" }, { type: "none" }],
    [
      { type: "apiKey", in: "header", name: "X-Key" },
      { type: "header", headerName: "X-Key" },
    ],
    [{ type: "openIdConnect", openIdConnectUrl: "https://id.example.com" }, { type: "bearer" }],
    [
      {
        type: "oauth2",
        flows: { clientCredentials: { tokenUrl: "https://id.example.com/token", scopes: {} } },
      },
      {
        type: "oauth2",
        tokenUrl: "https://id.example.com/token",
        clientId: "your-client-id",
        clientAuthentication: "basic",
        scope: "orders:read",
      },
    ],
    [
      { type: "oauth2", flows: { authorizationCode: { tokenUrl: "https://id.example.com/t" } } },
      { type: "bearer" },
    ],
  ];
  it.each(schemes)("of %j is %j, and the owner is told what to enter", (scheme, auth) => {
    const more = { security: [{ own: ["orders:read"] }], components: { securitySchemes: { own: scheme } } };
    const draft = draftOf("/orders", "get", {}, more);
    expect(draft.action.auth).toEqual(auth);
    expect(draft.notes).toHaveLength(1);
  });

  it("takes the way in that needs one credential, and none where none is needed", () => {
    const securitySchemes = {
      id: { type: "apiKey", in: "header", name: "X-Id" },
      token: { type: "http", scheme: "bearer" },
    };
    const more = { security: [{ id: [], token: [] }, { token: [] }], components: { securitySchemes } };
    expect(draftOf("/orders", "get", {}, more).action.auth).toEqual({ type: "bearer" });
    expect(draftOf("/orders", "get", { security: [] }, more).action.auth).toEqual({ type: "none" });
    expect(draftOf("/orders", "get", { security: [{ token: [] }, {}] }, more).action.auth).toEqual({
      type: "none",
    });
  });
});
