import {
  AbstractChat,
  DefaultChatTransport,
  isDynamicToolUIPart,
  lastAssistantMessageIsCompleteWithApprovalResponses,
  lastAssistantMessageIsCompleteWithToolCalls,
  type ChatState,
  type DynamicToolUIPart,
  type UIMessage,
} from "ai";
import { expect, it, vi } from "vitest";
import { PAGE_ORIGIN } from "./errand.ts";
import { calls, says } from "./scripted-model.ts";
import { useTurns } from "./turn-fixture.ts";

const turns = useTurns();

/** What `useChat` keeps its state in, without a page. */
function createState(): ChatState<UIMessage> {
  const state: ChatState<UIMessage> = {
    status: "ready",
    error: undefined,
    messages: [],
    pushMessage: (message) => void (state.messages = [...state.messages, message]),
    popMessage: () => void (state.messages = state.messages.slice(0, -1)),
    replaceMessage: (index, message) => void (state.messages = state.messages.with(index, message)),
    snapshot: (thing) => structuredClone(thing),
  };
  return state;
}

/** The chat behind `useChat`. */
class Chat extends AbstractChat<UIMessage> {}

async function openChat(tools: object[] = []): Promise<Chat> {
  const { session } = await turns.openSession();
  const transport = new DefaultChatTransport<UIMessage>({
    api: `${turns.errand.url}/v1/chat`,
    headers: { authorization: `Bearer ${session.session}`, origin: PAGE_ORIGIN },
    body: { tools },
  });
  return new Chat({
    id: turns.conversation,
    transport,
    state: createState(),
    onError: (error) => {
      throw error;
    },
    sendAutomaticallyWhen: (options) =>
      lastAssistantMessageIsCompleteWithApprovalResponses(options) ||
      lastAssistantMessageIsCompleteWithToolCalls(options),
  });
}

const toolOf = (chat: Chat): DynamicToolUIPart => {
  const part = chat.lastMessage?.parts.find(isDynamicToolUIPart);
  if (!part) throw new Error("the reply has no call");
  return part;
};
const spoken = (chat: Chat): string =>
  (chat.lastMessage?.parts ?? []).map((part) => (part.type === "text" ? part.text : "")).join("");

it("holds a conversation in which the visitor approves a call", async () => {
  turns.model.steps.push(calls(["create_ticket", { subject: "Zip" }]), says("It is open."), says("Bye."));
  const chat = await openChat();
  await chat.sendMessage({ text: "Ticket: Zip" });
  const asked = toolOf(chat);
  expect(asked).toMatchObject({ state: "approval-requested", input: { subject: "Zip" } });
  expect(turns.endpoint.seen).toEqual([]);
  await chat.addToolApprovalResponse({ id: asked.approval?.id ?? "", approved: true });
  await vi.waitFor(() => expect([chat.status, spoken(chat)]).toEqual(["ready", "It is open."]));
  expect(turns.endpoint.seen.map(({ body }) => JSON.parse(body))).toEqual([{ subject: "Zip" }]);
  expect(toolOf(chat)).toMatchObject({ state: "output-available", output: { state: "succeeded" } });
  await chat.sendMessage({ text: "Thanks" });
  expect(spoken(chat)).toBe("Bye.");
  expect(chat.messages.map(({ role }) => role)).toEqual(["user", "assistant", "user", "assistant"]);
});

it("holds a conversation in which the visitor refuses a call", async () => {
  turns.model.steps.push(calls(["create_ticket", { subject: "Zip" }]), says("Nothing was changed."));
  const chat = await openChat();
  await chat.sendMessage({ text: "Ticket: Zip" });
  await chat.addToolApprovalResponse({ id: toolOf(chat).approval?.id ?? "", approved: false });
  await vi.waitFor(() => expect([chat.status, spoken(chat)]).toEqual(["ready", "Nothing was changed."]));
  expect(toolOf(chat).state).toBe("output-denied");
  expect(turns.endpoint.seen).toEqual([]);
});

it("holds a conversation in which the page runs a call", async () => {
  const tool = {
    name: "cartTotal",
    description: "Tells what is in the cart.",
    parameters: { type: "object" },
  };
  turns.model.steps.push(calls(["cartTotal", {}]), says("It is 30."));
  const chat = await openChat([tool]);
  await chat.sendMessage({ text: "What is in my cart?" });
  const { toolCallId, toolName, state } = toolOf(chat);
  expect([toolName, state]).toEqual(["cartTotal", "input-available"]);
  await chat.addToolOutput({ tool: toolName, toolCallId, output: { total: 30 } });
  await vi.waitFor(() => expect([chat.status, spoken(chat)]).toEqual(["ready", "It is 30."]));
  expect(turns.toolResults()).toEqual([{ type: "json", value: { outcome: "ok", data: { total: 30 } } }]);
});
