import { expect, test, vi } from "vitest";
import {
  createFakeServer,
  events,
  json,
  problem,
  sessionAnswer,
  textReply,
  type SentRequest,
} from "./fake-server.ts";
import { button, embed, textOf } from "./page.ts";

const HOUR_MS = 3_600_000;
const listed = (id: string, title: string, hoursAgo: number) => {
  const updatedAt = new Date(Date.now() - hoursAgo * HOUR_MS).toISOString();
  return { id, title, createdAt: updatedAt, updatedAt };
};
const ITEMS = [listed("cnv_new", "Where is my order?", 0), listed("cnv_old", "Opening hours", 50)];
const HISTORY = [
  { id: "msg_00000001", role: "user", parts: [{ type: "text", text: "Opening hours" }] },
  { id: "msg_00000002", role: "assistant", parts: [{ type: "text", text: "From 8 to 18." }] },
];

/** The conversations in which something was said, in turn. */
const askedIn = (sent: SentRequest[]) =>
  sent.filter(({ call }) => call === "POST /v1/chat").map(({ body }) => (body as { id: string }).id);
const rows = (root: ShadowRoot) => [...root.querySelectorAll<HTMLElement>(".chats li button")];

async function openList(handlers: Parameters<typeof createFakeServer>[0] = {}) {
  const server = createFakeServer({
    "POST /v1/sessions": () => sessionAnswer({ conversation: "cnv_new" }),
    "GET /v1/chats": () => json({ items: ITEMS }),
    "GET /v1/chat/:id": () => json({ id: "cnv_old", messages: HISTORY }),
    ...handlers,
  });
  const page = embed();
  await page.errand("open");
  button(page.root, "Your conversations").click();
  await vi.waitFor(() => expect(page.root.querySelector(".chats")).not.toBeNull());
  return { ...server, ...page };
}

test("earlier conversations are listed by what was said first, and how long ago", async () => {
  const { root } = await openList();
  await vi.waitFor(() => expect(rows(root)).toHaveLength(2));
  expect(rows(root).map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
    ["Where is my order?", "now"],
    ["Opening hours", "2 days ago"],
  ]);
  expect(rows(root).map((row) => row.getAttribute("aria-current"))).toEqual(["true", "false"]);
});

test("a conversation that is chosen stands where the list stood, and takes what is said next", async () => {
  const { root, errand, sent } = await openList({ "POST /v1/chat": () => events(textReply("At 8.")) });
  await vi.waitFor(() => expect(rows(root)).toHaveLength(2));
  rows(root)[1]?.click();
  await vi.waitFor(() => expect(textOf(root)).toContain("Opening hours"));
  expect(root.querySelector(".chats")).toBeNull();
  await errand("sendMessage", "And on Sundays?");
  expect(sent.find(({ call }) => call === "POST /v1/chat")?.body).toMatchObject({ id: "cnv_old" });
});

test("a new conversation is begun with nothing said, under an id of its own", async () => {
  const { root, errand, sent } = await openList({ "POST /v1/chat": () => events(textReply("Hi!")) });
  button(root, "New conversation").click();
  await vi.waitFor(() => expect(root.querySelector(".welcome")).not.toBeNull());
  await errand("sendMessage", "Hello");
  const [id = ""] = askedIn(sent);
  expect(id).toMatch(/^cnv_\w+$/);
  expect(["cnv_new", "cnv_old"]).not.toContain(id);
});

test("a session that ends meanwhile does not lead away from the chosen conversation", async () => {
  let turns = 0;
  const { root, errand, sent } = await openList({
    "POST /v1/chat": () =>
      turns++ ? events(textReply("At 8.")) : problem(401, "session_expired", "The session has ended."),
  });
  await vi.waitFor(() => expect(rows(root)).toHaveLength(2));
  rows(root)[1]?.click();
  await errand("sendMessage", "And on Sundays?");
  expect(askedIn(sent)).toEqual(["cnv_old", "cnv_old"]);
});

test("nothing listed is said in words, and a list that does not come can be asked for again", async () => {
  let calls = 0;
  const { root } = await openList({
    "GET /v1/chats": () =>
      calls++ ? json({ items: [] }) : problem(500, "internal_error", "Something went wrong."),
  });
  await vi.waitFor(() => expect(root.querySelector(".chats .failure")).not.toBeNull());
  button(root, "Try again").click();
  await vi.waitFor(() =>
    expect(root.querySelector(".none")?.textContent).toBe("What you ask here will be kept for you."),
  );
  button(root, "Conversation").click();
  await vi.waitFor(() => expect(root.querySelector(".thread")).not.toBeNull());
});
