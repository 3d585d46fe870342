import { expect, it } from "vitest";
import { openConversation, startBareServer } from "../../test/bare-turns.ts";
import { describeEachDatabase } from "../../test/databases.ts";
import { calls } from "../../test/scripted-model.ts";
import { defineAction, parameter, storedAction } from "../actions/action-fixture.ts";

const CLOSE = storedAction(
  defineAction({
    identifier: "close_never",
    enabled: true,
    method: "POST",
    url: "https://api.example.com/close",
    parameters: [parameter("account")],
    confirmation: "never",
  }),
);

describeEachDatabase("the calls of a turn", (open) => {
  it("stores a reply that is stopped after what it is storing, not beside it", async () => {
    const database = await open();
    const request = await openConversation(database);
    const server = startBareServer(database, [CLOSE]);
    const { messages } = server.dependencies;
    const save = messages.saveReply;
    const seen: string[] = [];
    const begun = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    messages.saveReply = async (conversationId, message) => {
      const { status } = message;
      seen.push(`begins ${status}`);
      if (status === "open") {
        begun.resolve();
        await server.dependencies.liveTurns.stop(conversationId);
        await gate.promise;
      }
      await save(conversationId, message);
      seen.push(`ends ${status}`);
    };
    server.model.steps.push(calls(["close_never", { account: "7" }]));
    const live = await server.turns.answer(request, { id: "msg_the_visitors", text: "Close my account 7" });
    await begun.promise;
    // Long enough for the database to answer whatever else is asked of it.
    for (let round = 0; round < 20; round += 1) await messages.list(request.conversationId);
    gate.resolve();
    await live.ended;
    expect(seen).toEqual(["begins open", "ends open", "begins complete", "ends complete"]);
    expect(server.sent).toEqual([]);
  });
});
