import { afterEach, beforeEach, expect, it } from "vitest";
import type { ConversationPage, ConversationView } from "@errand/shared/conversation-view";
import type { Database } from "../src/storage/database.ts";
import { type AdminApi, type Call, startAdminApi } from "./admin-api.ts";
import { describeEachDatabase } from "./databases.ts";
import { ADA, addSite, ANONYMOUS, AT, tell } from "./history-fixture.ts";

const day = (number: number) => `2027-03-${String(number).padStart(2, "0")}T12:00:00.000Z`;

describeEachDatabase("the conversations of a site", (open) => {
  let database: Database;
  let api: AdminApi;
  let call: Call;
  let site: string;

  beforeEach(async () => {
    database = await open();
    api = await startAdminApi(database);
    call = api.asOperator;
    site = await addSite(database);
  });
  afterEach(() => api.close());

  const list = async (query = ""): Promise<ConversationPage> => {
    const answer = await call("GET", `/sites/${site}/conversations${query}`);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body as ConversationPage;
  };
  const ids = async (query = "") => (await list(query)).items.map(({ id }) => id);

  it("are listed with the newest first, with what a list shows of each", async () => {
    await tell(database, site, { id: "cnv_old", at: day(1) });
    await tell(database, site, {
      id: "cnv_new",
      at: day(2),
      visitor: ADA,
      said: ["Where is  my\norder ORD-1001?", "On its way."],
      runs: [{ id: "run_1" }, { id: "run_2", outcome: "timeout" }, { id: "run_3" }],
      feedback: "up",
    });
    await tell(database, await addSite(database, "site_2"), { id: "cnv_other" });
    expect(await list()).toEqual({
      items: [
        {
          id: "cnv_new",
          createdAt: day(2),
          updatedAt: day(2),
          visitor: {
            verification: "jwt",
            user_id: "ada-1",
            user_name: "Ada",
            user_email: "ada@example.com",
            proved: ["user_id", "user_name", "user_email", "plan"],
            declared: [],
            at: expect.stringMatching(/Z$/),
          },
          title: "Where is my order ORD-1001?",
          messages: 2,
          runs: { succeeded: 2, failed: 1 },
          feedback: { up: 1, down: 0 },
          handedOverAt: null,
        },
        expect.objectContaining({
          id: "cnv_old",
          visitor: { verification: "anonymous", proved: [], declared: [], at: null },
        }),
      ],
      nextCursor: null,
    });
  });

  it("are filtered by visitor, proof, action, outcome, feedback and time", async () => {
    const hash = { verification: "user_hash", userId: "bob", declaredName: "Bob" } as const;
    await tell(database, site, { id: "cnv_1", at: day(1), runs: [{ id: "run_1" }], feedback: "down" });
    await tell(database, site, { id: "cnv_2", at: day(2), visitor: ADA, feedback: "up" });
    await tell(database, site, {
      id: "cnv_3",
      at: day(3),
      visitor: hash,
      runs: [{ id: "run_3", identifier: "cancel", outcome: "timeout" }],
    });
    const rows: [query: string, ids: string[]][] = [
      ["?visitor=ada-1", ["cnv_2"]],
      ["?visitor=ada", []],
      ["?verification=jwt", ["cnv_2"]],
      ["?verification=user_hash", ["cnv_3"]],
      ["?verification=anonymous", ["cnv_1"]],
      ["?action=cancel", ["cnv_3"]],
      ["?action=act_lookup_order", ["cnv_1"]],
      ["?outcome=timeout", ["cnv_3"]],
      ["?action=cancel&outcome=ok", []],
      ["?feedback=up", ["cnv_2"]],
      ["?feedback=down", ["cnv_1"]],
      ["?from=2027-03-02", ["cnv_3", "cnv_2"]],
      ["?from=2027-03-02&to=2027-03-03", ["cnv_2"]],
      ["?q=hello&feedback=up", ["cnv_2"]],
      ["?q=&visitor=&verification=&action=&outcome=&feedback=up&from=&to=&cursor=&limit=", ["cnv_2"]],
    ];
    for (const [query, expected] of rows) expect(await ids(query), query).toEqual(expected);
  });

  it("do not list those in which the owner tried things out", async () => {
    await tell(database, site, { id: "cnv_tried", visitor: ADA });
    await database.updateTable("conversations").set({ preview: 1 }).execute();
    expect([await ids(), await ids("?q=hello")]).toEqual([[], []]);
    expect((await call("GET", `/sites/${site}/visitors`)).body).toEqual({ items: [] });
  });

  it("come in pages, those of the same millisecond too", async () => {
    const all = ["cnv_5", "cnv_4", "cnv_3", "cnv_2", "cnv_1"];
    for (const id of all) await tell(database, site, { id, at: id === "cnv_5" ? day(9) : AT });
    const first = await list("?limit=2");
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);
    const third = await list(`?limit=2&cursor=${second.nextCursor}`);
    const pages = [first, second, third].map(({ items }) => items.map(({ id }) => id));
    expect(pages).toEqual([["cnv_4", "cnv_3"], ["cnv_2", "cnv_1"], ["cnv_5"]]);
    expect(third.nextCursor).toBeNull();
  });

  it("are searched through what was said and who the visitor is, without case and accents", async () => {
    await tell(database, site, { id: "cnv_1", said: ["Sifarişim HARADADIR?", 'He said "no"'] });
    await tell(database, site, { id: "cnv_2", visitor: ADA, said: ["Where is ORD-1001?", "In transit"] });
    const rows: [q: string, ids: string[]][] = [
      ["ord-1001", ["cnv_2"]],
      ["transit where", ["cnv_2"]],
      ["transit haradadir", []],
      ["sifarisim", ["cnv_1"]],
      ['"no"', ["cnv_1"]],
      ["ada@example.com", ["cnv_2"]],
      ["ADA transit", ["cnv_2"]],
      ["cnv_1", ["cnv_1"]],
      ["text", []],
      ["%", []],
    ];
    for (const [q, expected] of rows) {
      expect(await ids(`?q=${encodeURIComponent(q)}`), q).toEqual(expected);
    }
    expect((await list("?q=ord-1001")).items[0]?.excerpt).toBe("Where is ORD-1001?");
    expect((await list("?q=sifarisim")).searchedTo).toBeNull();
  });

  it("are searched a part at a time, and the next request goes on", async () => {
    const rows = Array.from({ length: 2_050 }, (_, index) => ({
      id: `cnv_${String(index).padStart(4, "0")}`,
      site_id: site,
      visitor_key: index === 0 ? "user:needle" : "anonymous:x",
      created_at: AT,
      updated_at: AT,
    }));
    for (let at = 0; at < rows.length; at += 500) {
      await database
        .insertInto("conversations")
        .values(rows.slice(at, at + 500))
        .execute();
    }
    const first = await list("?q=needle");
    expect(first).toMatchObject({ items: [], nextCursor: expect.any(String) as string, searchedTo: AT });
    const second = await list(`?q=needle&cursor=${first.nextCursor}`);
    expect(second.items.map(({ id }) => id)).toEqual(["cnv_0000"]);
    expect(second.nextCursor).toBeNull();
  });

  it("are read with runs, approvals, feedback and what the visitor proved", async () => {
    await tell(database, site, {
      id: "cnv_1",
      visitor: ANONYMOUS,
      said: ["Cancel it", "Done."],
      runs: [{ id: "run_1", identifier: "cancel" }],
      feedback: "down",
      approval: "approved",
    });
    const answer = await call("GET", `/sites/${site}/conversations/cnv_1`);
    expect(answer.status).toBe(200);
    const view = answer.body as ConversationView;
    expect(view.messages.map(({ role, parts }) => [role, parts])).toEqual([
      ["user", [{ type: "text", text: "Cancel it" }]],
      ["assistant", [{ type: "text", text: "Done." }]],
    ]);
    expect(view.runs).toMatchObject([
      { id: "run_1", identifier: "cancel", status: "succeeded", messageId: "msg_1", callId: "call_run_1" },
    ]);
    expect(view.approvals).toEqual([
      {
        id: "apr_cnv_1",
        messageId: "msg_1",
        callId: "call_1",
        actionId: "act_1",
        arguments: { order: "ORD-1001" },
        state: "approved",
        createdAt: AT,
        expiresAt: AT,
      },
    ]);
    expect(view.feedback).toEqual([
      { messageId: "msg_1", value: "down", comment: "a comment", createdAt: AT },
    ]);
  });

  it("are not read through another site, nor by an odd id", async () => {
    await tell(database, site, { id: "cnv_1" });
    const other = await addSite(database, "site_2");
    for (const path of [`/sites/${other}/conversations/cnv_1`, `/sites/${site}/conversations/%00`]) {
      for (const method of ["GET", "DELETE"]) {
        expect(await call(method, path)).toMatchObject({ status: 404, body: { code: "not_found" } });
      }
    }
    expect(await ids()).toEqual(["cnv_1"]);
  });

  const faults: [string, string][] = [
    ["?verification=maybe", "/verification"],
    ["?outcome=fine", "/outcome"],
    ["?feedback=sideways", "/feedback"],
    ["?from=yesterday", "/from"],
    ["?visitor=%00", "/visitor"],
    ["?limit=500", "/limit"],
    ["?status=open", ""],
  ];
  it.each(faults)("are not listed for %s", async (query, pointer) => {
    expect(await call("GET", `/sites/${site}/conversations${query}`)).toMatchObject({
      status: 400,
      body: { code: "invalid_request", errors: [{ pointer }] },
    });
  });
});
