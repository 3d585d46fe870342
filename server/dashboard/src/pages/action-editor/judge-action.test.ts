import { expect, test } from "vitest";
import { sampleAction } from "./sample-action.fixture.ts";
import { type ActionForm, emptyForm, newParameter, toForm } from "./action-form.ts";
import { judgeAction, toFieldPointer } from "./judge-action.ts";

const sound = () => toForm(sampleAction());
const faultsOf = (part: Partial<ActionForm>) =>
  judgeAction({ ...sound(), ...part }).map(({ pointer, message }) => [pointer, message]);

test("a sound action has no problem", () => {
  expect(judgeAction(sound())).toEqual([]);
});

test("a new action names what is missing, and the address's fault at the same time", () => {
  expect(judgeAction({ ...emptyForm(), url: "http://api.example.com" })).toEqual([
    { pointer: "/identifier", message: "must be snake_case: a-z, 0-9 and _, starting with a letter" },
    { pointer: "/name", message: "must not be empty" },
    { pointer: "/whenToUse", message: "must say when the assistant should use this action" },
    { pointer: "/url", message: '"http://api.example.com" must start with https://' },
  ]);
});

test("each problem is placed at the field that shows it", () => {
  const { parameters } = sound();
  const table: [part: Partial<ActionForm>, expected: string[][]][] = [
    [{ url: "https://api.example.com/" }, [["/parameters/0/name", expect.stringContaining("is not used")]]],
    [
      { parameters: parameters.map((row) => ({ ...row, required: false })) },
      [["/parameters/0/required", '"order_number" is used in the request, so it must be required']],
    ],
    [
      { parameters: parameters.map((row) => ({ ...row, type: "integer" as const, default: "x" })) },
      [["/parameters/0/default", "must be a number"]],
    ],
    [
      { parameters: parameters.map((row) => ({ ...row, type: "choice" as const })) },
      [["/parameters/0/options", "a choice needs at least one option"]],
    ],
    [
      {
        method: "POST",
        url: "https://api.example.com/",
        parameters: parameters.map((row) => ({ ...row, type: "object" as const, schema: "[" })),
      },
      [["/parameters/0/schema", 'must be a JSON object, such as {"plan": "pro"}']],
    ],
    [
      { headers: [{ key: "1", name: "X Shop", value: "" }] },
      [["/headers/0/name", "must be an HTTP header name, such as X-Shop"]],
    ],
    [{ query: [{ key: "1", name: "", value: "" }] }, [["/query/0/name", "must not be empty"]]],
    [{ include: "/status\ndelivery" }, [["/response/include", "must be a JSON Pointer, such as /status"]]],
    [{ examples: `ok\n${"x".repeat(201)}` }, [["/examples", "must be at most 200"]]],
    [{ timeoutSeconds: "90" }, [["/timeoutMs", "must be at most 60000"]]],
    [{ timeoutSeconds: "soon" }, [["/timeoutMs", "must be filled in"]]],
    [
      { progressText: [{ key: "1", locale: "?", text: "Looking…" }] },
      expect.arrayContaining([["/progressText/0/locale", "must be a language tag, such as en or pt-BR"]]),
    ],
  ];
  for (const [part, expected] of table) expect(faultsOf(part)).toEqual(expected);
});

test("a key is missing until one is entered or the stored one fits", () => {
  const auth = { ...sound().auth, type: "bearer" as const };
  const missing = [["/auth/credential", "the key must be entered"]];
  expect(faultsOf({ auth })).toEqual(missing);
  expect(faultsOf({ auth: { ...auth, secret: "s3cret" } })).toEqual([]);
  const stored = {
    hint: "f3a9",
    type: "bearer" as const,
    headerName: "",
    origin: "https://api.example.com",
    tokenOrigin: "",
  };
  expect(faultsOf({ auth: { ...auth, credential: "keep", stored } })).toEqual([]);
  const elsewhere = "https://other.example.com/{{order_number}}";
  expect(faultsOf({ auth: { ...auth, credential: "keep", stored }, url: elsewhere })).toEqual(missing);
});

test("an undeclared parameter that is then added is no problem any more", () => {
  const url = "https://api.example.com/{{order_number}}/{{line}}";
  expect(faultsOf({ url })).toEqual([["/url", expect.stringContaining("{{line}} is not known here")]]);
  expect(faultsOf({ url, parameters: [...sound().parameters, newParameter("line")] })).toEqual([]);
});

test("the server's pointers lead to the fields of the form", () => {
  const table = [
    ["/url", "/url"],
    ["/action/url", "/url"],
    ["/examples/3", "/examples"],
    ["/response", "/response/include"],
    ["/response/include/0", "/response/include"],
    ["/action/parameters/2/options/1", "/parameters/2/options"],
    ["/parameters/2/name", "/parameters/2/name"],
    ["/arguments/order", "/arguments/order"],
  ] as const;
  for (const [pointer, field] of table) expect(toFieldPointer(pointer)).toBe(field);
});
