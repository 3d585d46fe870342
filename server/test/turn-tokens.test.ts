import { expect, it } from "vitest";
import type { ConversationView } from "@errand/shared/conversation-view";
import { calls, counted, says } from "./scripted-model.ts";
import { approvalOf, useTurns } from "./turn-fixture.ts";

const turns = useTurns();

it("tells the owner what models read and wrote for each reply, over the visitor's word, and nobody else", async () => {
  const { model, conversation, errand, site } = turns;
  model.steps.push(
    counted(calls(["create_ticket", { subject: "Broken zip" }]), 100, 5),
    counted(says("Done."), 150, 7),
    counted(says("Hello."), 40, 2),
    says("Hello again."),
  );
  const visitor = await turns.openSession();
  const asked = await visitor.say(conversation, "Ticket: Broken zip");
  await visitor.decide(conversation, approvalOf(asked), true);
  await visitor.say(conversation, "Hi");
  await visitor.say(conversation, "Hi again");

  const seen = await errand.admin<ConversationView>("GET", `/sites/${site}/conversations/${conversation}`);
  expect(seen.messages.map(({ role, usage }) => [role, usage])).toEqual([
    ["user", undefined],
    ["assistant", { inputTokens: 250, outputTokens: 12 }],
    ["user", undefined],
    ["assistant", { inputTokens: 40, outputTokens: 2 }],
    ["user", undefined],
    ["assistant", undefined],
  ]);
  expect(await errand.admin("GET", `/sites/${site}/model`)).toMatchObject({
    usage: { today: { inputTokens: 290, outputTokens: 14 } },
  });
  expect(JSON.stringify(await visitor.history(conversation))).not.toContain("Tokens");
});
