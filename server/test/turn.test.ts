import { describe, expect, it } from "vitest";
import { createAction, spokenIn } from "./errand.ts";
import { calls, says } from "./scripted-model.ts";
import { typesOf, useTurns } from "./turn-fixture.ts";

const turns = useTurns();

describe("a turn without actions", () => {
  it("streams the words, stores them before finish, and shows them again", async () => {
    turns.model.steps.push(says("Hel", "lo", "!"));
    const visitor = await turns.openSession();
    const chunks = await visitor.say(turns.conversation, "Hi");
    expect(typesOf(chunks)).toEqual(
      "start start-step text-start text-delta text-delta text-delta text-end finish-step finish".split(" "),
    );
    expect(spokenIn(chunks)).toBe("Hello!");
    const history = await visitor.history(turns.conversation);
    expect(
      history.map((message) => [message.role, message.parts.filter((part) => part.type === "text")]),
    ).toEqual([
      ["user", [{ type: "text", text: "Hi" }]],
      ["assistant", [{ type: "text", text: "Hello!" }]],
    ]);
  });

  it("answers the same message id with the same reply and asks the model once", async () => {
    turns.model.steps.push(says("Once."));
    const visitor = await turns.openSession();
    const first = await visitor.say(turns.conversation, "Hi", "msg_same_0001");
    const second = await visitor.say(turns.conversation, "Hi", "msg_same_0001");
    expect(turns.model.asked).toHaveLength(1);
    expect(second[0]).toEqual(first[0]);
    expect(spokenIn(second)).toBe("Once.");
    expect(await visitor.history(turns.conversation)).toHaveLength(2);
  });

  it("refuses other words under the id of a message that was sent", async () => {
    turns.model.steps.push(says("Once."));
    const visitor = await turns.openSession();
    await visitor.say(turns.conversation, "Hi", "m1");
    const again = { id: "m1", role: "user", parts: [{ type: "text", text: "Quite another thing" }] };
    const refused = await visitor.fetch("POST", "/v1/chat", { id: turns.conversation, messages: [again] });
    expect([refused.status, await refused.json()]).toEqual([
      409,
      {
        type: "about:blank",
        title: "The message m1 was sent with other words. Send these under a new id.",
        status: 409,
        code: "conflict",
      },
    ]);
    expect(await visitor.history(turns.conversation)).toHaveLength(2);
  });

  it("says what to do about a conversation id that another visitor took", async () => {
    turns.model.steps.push(says("Hello."));
    const [one, other] = [await turns.openSession(), await turns.openSession()];
    await one.say(`c${turns.conversation.slice(-1)}`, "Hi");
    const message = { id: "m1", role: "user", parts: [{ type: "text", text: "Hi" }] };
    const refused = await other.fetch("POST", "/v1/chat", {
      id: `c${turns.conversation.slice(-1)}`,
      message,
    });
    expect(refused.status).toBe(404);
    expect(await refused.json()).toMatchObject({
      code: "not_found",
      title: expect.stringContaining("begin one under an id that nobody used, such as a UUID"),
    });
  });

  it("tells a visitor plainly that the model failed, and takes the same message again", async () => {
    turns.model.steps.push(new Error("the vendor is down at 10.0.0.7"));
    const visitor = await turns.openSession();
    const failed = await visitor.say(turns.conversation, "Hi", "msg_retry_001");
    expect(failed.at(-2)).toEqual({
      type: "error",
      errorText: "Sorry, I could not answer just now. Please try again.",
    });
    expect(JSON.stringify(failed)).not.toContain("10.0.0.7");
    turns.model.steps.push(says("Here I am."));
    expect(spokenIn(await visitor.say(turns.conversation, "Hi", "msg_retry_001"))).toBe("Here I am.");
    expect(await visitor.history(turns.conversation)).toHaveLength(2);
  });
});

describe("a turn that runs an action", () => {
  it("shows progress in the visitor's language, tells the model the answer, and never the browser", async () => {
    turns.model.steps.push(calls(["lookup_order", { order: "ORD-1" }]), says("Yoldadır."));
    const visitor = await turns.openSession({ locale: "az" });
    const chunks = await visitor.say(turns.conversation, "ORD-1 haradadır?");
    expect(turns.endpoint.seen.map(({ method, path, headers }) => [method, path, headers["locale"]])).toEqual(
      [["GET", "/orders/ORD-1", "az"]],
    );
    expect(chunks.find((chunk) => chunk.type === "tool-input-available")).toMatchObject({
      toolName: "lookup_order",
      title: "Sifarişiniz axtarılır…",
      input: { order: "ORD-1" },
      dynamic: true,
      toolMetadata: { name: "Look up order", labels: { order: "Order number" }, changes: false },
    });
    expect(chunks.find((chunk) => chunk.type === "tool-output-available")).toMatchObject({
      output: { state: "succeeded", durationMs: expect.any(Number) },
    });
    expect(turns.toolResults()).toMatchObject([{ type: "json", value: { outcome: "ok", status: 200 } }]);
    expect(JSON.stringify(turns.model.asked.at(-1))).toContain("only for the model");
    const history = await visitor.history(turns.conversation);
    expect(JSON.stringify([chunks, history])).not.toContain("only for the model");
  });

  it("keeps a call with bad arguments between the model and the server", async () => {
    turns.model.steps.push(
      calls(["lookup_order", "{broken"], ["lookup_order", {}], ["no_such_action", {}]),
      says("Which order do you mean?"),
    );
    const visitor = await turns.openSession();
    const chunks = await visitor.say(turns.conversation, "Where is it?");
    expect(typesOf(chunks).filter((type) => type.startsWith("tool-"))).toEqual([]);
    expect(turns.endpoint.seen).toEqual([]);
    expect(turns.toolResults()).toMatchObject([
      {
        type: "error-json",
        value: { outcome: "invalid_arguments", message: expect.stringContaining("{broken") },
      },
      {
        type: "error-json",
        value: { outcome: "invalid_arguments", message: expect.stringContaining("order") },
      },
      {
        type: "error-json",
        value: { outcome: "definition_error", message: expect.stringContaining("lookup_order") },
      },
    ]);
  });

  it("hides actions that need a verified visitor, and refuses them in code all the same", async () => {
    turns.model.steps.push(calls(["list_orders", {}]), says("Please sign in."));
    const visitor = await turns.openSession();
    await visitor.say(turns.conversation, "My orders");
    expect(turns.model.asked[0]?.tools?.map((tool) => tool.name)).not.toContain("list_orders");
    expect(turns.toolResults()).toMatchObject([{ value: { outcome: "identity_required" } }]);
    expect(turns.endpoint.seen).toEqual([]);
  });

  it("neither offers nor runs an action that its owner has not enabled", async () => {
    const url = `${turns.endpoint.origin}/closed`;
    await createAction(turns.errand, turns.site, { identifier: "closed_shop", enabled: false, url });
    turns.model.steps.push(calls(["closed_shop", {}]), says("There is no such thing."));
    const visitor = await turns.openSession();
    await visitor.say(turns.conversation, "Open up");
    expect(turns.model.asked[0]?.tools?.map((tool) => tool.name)).not.toContain("closed_shop");
    expect(turns.toolResults()).toMatchObject([{ value: { outcome: "definition_error" } }]);
    expect(turns.endpoint.seen).toEqual([]);
  });

  it("runs at most three identical reads in one reply", async () => {
    const again = calls(["lookup_order", { order: "ORD-1" }]);
    turns.model.steps.push(again, again, again, again, says("Enough."));
    const visitor = await turns.openSession();
    await visitor.say(turns.conversation, "ORD-1");
    expect(turns.endpoint.seen).toHaveLength(3);
    expect(turns.toolResults().at(-1)).toMatchObject({ value: { outcome: "not_approved" } });
  });

  it("runs at most twenty calls in one reply", async () => {
    const many = Array.from({ length: 25 }, (_, index): [string, unknown] => [
      "lookup_order",
      { order: `A-${index}` },
    ]);
    turns.model.steps.push(calls(...many), says("Enough."));
    const visitor = await turns.openSession();
    await visitor.say(turns.conversation, "All of them");
    expect(turns.endpoint.seen).toHaveLength(20);
  });

  it("shows the answer as the card that the owner mapped, again after a reload", async () => {
    turns.endpoint.answer = () => ({ body: { status: "in transit", carrier: "Nordpost" } });
    turns.model.steps.push(calls(["track_parcel", {}]), says("Here you are."));
    const visitor = await turns.openSession();
    const chunks = await visitor.say(turns.conversation, "My parcel");
    const data = {
      layout: "card",
      items: [{ title: "in transit", fields: [{ label: "Carrier", value: "Nordpost" }] }],
    };
    expect(chunks.find((chunk) => chunk.type === "data-card")).toMatchObject({ data });
    const [, reply] = await visitor.history(turns.conversation);
    expect(reply?.parts.find((part) => part.type === "data-card")).toMatchObject({ data });
  });

  it("says that the visitor stopped a read, not that the service failed", async () => {
    const arrived = Promise.withResolvers<void>();
    turns.endpoint.answer = () => {
      arrived.resolve();
      return new Promise(() => {});
    };
    turns.model.steps.push(calls(["lookup_order", { order: "ORD-1" }]));
    const visitor = await turns.openSession();
    const reply = visitor.say(turns.conversation, "ORD-1");
    await arrived.promise;
    await visitor.fetch("POST", `/v1/chat/${turns.conversation}/stop`);
    expect((await reply).find((chunk) => chunk.type === "tool-output-error")).toMatchObject({
      errorText: "Stopped before the service had answered.",
    });
  });

  it("carries the owner's words for a slow, a finished and a failed run", async () => {
    turns.model.steps.push(calls(["lookup_order", { order: "ORD-1" }]), says("Yoldadır."));
    const visitor = await turns.openSession({ locale: "az" });
    const chunks = await visitor.say(turns.conversation, "ORD-1");
    expect(chunks.find((chunk) => chunk.type === "tool-input-start")).toMatchObject({
      toolMetadata: { texts: { slow: "Hələ axtarılır…", done: "Found." } },
    });
  });

  it("does not call a change undone whose answer could not be read", async () => {
    turns.endpoint.answer = () => ({ headers: { "content-encoding": "gzip" } });
    turns.model.steps.push(calls(["send_mail", { to: "me@example.com" }]), says("I cannot tell."));
    const visitor = await turns.openSession();
    const chunks = await visitor.say(turns.conversation, "Mail me@example.com");
    expect(chunks.find((chunk) => chunk.type === "tool-output-error")).toMatchObject({
      errorText:
        "The service could not be reached. We could not see whether this went through. Please check before trying again.",
    });
  });

  it("says plainly that a run failed", async () => {
    turns.endpoint.answer = () => ({ status: 500, body: { stack: "at db.internal" } });
    turns.model.steps.push(calls(["lookup_order", { order: "ORD-1" }]), says("That did not work."));
    const visitor = await turns.openSession();
    const chunks = await visitor.say(turns.conversation, "ORD-1");
    const failed = chunks.find((chunk) => chunk.type === "tool-output-error");
    expect(failed).toMatchObject({ errorText: "The service answered with an error." });
    expect(turns.toolResults()).toMatchObject([
      { type: "error-json", value: { outcome: "remote_error", status: 500 } },
    ]);
  });
});
