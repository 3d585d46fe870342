import { expect, test, vi } from "vitest";
// Fetched before a clock stands still, because none waits for it.
import "../src/api/renewal.ts";
import { createFakeServer, events, problem, sessionAnswer, textReply } from "./fake-server.ts";
import { button, embed } from "./page.ts";

const HASH = { user_id: "42", user_hash: "a".repeat(64) };
const verified = (user_id = "42") =>
  sessionAnswer({ session: `session-of-${user_id}`, visitor: { verification: "jwt", user_id } });
const token = (exp: number) => `h.${btoa(JSON.stringify({ exp }))}.s`;

test("identify sends the proof, and the page is told who it proved", async () => {
  const { sent } = createFakeServer({ "POST /v1/sessions": () => verified() });
  const { errand } = embed();
  const told = vi.fn();
  errand("on", "identity-changed", told);
  await errand("identify", HASH);
  expect(sent).toEqual([
    { call: "POST /v1/sessions", body: { site: "site_1", locale: "en-US", identity: HASH } },
  ]);
  expect(told.mock.calls).toEqual([[{ verification: "jwt", user_id: "42" }]]);
});

test("the page is told when the same visitor is proved another way, and not when a proof is renewed", async () => {
  const ways = (["user_hash", "jwt", "jwt"] as const).values();
  createFakeServer({
    "POST /v1/sessions": () =>
      sessionAnswer({ visitor: { verification: ways.next().value ?? "anonymous", user_id: "42" } }),
  });
  const { errand } = embed();
  const told = vi.fn();
  errand("on", "identity-changed", told);
  for (let i = 0; i < 3; i++) await errand("identify", HASH);
  expect(told.mock.calls).toEqual([
    [{ verification: "user_hash", user_id: "42" }],
    [{ verification: "jwt", user_id: "42" }],
  ]);
});

test("a refused proof rejects with the code of the problem", async () => {
  createFakeServer({
    "POST /v1/sessions": () => problem(401, "identity_hash_mismatch", "The hash does not fit."),
  });
  const { errand } = embed();
  const failure = await errand("identify", HASH).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(failure).toMatchObject({ code: "identity_hash_mismatch", message: "The hash does not fit." });
});

test("getToken is asked once more when its token is refused", async () => {
  let attempt = 0;
  const { sent } = createFakeServer({
    "POST /v1/sessions": () => (attempt++ ? verified() : problem(401, "identity_expired", "It is too old.")),
  });
  const getToken = vi.fn<() => Promise<string>>().mockResolvedValueOnce("old").mockResolvedValueOnce("new");
  await embed().errand("identify", { getToken });
  expect(sent.map(({ body }) => (body as { identity: unknown }).identity)).toEqual([
    { token: "old" },
    { token: "new" },
  ]);
});

test("a fresh token is asked for a minute before the old one ends", async () => {
  vi.useFakeTimers({ now: new Date("2026-01-01T12:00:00Z"), toFake: ["setTimeout", "clearTimeout", "Date"] });
  const { sent } = createFakeServer({ "POST /v1/sessions": () => verified() });
  const getToken = vi.fn(async () => token(Date.now() / 1000 + 600));
  await embed().errand("identify", { getToken });
  await vi.advanceTimersByTimeAsync(539_000);
  expect(getToken).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(getToken).toHaveBeenCalledTimes(2);
  expect(sent).toHaveLength(2);
  expect(sent[1]?.body).toMatchObject({ previous: "session-of-42" });
  vi.useRealTimers();
});

test("requests that need a session at the same moment share one", async () => {
  const { calls } = createFakeServer({ "POST /v1/sessions": () => verified() });
  const { errand } = embed();
  await Promise.all([errand("identify", HASH), errand("open")]);
  expect(calls()).toEqual(["POST /v1/sessions"]);
});

test("window.errandSettings proves the visitor once they turn to the widget", async () => {
  window.errandSettings = { getIdentity: async () => HASH, locale: "az" };
  const { sent } = createFakeServer({ "POST /v1/sessions": () => verified() });
  const { errand } = embed();
  await errand("show");
  expect(sent).toEqual([]);
  await errand("open");
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.body).toEqual({ site: "site_1", locale: "az", identity: HASH });
});

test("another person's conversation is not left on the screen", async () => {
  let attempt = 0;
  createFakeServer({
    "POST /v1/sessions": () => verified(attempt++ ? "43" : "42"),
    "POST /v1/chat": () => events(textReply("Your secret.")),
  });
  const { root, errand } = embed();
  await errand("identify", HASH);
  await errand("sendMessage", "Tell me");
  await vi.waitFor(() => expect(root.textContent).toContain("Your secret."));
  await errand("identify", { ...HASH, user_id: "43" });
  await vi.waitFor(() => expect(root.querySelector(".thread")?.textContent).not.toContain("Your secret."));
});

for (const command of ["resetUser", "logout", "shutdown"] as const) {
  test(`${command} forgets the visitor here, in storage and on the server`, async () => {
    const { sent } = createFakeServer({ "POST /v1/chat": () => events(textReply("Hi!")) });
    const { root, errand } = embed();
    button(root, "Acme").click();
    await errand("sendMessage", "Hello");
    expect(Object.keys(localStorage)).toEqual(["errand:site_1"]);
    await errand(command);
    expect(sent.at(-1)).toEqual({ call: "DELETE /v1/sessions/current", token: "session-1" });
    expect(localStorage.length).toBe(0);
    await vi.waitFor(() => expect(root.querySelector(".user")).toBeNull());
  });
}

test("after a reset the next message starts anew and stays on the screen", async () => {
  let attempt = 0;
  const { sent } = createFakeServer({
    "POST /v1/sessions": () => (attempt++ ? sessionAnswer({ session: "fresh" }) : verified()),
    "POST /v1/chat": () => events(textReply("Hi!")),
  });
  const { root, errand } = embed();
  const told: unknown[] = [];
  errand("on", "identity-changed", ({ verification }) => told.push(verification));
  await errand("identify", HASH);
  await errand("resetUser");
  await errand("sendMessage", "Who am I?");
  await vi.waitFor(() => expect(root.querySelector(".user")?.textContent).toContain("Who am I?"));
  expect(sent.map(({ call, token }) => [call, token])).toEqual([
    ["POST /v1/sessions", undefined],
    ["DELETE /v1/sessions/current", "session-of-42"],
    ["POST /v1/sessions", undefined],
    ["POST /v1/chat", "fresh"],
  ]);
  expect(sent[2]?.body).toEqual({ site: "site_1", locale: "en-US" });
  expect(told).toEqual(["jwt", "anonymous"]);
});

test("a reset in another tab is a reset here, without a second request", async () => {
  const { calls } = createFakeServer({ "POST /v1/chat": () => events(textReply("Hi!")) });
  const { root, errand } = embed();
  await errand("sendMessage", "Hello");
  await vi.waitFor(() => expect(root.querySelector(".user")).not.toBeNull());
  const otherTab = new BroadcastChannel("errand:site_1");
  otherTab.postMessage("reset");
  await vi.waitFor(() => expect(root.querySelector(".user")).toBeNull());
  otherTab.close();
  expect(calls()).toEqual(["POST /v1/sessions", "POST /v1/chat"]);
});

test("a reset in another tab takes what is half written here too", async () => {
  createFakeServer({ "POST /v1/chat": () => events(textReply("Hi!")) });
  const { root, errand } = embed();
  button(root, "Acme").click();
  await errand("sendMessage", "Hello");
  const field = root.querySelector("textarea");
  if (!field) throw new Error("there is no field to write in");
  field.value = "My card ends in";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await vi.waitFor(() => expect(sessionStorage.getItem("errand:site_1:draft")).toBe("My card ends in"));
  const otherTab = new BroadcastChannel("errand:site_1");
  otherTab.postMessage("reset");
  await vi.waitFor(() => expect(sessionStorage.getItem("errand:site_1:draft")).toBeNull());
  otherTab.close();
  await vi.waitFor(() => expect(field.value).toBe(""));
});

test("a verified visitor who leaves in another tab leaves on the server from here too", async () => {
  const { sent } = createFakeServer({ "POST /v1/sessions": () => verified() });
  const { errand } = embed();
  await errand("identify", HASH);
  const otherTab = new BroadcastChannel("errand:site_1");
  otherTab.postMessage("reset");
  await vi.waitFor(() =>
    expect(sent.at(-1)).toEqual({ call: "DELETE /v1/sessions/current", token: "session-of-42" }),
  );
  otherTab.close();
});

test("a session that arrives after the visitor has left is ended", async () => {
  const arrival = Promise.withResolvers<Response>();
  const { sent, calls } = createFakeServer({ "POST /v1/sessions": () => arrival.promise });
  const { errand } = embed();
  const identified = errand("identify", HASH).catch((error: unknown) => error);
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  await errand("resetUser");
  arrival.resolve(verified());
  expect(await identified).toMatchObject({ code: "unreachable" });
  expect(calls()).toEqual(["POST /v1/sessions", "DELETE /v1/sessions/current"]);
  expect(sent.at(-1)?.token).toBe("session-of-42");
});

/** A server whose claims are over for the session `session-1`, and not for what comes after it. */
function createServerWithEndedClaims(sessions: () => Response) {
  let attempt = 0;
  return createFakeServer({
    "POST /v1/sessions": () => (attempt++ ? sessions() : verified()),
    "POST /v1/chat": ({ token, query }) =>
      token === "session-of-42" && query === "?renewable=1"
        ? problem(401, "identity_expired", "The visitor's token has ended.")
        : events(textReply("Done.")),
  });
}

test("claims that are over in the middle of a conversation are renewed, and the message goes again", async () => {
  const fresh = () =>
    sessionAnswer({
      session: "session-fresh",
      visitor: { verification: "jwt", user_id: "42" },
      conversation: "cnv_another_one",
    });
  const { sent } = createServerWithEndedClaims(fresh);
  const getToken = vi.fn(async () => token(Date.now() / 1000 + 600));
  const { root, errand } = embed();
  await errand("identify", { getToken });
  await errand("sendMessage", "Where is my order?");
  await vi.waitFor(() => expect(root.textContent).toContain("Done."));
  expect(getToken).toHaveBeenCalledTimes(2);
  const chats = sent.filter(({ call }) => call === "POST /v1/chat");
  expect(chats.map(({ token, query }) => [token, query])).toEqual([
    ["session-of-42", "?renewable=1"],
    ["session-fresh", undefined],
  ]);
  expect(chats[1]?.body).toEqual(chats[0]?.body);
  expect(root.querySelectorAll(".user")).toHaveLength(1);
});

test.each([
  ["the page has none", () => verified(), true],
  ["the server refuses it", () => problem(401, "identity_expired", "It is too old."), false],
])("the conversation goes on with the old session when %s", async (_why, sessions, isPageEmpty) => {
  const { sent } = createServerWithEndedClaims(sessions);
  let asked = 0;
  const getToken = async () => {
    if (asked++ && isPageEmpty) throw new Error("signed out");
    return token(Date.now() / 1000 + 600);
  };
  const { root, errand } = embed();
  const failed = vi.fn();
  errand("on", "error", failed);
  await errand("identify", { getToken });
  await errand("sendMessage", "Where is my order?");
  await vi.waitFor(() => expect(root.textContent).toContain("Done."));
  expect(failed).toHaveBeenCalledTimes(1);
  const chats = sent.filter(({ call }) => call === "POST /v1/chat");
  expect(chats.map(({ token, query }) => [token, query])).toEqual([
    ["session-of-42", "?renewable=1"],
    ["session-of-42", undefined],
  ]);
});

test("a renewal that fails leaves the session as it is", async () => {
  vi.useFakeTimers({ now: new Date("2026-01-01T12:00:00Z"), toFake: ["setTimeout", "clearTimeout", "Date"] });
  const { calls } = createFakeServer({
    "POST /v1/sessions": () => verified(),
    "POST /v1/chat": () => events(textReply("Hi!")),
  });
  const getToken = vi.fn(async () => token(Date.now() / 1000 + 600));
  const { errand } = embed();
  await errand("identify", { getToken });
  getToken.mockRejectedValue(new Error("offline"));
  await vi.advanceTimersByTimeAsync(540_000);
  expect(getToken).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
  await errand("sendMessage", "Hello");
  expect(calls()).toEqual(["POST /v1/sessions", "POST /v1/chat"]);
});

test("a verified visitor is never kept in storage", async () => {
  createFakeServer({ "POST /v1/sessions": () => verified() });
  const { root, errand } = embed();
  button(root, "Acme").click();
  await errand("identify", HASH);
  expect(localStorage.length).toBe(0);
});
