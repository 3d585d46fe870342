import { describe, expect, it } from "vitest";
import { actionSchema, asksFirst, changesData, type ActionInput } from "./action.ts";

const LEAST = {
  identifier: "lookup_order",
  name: "Look up order",
  whenToUse: "Look up an order.",
  method: "GET",
  url: "https://api.acme.test/orders",
};

const OAUTH2 = { type: "oauth2", tokenUrl: "https://id.acme.test/token", clientId: "errand" };

describe("an action", () => {
  it("needs five fields and fills in the rest", () => {
    expect(actionSchema.parse(LEAST)).toEqual({
      ...LEAST,
      examples: [],
      enabled: false,
      parameters: [],
      headers: [],
      query: [],
      body: { mode: "fields", fields: [] },
      auth: { type: "none" },
      sendVisitorIdentity: true,
      requireVerifiedIdentity: false,
      claimRules: [],
      idempotent: false,
      confirmation: "auto",
      progressText: {},
      progressTexts: { slow: null, done: null, failed: null },
      reply: null,
      response: { include: [], card: null },
      timeoutMs: 15_000,
    });
  });

  it("reads parameters with their defaults", () => {
    const action = actionSchema.parse({
      ...LEAST,
      url: "https://api.acme.test/orders/{{id}}",
      parameters: [{ name: "id" }],
    });
    expect(action.parameters).toEqual([
      {
        name: "id",
        label: "",
        type: "text",
        isArray: false,
        required: true,
        hint: "",
        options: [],
        default: null,
        schema: null,
      },
    ]);
  });

  const faulty: [field: string, value: unknown][] = [
    ["identifier", "LookUp"],
    ["identifier", "1st"],
    ["identifier", "a".repeat(65)],
    ["name", " "],
    ["whenToUse", ""],
    ["method", "HEAD"],
    ["url", `https://api.acme.test/${"a".repeat(2_048)}`],
    ["headers", [{ name: "X Shop", value: "" }]],
    ["headers", [{ name: "X-{{id}}", value: "" }]],
    ["query", [{ name: "", value: "" }]],
    ["auth", { type: "header" }],
    ["auth", { type: "digest" }],
    ["auth", { ...OAUTH2, clientId: "" }],
    ["auth", { ...OAUTH2, scope: "orders  read" }],
    ["auth", { ...OAUTH2, audience: "ə" }],
    ["auth", { ...OAUTH2, clientAuthentication: "jwt" }],
    ["idempotent", "yes"],
    ["confirmation", "sometimes"],
    ["response", { include: ["status"] }],
    ["timeoutMs", 999],
    ["timeoutMs", 60_001],
    ["surprise", 1],
  ];
  it.each(faulty)("refuses %s: %j", (field, value) => {
    const { success, error } = actionSchema.safeParse({ ...LEAST, [field]: value });
    expect(success).toBe(false);
    const [issue] = error?.issues ?? [];
    expect(issue?.code === "unrecognized_keys" ? issue.keys[0] : issue?.path[0]).toBe(field);
  });

  it("points at the field of a fault that only the whole definition shows", () => {
    const { error } = actionSchema.safeParse({ ...LEAST, headers: [{ name: "Host", value: "a" }] });
    expect(error?.issues).toMatchObject([
      { path: ["headers", 0, "name"], message: '"Host" is set by the call itself' },
    ]);
  });

  it("may have client credentials, which are sent by HTTP Basic unless the owner says otherwise", () => {
    const { auth } = actionSchema.parse({ ...LEAST, auth: { ...OAUTH2, scope: "orders:read orders:write" } });
    expect(auth).toEqual({
      ...OAUTH2,
      scope: "orders:read orders:write",
      clientAuthentication: "basic",
    });
  });

  it("takes a credential as text, as null and as it was read back", () => {
    for (const credential of ["s3cret", null, { set: true, hint: "f3a9" }]) {
      const { auth } = actionSchema.parse({ ...LEAST, auth: { type: "bearer", credential } });
      expect(auth).toEqual({ type: "bearer", credential });
    }
  });
});

describe("what a method means", () => {
  it("asks before every method but GET, unless the owner says otherwise", () => {
    const rows: [ActionInput["method"], ActionInput["confirmation"], boolean][] = [
      ["GET", "auto", false],
      ["GET", "always", true],
      ["DELETE", "auto", true],
      ["POST", "never", false],
    ];
    for (const [method, confirmation, asks] of rows) expect(asksFirst({ method, confirmation })).toBe(asks);
    expect(changesData({ method: "GET" })).toBe(false);
    expect(changesData({ method: "PATCH" })).toBe(true);
  });
});
