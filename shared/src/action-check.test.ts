import { describe, expect, it } from "vitest";
import { checkDefinition, templatePlaces } from "./action-check.ts";
import type { ActionInput, Parameter } from "./action.ts";

const parameter = (name: string, more: Partial<Parameter> = {}): Parameter => ({
  name,
  label: "",
  type: "text",
  isArray: false,
  required: true,
  hint: "",
  options: [],
  default: null,
  schema: null,
  ...more,
});

const SOUND: ActionInput = {
  identifier: "lookup_order",
  name: "Look up order",
  whenToUse: "Look up an order.",
  examples: [],
  enabled: true,
  method: "GET",
  url: "https://api.acme.test/orders/{{id}}?lang={{locale}}",
  parameters: [parameter("id")],
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
};

const check = (more: Partial<ActionInput>) => checkDefinition({ ...SOUND, ...more });
const post = (more: Partial<ActionInput>) => check({ method: "POST", ...more });
const header = (name: string, value = "a") => ({ headers: [{ name, value }] });
const template = (text: string): Partial<ActionInput> => ({ body: { mode: "template", template: text } });
const form = { name: "Content-Type", value: "application/x-www-form-urlencoded; charset=utf-8" };

describe("a sound definition", () => {
  const sound: [name: string, definition: Partial<ActionInput>][] = [
    ["a placeholder in the path and in a query value", {}],
    ["no path at all", { url: "https://api.acme.test", parameters: [] }],
    ["dots that are no segments", { url: "https://api.acme.test/v1.2/...{{id}}" }],
    ["a body field for a parameter that nothing mentions", { method: "POST", url: "https://api.acme.test/" }],
    [
      "a nested template, which ends in two braces",
      {
        method: "POST",
        url: "https://api.acme.test/",
        ...template('{"order":{"id":{{id}},"text":"no. {{id}}"}}'),
      },
    ],
    [
      "a claim where identity is required",
      { requireVerifiedIdentity: true, ...header("X-Mail", "{{identity.email}}") },
    ],
    [
      "a claim under a reserved query key",
      { requireVerifiedIdentity: true, query: [{ name: "user_id", value: "{{identity.sub}}" }] },
    ],
    [
      "a list as a whole query value",
      {
        query: [{ name: "tag", value: "{{tags}}" }],
        parameters: [parameter("id"), parameter("tags", { isArray: true })],
      },
    ],
    ["a form of fields", { method: "POST", headers: [form] }],
    ["JSON under another name", { method: "POST", ...header("content-type", "application/vnd.api+json") }],
  ];
  it.each(sound)("may have %s", (_name, definition) => {
    expect(check(definition)).toEqual([]);
  });
});

describe("a faulty definition", () => {
  const object = parameter("id", { type: "object" });
  const list = parameter("id", { isArray: true });
  const faulty: [name: string, faults: ReturnType<typeof check>, path: string, message: string][] = [
    ["a URL that is none", check({ url: "http://api.acme.test/{{id}}" }), "url", "must start with https://"],
    ["a body that is none", post(template('{"a":}')), "body/template", "is not JSON"],
    [
      "a placeholder in a query name",
      check({ query: [{ name: "{{id}}", value: "1" }] }),
      "query/0/name",
      "a query key",
    ],
    [
      "an argument under a reserved query key",
      check({ query: [{ name: "user_id", value: "{{id}}" }] }),
      "query/0/name",
      "reserved",
    ],
    [
      "an argument under a reserved key of the URL",
      check({ url: "https://api.acme.test/?user_id={{id}}" }),
      "url",
      "reserved",
    ],
    [
      "half a surrogate pair",
      check({ query: [{ name: "a", value: "\ud800" }] }),
      "query/0/name",
      "well-formed",
    ],
    [
      "an unknown placeholder",
      check({ ...header("X-A", "{{order}}") }),
      "headers/0/value",
      "{{id}}, {{locale}}",
    ],
    [
      "a claim without required identity",
      check({ ...header("X-A", "{{identity.email}}") }),
      "headers/0/value",
      "needs",
    ],
    [
      "the connection's own header",
      check(header("Transfer-Encoding")),
      "headers/0/name",
      "set by the call itself",
    ],
    ["a proxy's header", check(header("Proxy-Authorization")), "headers/0/name", "set by the call itself"],
    [
      "a header that proves the visitor",
      check(header("x-user-id")),
      "headers/0/name",
      "set by the call itself",
    ],
    [
      "a header that proves the caller",
      check(header("Webhook-Signature")),
      "headers/0/name",
      "set by the call itself",
    ],
    [
      "a header twice",
      check({ headers: [header("A"), header("a")].flatMap(({ headers }) => headers) }),
      "headers/1/name",
      "twice",
    ],
    ["a header beyond ASCII", check(header("X-A", "ə")), "headers/0/value", "printable ASCII"],
    ["a header with a line break", check(header("X-A", "a\r\nX-B: b")), "headers/0/value", "printable ASCII"],
    [
      "the credential's own header",
      check({ ...header("x-api-key"), auth: { type: "header", headerName: "X-API-Key" } }),
      "headers/0/name",
      "authorization's own",
    ],
    [
      "a forbidden header for the credential",
      check({ auth: { type: "header", headerName: "Cookie" } }),
      "auth/headerName",
      "set by the call itself",
    ],
    [
      "a reserved parameter",
      post({ parameters: [parameter("id"), parameter("user_id")] }),
      "parameters/1/name",
      "reserved",
    ],
    [
      "a parameter called __proto__",
      post({ parameters: [parameter("id"), parameter("__proto__")] }),
      "parameters/1/name",
      "__proto__",
    ],
    [
      "a parameter that hides a placeholder",
      post({ parameters: [parameter("id"), parameter("locale")] }),
      "parameters/1/name",
      "{{locale}}",
    ],
    [
      "a parameter twice",
      check({ parameters: [parameter("id"), parameter("id")] }),
      "parameters/1/name",
      "twice",
    ],
    [
      "a choice without options",
      check({ parameters: [parameter("id", { type: "choice" })] }),
      "parameters/0/options",
      "option",
    ],
    [
      "an optional parameter in use",
      check({ parameters: [parameter("id", { required: false })] }),
      "parameters/0/required",
      "must be required",
    ],
    [
      "a schema of a text",
      check({ parameters: [parameter("id", { schema: { type: "object" } })] }),
      "parameters/0/schema",
      "only an object has one",
    ],
    [
      "an unused parameter of a GET",
      check({ parameters: [parameter("id"), parameter("b")] }),
      "parameters/1/name",
      "{{b}}",
    ],
    [
      "an unused parameter of a template",
      post({ ...template('"{{id}}"'), parameters: [parameter("id"), parameter("b")] }),
      "parameters/1/name",
      "body template",
    ],
    [
      "a field beside a parameter of its name",
      post({ url: "https://api.acme.test/", body: { mode: "fields", fields: [{ name: "id", value: "1" }] } }),
      "parameters/0/name",
      "{{id}}",
    ],
    [
      "an escaped unknown placeholder",
      post(template(String.raw`"\u007b{secret}}"`)),
      "body/template",
      "{{secret}}",
    ],
    [
      "a placeholder as the body's type",
      post(header("Content-Type", "application/{{id}}+json")),
      "headers/0/value",
      "placeholder",
    ],
    ["a list in the path", check({ parameters: [list] }), "url", "list or an object"],
    [
      "an object in the query",
      check({ query: [{ name: "a", value: "{{id}}" }], url: "https://api.acme.test/", parameters: [object] }),
      "query/0/value",
      "list or an object",
    ],
    [
      "a list inside a text",
      post({ url: "https://api.acme.test/", ...template('"no. {{id}}"'), parameters: [list] }),
      "body/template",
      "list or an object",
    ],
    [
      "an object in a form",
      post({ url: "https://api.acme.test/", headers: [form], parameters: [object] }),
      "parameters/0/name",
      "no form",
    ],
  ];
  it.each(faulty)("is refused for %s", (_name, faults, path, message) => {
    const found = faults.map((fault) => ({ path: fault.path.join("/"), message: fault.message }));
    expect(found).toContainEqual({ path, message: expect.stringContaining(message) as string });
  });
});

describe("the places of placeholders", () => {
  it("are the URL, and the values of headers, query and body", () => {
    const fields: ActionInput["body"] = { mode: "fields", fields: [{ name: "d", value: "4" }] };
    const query = [{ name: "c", value: "3" }];
    expect(templatePlaces({ ...SOUND, ...header("B", "2"), query, body: fields })).toEqual([
      { path: ["url"], text: SOUND.url },
      { path: ["headers", 0, "value"], text: "2" },
      { path: ["query", 0, "value"], text: "3" },
      { path: ["body", "fields", 0, "value"], text: "4" },
    ]);
  });

  it("are every text of a body template, and none while it is not JSON", () => {
    const places = (text: string) =>
      templatePlaces({ ...SOUND, body: { mode: "template", template: text } }).slice(1);
    const path = ["body", "template"];
    expect(places('{"a":{{x}},"b":["y",1]}')).toEqual([
      { path, text: "{{x}}" },
      { path, text: "y" },
    ]);
    expect(places('{"a":')).toEqual([]);
  });
});
