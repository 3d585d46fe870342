import { MAX_EVALS, type EvalReport, type EvalView } from "@errand/shared/eval";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type AdminApi, type Call, startAdminApi } from "./admin-api.ts";
import { openInFolder } from "./databases.ts";

const open = openInFolder();
let api: AdminApi;
let call: Call;
let site: string;
let path: string;

const order = { name: "order_number", label: "Order number", hint: "Such as ORD-123" };
const lookUp = {
  identifier: "lookup_order",
  name: "Look up order",
  whenToUse: "Look up the status of an order.",
  examples: ["Where is my order?"],
  enabled: true,
  method: "GET",
  url: "https://api.shop.example.com/orders/{{order_number}}",
  parameters: [order],
};
const cancel = {
  ...lookUp,
  identifier: "cancel_order",
  name: "Cancel order",
  whenToUse: "Cancel an order.",
  examples: ["Cancel my order"],
  method: "DELETE",
  requireVerifiedIdentity: true,
};
const looked = { action: "lookup_order", arguments: { order_number: "ORD-7" } };
const sample = { name: "by number", turns: ["Where is my order ORD-7?"], expected: looked };
const SIGNED_IN = { verification: "jwt", user_id: "cus_1", claims: { plan: "gold" } };

beforeEach(async () => {
  api = await startAdminApi(await open());
  call = api.asOperator;
  site = ((await call("POST", "/sites", { name: "Shop" })).body as { id: string }).id;
  path = `/sites/${site}/evals`;
  for (const action of [lookUp, cancel]) await call("POST", `/sites/${site}/actions`, action);
});
afterEach(() => api.close());

const create = async (body: object) => (await call("POST", path, body)).body as EvalView;
const run = async (body: object = {}) => (await call("POST", `${path}/run`, body)).body as EvalReport;

it("a sample conversation is kept, read, changed and removed", async () => {
  const answer = await call("POST", path, sample);
  const created = answer.body as EvalView;
  expect(answer.status).toBe(201);
  expect(created).toEqual({
    id: expect.stringMatching(/^evl_/) as string,
    createdAt: expect.any(String) as string,
    updatedAt: created.createdAt,
    name: "by number",
    locale: "en",
    timeZone: null,
    visitor: { verification: "anonymous" },
    turns: ["Where is my order ORD-7?"],
    expected: { ...looked, also: [], asks: null, reply: null },
    answer: null,
  });
  expect((await call("GET", path)).body).toEqual({ items: [created] });
  expect((await call("GET", `${path}/${created.id}`)).body).toEqual(created);
  const changed = await call("PUT", `${path}/${created.id}`, { ...created, locale: "AZ-latn" });
  expect(changed.body).toMatchObject({ id: created.id, locale: "az-Latn" });
  expect((await call("DELETE", `${path}/${created.id}`)).status).toBe(204);
  expect((await call("GET", `${path}/${created.id}`)).status).toBe(404);
  expect((await call("PUT", `${path}/${created.id}`, sample)).status).toBe(404);
  expect((await call("DELETE", `${path}/${created.id}`)).status).toBe(404);
});

const REFUSED: [object, string][] = [
  [{ ...sample, turns: [] }, "/turns"],
  [{ ...sample, turns: ["  "] }, "/turns/0"],
  [{ ...sample, locale: "english!" }, "/locale"],
  [{ ...sample, expected: { action: "Look up" } }, "/expected/action"],
  [{ ...sample, expected: { action: null, arguments: {} } }, "/expected/arguments"],
  [{ ...sample, expected: { action: "lookup_order", asks: "order_number" } }, "/expected/asks"],
  [{ ...sample, visitor: { verification: "signed-in" } }, "/visitor/verification"],
];

for (const [body, pointer] of REFUSED) {
  it(`a case that is wrong at ${pointer} is refused`, async () => {
    const { status, body: problem } = await call("POST", path, body);
    expect(status).toBe(400);
    expect((problem as { errors: { pointer: string }[] }).errors.map((each) => each.pointer)).toContain(
      pointer,
    );
  });
}

it("cases belong to their site, and to its owners", async () => {
  const { id } = await create(sample);
  const other = ((await call("POST", "/sites", { name: "Other" })).body as { id: string }).id;
  expect((await call("GET", `/sites/${other}/evals`)).body).toEqual({ items: [] });
  expect((await call("GET", `/sites/${other}/evals/${id}`)).status).toBe(404);
  expect((await call("POST", `/sites/${other}/evals/run`, { ids: [id] })).status).toBe(404);
  expect((await api.call("POST", `${path}/run`, {})).status).toBe(401);
});

it("a run tells what was called, filled, asked and replied, and calls no endpoint", async () => {
  const found = await create({ ...sample, answer: { status: "shipped" } });
  const asks = await create({
    turns: ["Where is my order?"],
    expected: { action: null, asks: "order_number" },
  });
  const report = await run();
  expect(report).toEqual({
    passed: 2,
    failed: 0,
    results: [
      {
        id: found.id,
        name: "by number",
        passed: true,
        chosen: "lookup_order",
        arguments: { order_number: "ORD-7" },
        also: [],
        asked: null,
        reply: "Here is what I found:\n\n- **Status**: shipped",
        expected: found.expected,
        faults: [],
        durationMs: expect.any(Number) as number,
      },
      {
        id: asks.id,
        name: "",
        passed: true,
        chosen: null,
        arguments: null,
        also: [],
        asked: "order_number",
        reply: "What is your order number? For example ORD-123.",
        expected: asks.expected,
        faults: [],
        durationMs: expect.any(Number) as number,
      },
    ],
  });
  expect((await call("GET", `/sites/${site}/runs`)).body).toMatchObject({ items: [] });
  expect((await call("GET", `/sites/${site}/conversations`)).body).toMatchObject({ items: [] });
});

it("a run tells in sentences what is not as expected", async () => {
  await create({ turns: ["hello"], expected: looked });
  await create({ ...sample, expected: { action: "lookup_order", arguments: { order_number: "ORD-8" } } });
  await create({ ...sample, expected: { action: null } });
  await create({ turns: ["hello"], expected: { action: null, asks: "order_number", reply: "Goodbye" } });
  const { passed, failed, results } = await run();
  expect([passed, failed]).toEqual([0, 4]);
  expect(results.map(({ faults }) => faults.map(({ message }) => message))).toEqual([
    ["Called nothing instead of lookup_order."],
    ['Called lookup_order with {"order_number":"ORD-7"} instead of {"order_number":"ORD-8"}.'],
    ["Called lookup_order instead of nothing."],
    ["Asked for nothing instead of order_number.", 'The reply does not hold "Goodbye".'],
  ]);
  expect(results.flatMap(({ faults }) => faults.map(({ message: _message, ...fault }) => fault))).toEqual([
    { kind: "action", was: null, wanted: "lookup_order" },
    {
      kind: "arguments",
      action: "lookup_order",
      was: '{"order_number":"ORD-7"}',
      wanted: '{"order_number":"ORD-8"}',
    },
    { kind: "action", was: "lookup_order", wanted: null },
    { kind: "question", was: null, wanted: "order_number" },
    { kind: "reply", was: null, wanted: "Goodbye" },
  ]);
});

it("a case goes on over several messages; questions of its calls are answered with yes", async () => {
  const cancelled = { action: "cancel_order", arguments: { order_number: "ORD-7" } };
  const turns = ["Where is my order ORD-7?", "cancel it"];
  await create({ turns, visitor: SIGNED_IN, expected: { ...cancelled, reply: "done" } });
  await create({ turns, expected: { action: null, reply: "sign in first" } });
  await create({
    turns: ["Where is my order ORD-7 and cancel order ORD-8"],
    visitor: SIGNED_IN,
    expected: { ...looked, also: [{ action: "cancel_order", arguments: { order_number: "ORD-8" } }] },
  });
  expect((await run()).results.map(({ faults }) => faults)).toEqual([[], [], []]);
});

it("some of the cases are run, by a model that is named", async () => {
  const [first, second] = [await create(sample), await create(sample)];
  const { results } = await run({ ids: [second.id], model: "built-in" });
  expect(results.map(({ id }) => id)).toEqual([second.id]);
  expect((await run({ ids: [second.id, first.id] })).results.map(({ id }) => id)).toEqual([
    first.id,
    second.id,
  ]);
  const refused = await call("POST", `${path}/run`, { model: "compatible:" });
  expect(refused).toMatchObject({ status: 400, body: { code: "invalid_request" } });
});

it("a suite is exported and imported whole", async () => {
  await create(sample);
  const { body: suite } = await call("GET", `${path}/export`);
  expect(suite).toEqual({ cases: [expect.objectContaining({ name: "by number", locale: "en" })] });
  const other = ((await call("POST", "/sites", { name: "Other" })).body as { id: string }).id;
  const added = await call("POST", `/sites/${other}/evals/import`, suite);
  expect(added.status).toBe(201);
  await call("POST", `/sites/${other}/evals/import`, suite);
  expect(((await call("GET", `/sites/${other}/evals`)).body as { items: unknown[] }).items).toHaveLength(2);
  await call("POST", `/sites/${other}/evals/import`, { ...(suite as object), replace: true });
  expect((await call("GET", `/sites/${other}/evals/export`)).body).toEqual(suite);
});

it("a site may have so many cases and no more", async () => {
  const cases = Array.from({ length: MAX_EVALS }, () => sample);
  expect((await call("POST", `${path}/import`, { cases })).status).toBe(201);
  expect(await call("POST", path, sample)).toMatchObject({
    status: 400,
    body: { title: `A site may have ${MAX_EVALS} sample conversations, and would have ${MAX_EVALS + 1}.` },
  });
});

it("a suite that is too large is refused with the most that it may have", async () => {
  const cases = Array.from({ length: 90 }, () => ({ ...sample, turns: ["x".repeat(3_000)] }));
  expect(await call("POST", `${path}/import`, { cases })).toMatchObject({
    status: 413,
    body: { code: "payload_too_large", title: "The body is larger than 256 KB." },
  });
});
