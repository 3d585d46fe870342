import { afterEach, beforeEach, expect, it } from "vitest";
import type { ErasureReceipt, VisitorExport } from "@errand/shared/conversation-view";
import { createSessionStore } from "../src/identity/session-store.ts";
import type { Database } from "../src/storage/database.ts";
import { type AdminApi, type Call, startAdminApi } from "./admin-api.ts";
import { describeEachDatabase } from "./databases.ts";
import { ADA, addRun, addSite, AT, tell } from "./history-fixture.ts";

/** Stands in everything that is of Ada, and nowhere else; within an id or a hash the letters mean nobody. */
const MARK = /(?<![a-z0-9])ada(?![a-z0-9])/;

describeEachDatabase("one person", (open) => {
  let database: Database;
  let api: AdminApi;
  let call: Call;
  let site: string;
  let stopped: string[];

  beforeEach(async () => {
    database = await open();
    stopped = [];
    api = await startAdminApi(database, { stopTurn: async (id) => void stopped.push(id) });
    call = api.asOperator;
    site = await addSite(database);
    await tell(database, site, {
      id: "cnv_ada",
      visitor: ADA,
      said: ["I am Ada", "Hello Ada"],
      runs: [{ id: "run_1", arguments: '"ada@example.com"' }],
      feedback: "up",
      approval: "approved",
    });
    await tell(database, site, {
      id: "cnv_other",
      said: ["Hello"],
      runs: [{ id: "run_2" }],
      feedback: "down",
    });
    const session = { siteId: site, origin: "https://shop.example", locale: "en" };
    await createSessionStore(database).create({ ...session, visitor: ADA });
    await createSessionStore(database).create({
      ...session,
      visitor: { verification: "anonymous", key: "somebody" },
    });
  });
  afterEach(() => api.close());

  /** Every row of every table, as text. */
  async function everything(): Promise<string> {
    const tables = await database.introspection.getTables();
    const rows = await Promise.all(
      tables.map(({ name }) =>
        database
          .selectFrom(name as "sites")
          .selectAll()
          .execute(),
      ),
    );
    return JSON.stringify(rows).toLowerCase();
  }

  it("is found by how the id begins", async () => {
    const answer = async (q: string) => (await call("GET", `/sites/${site}/visitors${q}`)).body;
    const ada = { user_id: "ada-1", conversations: 1, lastSeenAt: AT };
    expect(await answer("")).toEqual({ items: [ada] });
    expect(await answer("?q=ada")).toEqual({ items: [ada] });
    expect(await answer("?q=da")).toEqual({ items: [] });
    expect(await answer("?q=%25")).toEqual({ items: [] });
  });

  it("is handed out whole", async () => {
    const answer = await call("GET", `/sites/${site}/visitors/ada-1`);
    expect(answer.status).toBe(200);
    const { conversations, sessions, ...head } = answer.body as VisitorExport;
    expect(JSON.stringify(sessions)).not.toContain("userId");
    expect(head).toEqual({ site, user_id: "ada-1", exportedAt: expect.stringMatching(/Z$/) });
    expect(conversations).toMatchObject([
      {
        id: "cnv_ada",
        visitor: { verification: "jwt", user_email: "ada@example.com" },
        messages: [{ role: "user" }, { role: "assistant" }],
        runs: [{ id: "run_1" }],
        approvals: [{ state: "approved" }],
        feedback: [{ value: "up" }],
      },
    ]);
    expect(sessions).toMatchObject([
      {
        origin: "https://shop.example",
        locale: "en",
        visitor: {
          verification: "jwt",
          user_id: "ada-1",
          user_email: "ada@example.com",
          claims: { plan: "gold-plan-value" },
        },
      },
    ]);
  });

  it("is erased everywhere, with a receipt, and nobody else is", async () => {
    await addRun(database, site, {
      id: "run_3",
      conversation_id: "cnv_ada",
      started_at: AT,
      status: "started",
      outcome: null,
      arguments: '"ada@example.com"',
    });
    expect(await everything()).toMatch(MARK);
    const answer = await call("DELETE", `/sites/${site}/visitors/ada-1`);
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual({
      erasedAt: expect.stringMatching(/Z$/),
      conversations: 1,
      messages: 2,
      approvals: 1,
      feedback: 1,
      runs: 2,
      sessions: 1,
    } satisfies Record<keyof ErasureReceipt, unknown>);
    expect(stopped).toEqual(["cnv_ada"]);
    expect(await everything()).not.toMatch(MARK);
    const left = await database
      .selectFrom("runs")
      .select(["id", "status", "duration_ms", "conversation_id"])
      .orderBy("id")
      .execute();
    expect(left).toEqual([
      { id: "run_1", status: "succeeded", duration_ms: 120, conversation_id: null },
      { id: "run_2", status: "succeeded", duration_ms: 120, conversation_id: "cnv_other" },
    ]);
    const counts = await Promise.all(
      (["conversations", "messages", "feedback", "sessions"] as const).map(
        async (table) => (await database.selectFrom(table).selectAll().execute()).length,
      ),
    );
    expect(counts).toEqual([1, 1, 1, 1]);
  });

  it("is not there a second time, nor at another site, nor under an odd id", async () => {
    const other = await addSite(database, "site_2");
    for (const path of [`/sites/${other}/visitors/ada-1`, `/sites/${site}/visitors/%00`]) {
      expect((await call("GET", path)).status).toBe(404);
      expect((await call("DELETE", path)).status).toBe(404);
    }
    expect((await call("DELETE", `/sites/${site}/visitors/ada-1`)).status).toBe(200);
    expect((await call("DELETE", `/sites/${site}/visitors/ada-1`)).status).toBe(404);
  });

  it("who said no name is erased by conversation", async () => {
    const answer = await call("DELETE", `/sites/${site}/conversations/cnv_other`);
    expect(answer.body).toMatchObject({ conversations: 1, messages: 1, feedback: 1, runs: 1, sessions: 0 });
    expect((await call("GET", `/sites/${site}/conversations/cnv_other`)).status).toBe(404);
    expect((await call("GET", `/sites/${site}/conversations/cnv_ada`)).status).toBe(200);
  });
});
