import { beforeEach, expect, it, onTestFinished } from "vitest";
import {
  atServer,
  createAction,
  createSite,
  openSession,
  readChunks,
  spokenIn,
  startErrand,
  type VisitorClient,
} from "./errand.ts";
import { calls, says } from "./scripted-model.ts";
import { approvalOf } from "./turn-fixture.ts";
import { describeShared, useTwoServers } from "./two-servers.ts";

describeShared("calls of two servers over one database", () => {
  const servers = useTwoServers();
  let site: string;
  let conversation = "";
  let count = 0;

  beforeEach(async () => {
    const { model, endpoint, one } = servers;
    model.steps.length = 0;
    model.asked.length = 0;
    endpoint.seen.length = 0;
    endpoint.answer = () => ({ body: { status: "in transit" } });
    conversation = `cnv_shared_calls_${(count += 1)}`;
    site = await createSite(one);
    const parameters = [{ name: "order" }];
    const url = `${endpoint.origin}/orders/{{order}}`;
    await createAction(one, site, { identifier: "lookup_order", url, parameters });
    await createAction(one, site, { identifier: "cancel_order", url, parameters, method: "DELETE" });
  });

  /** One visitor at both servers. */
  async function visit(): Promise<{ here: VisitorClient; there: VisitorClient }> {
    const here = await openSession(servers.one, site);
    return { here, there: atServer(servers.two, here) };
  }

  it("run once, on the word that was given at the other", async () => {
    servers.model.steps.push(calls(["cancel_order", { order: "ORD-1" }]), says("Cancelled."));
    const { here, there } = await visit();
    const approval = approvalOf(await here.say(conversation, "Cancel ORD-1"));
    // Slow, so that the second word comes while the first one's call is under way.
    const { promise: bothTaken, resolve: answer } = Promise.withResolvers<void>();
    servers.endpoint.answer = () => bothTaken.then(() => ({ body: { ok: true } }));
    const taken = await Promise.all([
      there.giveWord(conversation, approval, true),
      here.giveWord(conversation, approval, true),
    ]);
    answer();
    const both = await Promise.all(taken.map(readChunks));
    expect(both.map(spokenIn)).toEqual(["Cancelled.", "Cancelled."]);
    expect(servers.endpoint.seen.map(({ method }) => method)).toEqual(["DELETE"]);
  });

  it("take what a page answers at the other", async () => {
    servers.model.steps.push(calls(["cartTotal", {}]), says("It is 30 AZN."));
    const { here, there } = await visit();
    const tools = [{ name: "cartTotal", description: "Tells the total.", parameters: { type: "object" } }];
    const message = { id: "msg_page_call_1", role: "user", parts: [{ type: "text", text: "Total?" }] };
    const asked = await readChunks(
      await here.fetch("POST", "/v1/chat", { id: conversation, tools, message }),
    );
    const part = {
      type: "dynamic-tool",
      toolCallId: asked.find((chunk) => chunk.type === "tool-input-available")?.toolCallId,
      toolName: "cartTotal",
      state: "output-available",
      output: { total: 30 },
    };
    const answer = { id: "msg_any_reply", role: "assistant", parts: [part] };
    const done = await there.fetch("POST", "/v1/chat", { id: conversation, tools, message: answer });
    expect(spokenIn(await readChunks(done))).toBe("It is 30 AZN.");
  });

  it("go on when another server starts", async () => {
    const arrived = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    servers.endpoint.answer = async () => {
      arrived.resolve();
      await gate.promise;
      return { body: { status: "in transit" } };
    };
    servers.model.steps.push(calls(["lookup_order", { order: "ORD-1" }]), says("On its way."));
    const { here } = await visit();
    const written = here.say(conversation, "Where is ORD-1?");
    await arrived.promise;
    const third = await startErrand({ models: servers.model, environment: servers.environment });
    onTestFinished(() => third.close());
    gate.resolve();
    const chunks = await written;
    expect(chunks.find((chunk) => chunk.type === "tool-output-available")).toMatchObject({
      output: { state: "succeeded" },
    });
    const runs = await servers.one.admin<{ items: { status: string }[] }>("GET", `/sites/${site}/runs`);
    expect(runs.items.map(({ status }) => status)).toEqual(["succeeded"]);
  });
});
