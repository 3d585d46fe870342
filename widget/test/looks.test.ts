import { expect, test, vi } from "vitest";
import { createFakeServer, events, json, sessionAnswer, textReply } from "./fake-server.ts";
import { button, embed } from "./page.ts";

/** Counts the notes that are begun. */
function listenForSound(): { notes: number } {
  const heard = { notes: 0 };
  const node = { connect() {}, stop() {}, frequency: {}, start: () => heard.notes++ };
  class Context {
    currentTime = 0;
    createGain = () => ({
      connect() {},
      gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} },
    });
    createOscillator = () => ({ ...node });
  }
  vi.stubGlobal("AudioContext", Context);
  return heard;
}

test("a reply that the visitor does not see is heard where the owner wants it, and only then", async () => {
  createFakeServer({ "POST /v1/chat": () => events(textReply("Hi!")) });
  const heard = listenForSound();
  const { errand } = embed({ mode: "none" }, { sound: true });
  await errand("sendMessage", "Hello");
  await vi.waitFor(() => expect(heard.notes).toBe(2));
  await errand("open");
  await errand("sendMessage", "Hello again");
  await errand("close");
  await errand("destroy");

  const { errand: silent } = embed({ mode: "none" });
  await silent("sendMessage", "Hello");
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(heard.notes).toBe(2);
});

test("the owner's theme is kept, also when it changes", async () => {
  createFakeServer({});
  const { host, errand } = embed({}, { theme: "dark" });
  await errand("setLocale", "en");
  expect(host.style.getPropertyValue("--scheme")).toBe("dark");
  await errand("update", { theme: "light" });
  expect(host.style.getPropertyValue("--scheme")).toBe("light");
});

test("a launcher with a label says it in the visitor's language, as part of its name", async () => {
  createFakeServer({});
  const { root, errand } = embed({}, { launcher: "Chat with us" });
  const launcher = root.querySelector("button");
  expect(launcher?.textContent).toBe("Chat with us");
  await errand("setLocale", "fi");
  expect(launcher?.textContent).toBe("Kysy meiltä");
  expect(launcher?.ariaLabel).toBe("Kysy meiltä, Acme");
});

test("a picture that cannot be shown leaves the first letter", async () => {
  createFakeServer({});
  const { root, errand } = embed({}, { avatarUrl: "https://shop.example/a.png" });
  await errand("setLocale", "en");
  const picture = root.querySelector<HTMLImageElement>(".avatar img");
  expect([picture?.src, picture?.alt]).toEqual(["https://shop.example/a.png", ""]);
  picture?.dispatchEvent(new Event("error"));
  expect(picture?.hidden).toBe(true);
  expect(root.querySelector(".avatar")?.textContent).toBe("A");
});

test("a new day in the conversation is named, and a pause shows the time alone", async () => {
  const at = (id: string, minutesAgo: number) => ({
    id,
    role: "user",
    parts: [{ type: "text", text: "Hi" }],
    metadata: { createdAt: new Date(Date.now() - minutesAgo * 60_000).toISOString() },
  });
  createFakeServer({
    "POST /v1/sessions": () => sessionAnswer({ conversation: "cnv_1" }),
    "GET /v1/chat/:id": () =>
      json({ id: "cnv_1", messages: [at("msg_1", 24 * 60 + 40), at("msg_2", 24 * 60 + 20), at("msg_3", 0)] }),
  });
  vi.useFakeTimers({ now: new Date("2026-03-15T12:00:00"), toFake: ["Date"] });
  const { root, errand } = embed();
  await errand("open");
  await vi.waitFor(() => expect(root.querySelectorAll("time")).toHaveLength(3));
  vi.useRealTimers();
  expect([...root.querySelectorAll("time")].map(({ textContent }) => textContent?.trim())).toEqual([
    "yesterday 11:20 AM",
    "11:40 AM",
    "today 12:00 PM",
  ]);
});

test("whoever says no is asked why, once", async () => {
  const { sent } = createFakeServer({
    "POST /v1/chat": () => events(textReply("Hi!")),
    "POST /v1/chat/:id/feedback": () => new Response(null, { status: 204 }),
  });
  const { root, errand } = embed();
  await errand("sendMessage", "Hello");
  await vi.waitFor(() => expect(root.querySelector(".feedback")).not.toBeNull());
  button(root, "Not helpful").click();
  await vi.waitFor(() => expect(root.querySelector(".feedback form")).not.toBeNull());
  const field = root.querySelector<HTMLTextAreaElement>(".feedback textarea");
  const form = root.querySelector<HTMLFormElement>(".feedback form");
  form?.requestSubmit();
  if (field) field.value = " Too short. ";
  form?.requestSubmit();
  await vi.waitFor(() => expect(root.querySelector(".feedback form")).toBeNull());
  expect(sent.filter(({ call }) => call.endsWith("/feedback")).map(({ body }) => body)).toEqual([
    { messageId: "msg_reply", value: "down" },
    { messageId: "msg_reply", value: "down", comment: "Too short." },
  ]);
});
