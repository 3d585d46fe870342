import { describe, expect, it } from "vitest";
import { ZodError } from "zod";
import { parseChatRequest } from "./chat.ts";

const CONVERSATION = "cnv_12345678";
const user = { id: "msg_12345678", role: "user", parts: [{ type: "text", text: " Hi " }] };
const assistant = (...parts: object[]): object => ({ id: "msg_reply", role: "assistant", parts });
const tool = (more: object = {}): object => ({
  name: "cart_total",
  description: "Tells what is in the cart.",
  parameters: { type: "object", properties: {} },
  ...more,
});

describe("a chat request", () => {
  it("is a visitor's message with the page's tools", () => {
    expect(parseChatRequest({ id: CONVERSATION, message: user, tools: [tool()] })).toEqual({
      conversationId: CONVERSATION,
      message: { id: "msg_12345678", text: "Hi" },
      approvals: [],
      results: [],
      tools: [tool()],
    });
  });

  it("is a word on a question, with the arguments as the visitor changed them", () => {
    const answered = { type: "dynamic-tool", toolCallId: "call_1", state: "approval-responded" };
    const parts = [
      { ...answered, input: { amount: 2 }, approval: { id: "apr_1", approved: true } },
      { ...answered, approval: { id: "apr_2", approved: false } },
    ];
    expect(parseChatRequest({ id: CONVERSATION, messages: [user, assistant(...parts)] }).approvals).toEqual([
      { approvalId: "apr_1", approved: true, input: { amount: 2 } },
      { approvalId: "apr_2", approved: false },
    ]);
  });

  it("is what the page answers to calls that it ran", () => {
    const parts = [
      { type: "dynamic-tool", toolCallId: "call_1", state: "output-available", output: { total: 3 } },
      { type: "dynamic-tool", toolCallId: "call_2", state: "output-error", errorText: "no cart" },
      { type: "dynamic-tool", toolCallId: "call_3", state: "input-available" },
    ];
    expect(parseChatRequest({ id: CONVERSATION, message: assistant(...parts) }).results).toEqual([
      { toolCallId: "call_1", output: { total: 3 } },
      { toolCallId: "call_2", errorText: "no cart" },
    ]);
  });
});

it("takes short ids, and names the place of one that is none", () => {
  const short = { ...user, id: "1" };
  expect(parseChatRequest({ id: "c", messages: [short] })).toMatchObject({
    conversationId: "c",
    message: { id: "1" },
  });
  const faultsOf = (body: object): unknown => {
    try {
      return parseChatRequest(body);
    } catch (error) {
      return error instanceof ZodError && error.issues.map(({ path, message }) => [path.join("/"), message]);
    }
  };
  const odd = { ...user, id: "a b" };
  expect(faultsOf({ id: CONVERSATION, messages: [short, odd] })).toEqual([
    ["messages/1/id", "must be 1 to 64 letters, digits, _ or -"],
  ]);
  expect(faultsOf({ id: CONVERSATION, message: odd })).toEqual([
    ["message/id", "must be 1 to 64 letters, digits, _ or -"],
  ]);
  expect(faultsOf({ id: CONVERSATION, message: { ...user, parts: [] } })).toEqual([
    ["message/parts", "must hold a text that is not empty"],
  ]);
});

const REFUSED: [what: string, tools: unknown, message: string][] = [
  ["17 tools", Array.from({ length: 17 }, (_, at) => tool({ name: `t${at}` })), "16"],
  ["a name with a dash", [tool({ name: "cart-total" })], "must be letters"],
  ["a name of 65 letters", [tool({ name: "a".repeat(65) })], "must be letters"],
  ["two tools of one name", [tool(), tool()], "stands twice"],
  ["no description", [tool({ description: " " })], "must say when"],
  ["a schema over 8 KB", [tool({ parameters: { description: "x".repeat(8_192) } })], "8 KB"],
];
it.each(REFUSED)("refuses %s", (_, tools, message) => {
  expect(() => parseChatRequest({ id: CONVERSATION, message: user, tools })).toThrow(message);
});
