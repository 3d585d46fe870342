import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RunView } from "@errand/shared/action-test";
import { createRunStore } from "../src/actions/run-store.ts";
import type { Database } from "../src/storage/database.ts";
import { type AdminApi, type Call, startAdminApi } from "./admin-api.ts";
import { openInFolder } from "./databases.ts";

const open = openInFolder();
let database: Database;
let api: AdminApi;
let call: Call;
let site: string;

beforeEach(async () => {
  database = await open();
  api = await startAdminApi(database);
  call = api.asOperator;
  site = await createSite();
});
afterEach(() => api.close());

const createSite = async () => ((await call("POST", "/sites", { name: "Shop" })).body as { id: string }).id;

/** A run that started at an hour of one day and ended a second later. */
async function record(
  hour: number,
  { siteId = site, actionId = "act_1", outcome = "ok" as const } = {},
): Promise<string> {
  const runs = createRunStore(database);
  const id = `run_${String(hour).padStart(26, "0")}`;
  const at = `2026-03-01T${String(hour).padStart(2, "0")}:00`;
  const request = { method: "GET", url: "https://api.example.com/", headers: {}, body: null };
  await runs.start({
    id,
    siteId,
    actionId,
    identifier: "lookup",
    arguments: {},
    digest: "d",
    request,
    startedAt: `${at}:00.000Z`,
  });
  const told = { outcome, status: 200 };
  await runs.finish(id, {
    status: "succeeded",
    outcome,
    told,
    durationMs: 1_000,
    finishedAt: `${at}:01.000Z`,
  });
  return id;
}

async function list(query: string): Promise<{ ids: string[]; nextCursor: string | null }> {
  const answer = await call("GET", `/sites/${site}/runs?${query}`);
  expect(answer.status).toBe(200);
  const { items, nextCursor } = answer.body as { items: RunView[]; nextCursor: string | null };
  return { ids: items.map(({ id }) => id), nextCursor };
}

describe("the runs of a site", () => {
  it("are listed with the newest first, and read", async () => {
    const [one, two] = [await record(1), await record(2)];
    await record(3, { siteId: await createSite() });
    expect(await list("")).toEqual({ ids: [two, one], nextCursor: null });
    expect(await call("GET", `/sites/${site}/runs/${one}`)).toMatchObject({
      status: 200,
      body: {
        id: one,
        actionId: "act_1",
        identifier: "lookup",
        conversationId: null,
        status: "succeeded",
        outcome: "ok",
        httpStatus: 200,
        durationMs: 1_000,
        startedAt: "2026-03-01T01:00:00.000Z",
        finishedAt: "2026-03-01T01:00:01.000Z",
        request: { method: "GET", url: "https://api.example.com/" },
        response: null,
      },
    });
  });

  it("are filtered by action, outcome and time", async () => {
    const [one, two, three] = [await record(1), await record(2, { actionId: "act_2" }), await record(3)];
    const filters: [string, string[]][] = [
      ["action=act_2", [two]],
      ["outcome=ok", [three, two, one]],
      ["outcome=timeout", []],
      ["from=2026-03-01T02:00:00Z", [three, two]],
      ["from=2026-03-01T06:00:00%2B04:00", [three, two]],
      ["to=2026-03-01T02:00:00Z", [one]],
      ["from=2026-03-02", []],
      ["from=2026-03-01&to=2026-03-02&action=act_1", [three, one]],
      ["action=act_2&outcome=&from=&to=&cursor=&limit=", [two]],
    ];
    for (const [query, ids] of filters) expect((await list(query)).ids, query).toEqual(ids);
  });

  it("come in pages", async () => {
    const ids: string[] = [];
    for (const hour of [5, 4, 3, 2, 1]) ids.push(await record(hour));
    expect(await list("limit=2")).toEqual({ ids: ids.slice(0, 2), nextCursor: ids[1] });
    expect(await list(`limit=2&cursor=${ids[1]}`)).toEqual({ ids: ids.slice(2, 4), nextCursor: ids[3] });
    expect(await list(`limit=2&cursor=${ids[3]}`)).toEqual({ ids: ids.slice(4), nextCursor: null });
  });

  const faults: [string, string][] = [
    ["limit=0", "/limit"],
    ["limit=201", "/limit"],
    ["limit=ten", "/limit"],
    ["outcome=fine", "/outcome"],
    ["from=yesterday", "/from"],
    ["to=2026-02-30", "/to"],
    ["cursor=%00", "/cursor"],
    ["action=a&action=b", "/action"],
    ["status=failed", ""],
  ];
  it.each(faults)("are not listed for ?%s", async (query, pointer) => {
    expect(await call("GET", `/sites/${site}/runs?${query}`)).toMatchObject({
      status: 400,
      body: { code: "invalid_request", errors: [{ pointer }] },
    });
  });

  it("are not read through another site, nor by an odd id", async () => {
    const id = await record(1);
    expect((await call("GET", `/sites/${await createSite()}/runs/${id}`)).status).toBe(404);
    expect((await call("GET", `/sites/${site}/runs/run_none`)).status).toBe(404);
    expect((await call("GET", `/sites/${site}/runs/%00`)).status).toBe(404);
  });
});
