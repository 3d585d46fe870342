import { actionSchema } from "@errand/shared/action";
import { describe, expect, test } from "vitest";
import { sampleAction } from "./sample-action.fixture.ts";
import { type ActionForm, newParameter, toCopy, toForm } from "./action-form.ts";
import { isStoredKeyUsable, parseDefault, toInput } from "./action-input.ts";

const BEARER = { auth: { type: "bearer", credential: { set: true, hint: "…f3a9" } } };

function withAuth(part: Partial<ActionForm["auth"]>, form = toForm(sampleAction(BEARER))): ActionForm {
  return { ...form, auth: { ...form.auth, ...part } };
}

describe("a saved action comes back from its form as it was", () => {
  const table: [name: string, part: Record<string, unknown>][] = [
    ["with nothing but what is needed", {}],
    [
      "with texts, examples and fields",
      {
        examples: ["Where is my order?", "Has it shipped?"],
        progressText: { en: "Looking…", az: "Axtarılır…" },
        reply: "It is {{status}}.",
        response: { include: ["/status", "/delivery/date"] },
        headers: [{ name: "X-Shop", value: "acme" }],
        query: [{ name: "lang", value: "{{locale}}" }],
        timeoutMs: 2_500,
        confirmation: "always",
      },
    ],
    ["with one text for all languages", { progressText: "Looking…" }],
    [
      "with body fields",
      {
        method: "POST",
        url: "https://api.example.com/orders",
        body: { mode: "fields", fields: [{ name: "source", value: "chat" }] },
      },
    ],
    [
      "with a body template",
      {
        method: "PUT",
        url: "https://api.example.com/orders",
        body: { mode: "template", template: '{"id": {{order_number}}}' },
      },
    ],
    [
      "with a form, and sent twice without harm",
      {
        method: "POST",
        url: "https://api.example.com/orders",
        idempotent: true,
        body: { mode: "form", fields: [{ name: "items[]", value: "chat" }] },
      },
    ],
    [
      "with client credentials",
      {
        auth: {
          type: "oauth2",
          tokenUrl: "https://id.example.com/token",
          clientId: "errand",
          scope: "orders:read",
          clientAuthentication: "post",
        },
      },
    ],
    [
      "with a schema of an object",
      {
        method: "POST",
        url: "https://api.example.com/orders",
        parameters: [{ name: "extra", type: "object", schema: { properties: { plan: { enum: ["pro"] } } } }],
      },
    ],
    [
      "with options and defaults of every type",
      {
        method: "POST",
        url: "https://api.example.com/orders",
        parameters: [
          { name: "size", type: "choice", options: ["S", "M"], default: "M" },
          { name: "count", type: "integer", options: [1, 2], default: 2 },
          { name: "gift", type: "boolean", default: true },
          { name: "tags", isArray: true, default: ["a", "b"] },
          { name: "extra", type: "object", default: { plan: "pro" } },
          { name: "note", required: false, default: null },
        ],
      },
    ],
  ];
  for (const [name, part] of table) {
    test(name, () => {
      const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...action } = sampleAction(part);
      expect(toInput(toForm(sampleAction(part)))).toEqual(action);
      expect(actionSchema.parse(toInput(toForm(sampleAction(part))))).toEqual(action);
    });
  }
});

describe("the key of an action", () => {
  test("is left out while the stored one is kept", () => {
    expect(toInput(toForm(sampleAction(BEARER))).auth).toEqual({ type: "bearer" });
  });

  test("is the text that replaces it, or null when it is removed", () => {
    expect(toInput(withAuth({ credential: "replace", secret: "s3cret" })).auth).toEqual({
      type: "bearer",
      credential: "s3cret",
    });
    expect(toInput(withAuth({ credential: "remove" })).auth).toEqual({ type: "bearer", credential: null });
  });

  test("joins user name and password with a colon for basic", () => {
    const form = withAuth({ type: "basic", credential: "replace", username: "ada", secret: "pa:ss" });
    expect(toInput(form).auth).toEqual({ type: "basic", credential: "ada:pa:ss" });
  });

  test("is not kept for another origin, kind or header", () => {
    const header = {
      auth: { type: "header", headerName: "X-API-Key", credential: { set: true, hint: "…f3a9" } },
    };
    const saved = toForm(sampleAction(header));
    expect(isStoredKeyUsable({ ...saved, url: "https://api.example.com/v2/{{order_number}}" })).toBe(true);
    expect(isStoredKeyUsable({ ...saved, url: "https://evil.example.com/{{order_number}}" })).toBe(false);
    expect(isStoredKeyUsable(withAuth({ type: "bearer" }, saved))).toBe(false);
    expect(isStoredKeyUsable(withAuth({ headerName: "x-api-key" }, saved))).toBe(true);
    expect(isStoredKeyUsable(withAuth({ headerName: "X-Other" }, saved))).toBe(false);
  });

  test("of client credentials is not kept for another token address", () => {
    const client = { type: "oauth2", tokenUrl: "https://id.example.com/token", clientId: "errand" };
    const credential = { set: true, hint: "f3a9" };
    const saved = toForm(sampleAction({ auth: { ...client, clientAuthentication: "basic", credential } }));
    const at = (tokenUrl: string) => isStoredKeyUsable(withAuth({ tokenUrl }, saved));
    expect([at("https://id.example.com/v2"), at("https://evil.example.com/token")]).toEqual([true, false]);
  });

  test("does not go into a copy, which is switched off under another name", () => {
    const copy = toCopy(sampleAction(BEARER), "Copy of Look up order");
    expect(copy).toMatchObject({ name: "Copy of Look up order", identifier: "copy_of_look_up_order" });
    expect(copy).toMatchObject({
      enabled: false,
      auth: { type: "bearer", stored: null, credential: "replace" },
    });
  });
});

test("a body that the method cannot carry stays in the form and out of the request", () => {
  const fields = [{ name: "source", value: "chat" }];
  const form = toForm(sampleAction({ method: "POST", body: { mode: "fields", fields } }));
  expect(toInput({ ...form, method: "GET" }).body).toEqual({ mode: "fields", fields: [] });
  expect(toInput(form).body).toEqual({ mode: "fields", fields });
});

test("a default is read by its parameter's type", () => {
  const table: [part: Partial<ReturnType<typeof newParameter>>, expected: unknown][] = [
    [{ default: "" }, null],
    [{ default: "a b" }, "a b"],
    [{ type: "number", default: "1.5" }, 1.5],
    [{ type: "integer", default: "many" }, undefined],
    [{ type: "boolean", default: "false" }, false],
    [{ isArray: true, default: '["a"]' }, ["a"]],
    [{ isArray: true, default: '{"a":1}' }, undefined],
    [{ type: "object", default: "{" }, undefined],
  ];
  for (const [part, expected] of table) {
    expect(parseDefault({ ...newParameter("x"), ...part })).toEqual(expected);
  }
});
