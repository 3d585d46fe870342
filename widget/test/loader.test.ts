import { describe, expect, test, vi } from "vitest";
import type { Errand } from "../src/errand.ts";
import { createFakeServer, events, problem, textReply } from "./fake-server.ts";
import { button, embed, textOf } from "./page.ts";

type Call = [unknown[], (value: unknown) => void, (reason: unknown) => void];

/** The queue stub of the README. */
function stub(): Errand {
  const errand = (...args: unknown[]) =>
    new Promise((resolve, reject) => {
      const current = window.Errand as unknown as { q?: { push: (call: Call) => unknown } };
      const queue: Call[] = [];
      (current.q ??= queue).push([args, resolve, reject]);
    });
  return (window.Errand = errand as unknown as Errand);
}

test("calls made before the script has loaded are carried out in their order", async () => {
  const { sent } = createFakeServer({ "POST /v1/chat": () => events(textReply("Hi!")) });
  const early = stub();
  const locale = early("setLocale", "az");
  const message = early("sendMessage", "Salam");
  const ready = vi.fn();
  const subscribed = early("on", "ready", ready) as unknown as Promise<() => void>;
  const { root } = embed();
  await Promise.all([locale, message, subscribed]);
  expect(sent[0]?.body).toMatchObject({ locale: "az" });
  expect(ready).toHaveBeenCalledTimes(1);
  // A reference to the stub that the page kept works on.
  await early("setLocale", "en");
  expect(button(root, "Close chat").ariaLabel).toBe("Close chat, Acme");
});

test("nothing is asked of the server and nothing is stored before the visitor opens the panel", async () => {
  const { calls } = createFakeServer({});
  const { root, errand } = embed();
  await errand("setLocale", "en");
  button(root, "Open chat").focus();
  expect(calls()).toEqual([]);
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  button(root, "Open chat").click();
  await vi.waitFor(() => expect(Object.keys(localStorage)).toEqual(["errand:site_1"]));
  expect(calls()).toEqual(["POST /v1/sessions"]);
});

test("the focus goes to the launcher when the panel closes, and not before", async () => {
  createFakeServer({});
  const { root, host, errand } = embed();
  await errand("setLocale", "en");
  expect(document.activeElement).toBe(document.body);
  await errand("open");
  root.querySelector("textarea")?.focus();
  root.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  expect(document.activeElement).toBe(host);
  expect(root.activeElement).toBe(root.querySelector(".launcher"));
});

test("a page that opens the panel itself is not the visitor's interaction", async () => {
  const { calls } = createFakeServer({});
  await embed().errand("open");
  await vi.waitFor(() => expect(calls()).toEqual(["POST /v1/sessions"]));
  expect(localStorage.length).toBe(0);
});

test("events come to listeners and to the window, until unsubscribed", async () => {
  createFakeServer({});
  const { errand } = embed();
  const [listener, onWindow] = [vi.fn(), vi.fn()];
  addEventListener("errand:opened", onWindow);
  const stop = errand("on", "opened", listener);
  await errand("open");
  await errand("close");
  stop();
  await errand("open");
  removeEventListener("errand:opened", onWindow);
  expect(listener).toHaveBeenCalledTimes(1);
  expect(onWindow).toHaveBeenCalledTimes(2);
  expect(errand("on", "closed", listener)).toBeTypeOf("function");
});

test("a second script of the same site changes nothing", () => {
  const { errand } = embed();
  embed();
  expect(window.Errand).toBe(errand);
  expect(document.querySelectorAll("errand-chat")).toHaveLength(1);
});

test("a second site on one page is refused with a sentence on the console", () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  embed();
  embed({}, { site: "site_2" });
  expect(said.mock.calls).toEqual([["Errand: site_1 runs here, site_2 was left out."]]);
  expect(document.querySelectorAll("errand-chat")).toHaveLength(1);
  said.mockRestore();
});

test("the words follow the locale, and what has no words falls back to the site's language", async () => {
  createFakeServer({});
  const { root, host, errand } = embed({ locale: "az" });
  await errand("open");
  await vi.waitFor(() => expect(textOf(root)).toBe("Salam!Sifarişim haradadır?"));
  expect(root.querySelector("textarea")?.placeholder).toBe("Mesajınızı yazın…");
  await errand("setLocale", "ar-EG");
  await vi.waitFor(() => expect(textOf(root)).toBe("Hello!Where is my order?"));
  expect([host.lang, host.dir]).toEqual(["ar-EG", "rtl"]);
  await expect(errand("setLocale", "not a tag")).rejects.toThrow('not a tag is no language tag such as "az"');
});

describe("a site that speaks more languages than its script carries", () => {
  const TEXTS = { greeting: { en: "Hello!", az: "Salam!" }, starters: [{ en: "Where?", az: "Harada?" }] };
  const CARRIED = { greeting: "Hello!", starters: ["Where?"], texts: "/embed/site_1.json" };
  const serve = () => createFakeServer({ "GET /embed/site_1.json": () => Response.json(TEXTS) });

  test("says its texts in the visitor's, once the panel has been fetched", async () => {
    const { calls } = serve();
    const { root, errand } = embed({ locale: "az" }, CARRIED);
    await errand("close");
    expect(calls()).toEqual(["GET /embed/site_1.json"]);
    await errand("open");
    await vi.waitFor(() => expect(textOf(root)).toBe("Salam!Harada?"));
    await errand("setLocale", "en");
    await vi.waitFor(() => expect(textOf(root)).toBe("Hello!Where?"));
    await errand("setLocale", "az-AZ");
    await vi.waitFor(() => expect(textOf(root)).toBe("Salam!Harada?"));
    expect(calls().filter((call) => call.endsWith(".json"))).toHaveLength(1);
  });

  test("asks for nothing in its own", async () => {
    const { calls } = serve();
    const { root, errand } = embed({ locale: "en-GB" }, CARRIED);
    await errand("open");
    await vi.waitFor(() => expect(textOf(root)).toBe("Hello!Where?"));
    expect(calls()).not.toContain("GET /embed/site_1.json");
  });

  test("has English texts fetched where another language is its own", async () => {
    serve();
    const own = { ...CARRIED, locale: "az", greeting: "Salam!", starters: ["Harada?"] };
    const { root, errand } = embed({ locale: "en" }, own);
    await errand("open");
    await vi.waitFor(() => expect(textOf(root)).toBe("Hello!Where?"));
    expect(root.querySelector("textarea")?.placeholder).toBe("Write a message…");
  });

  test("says its own where the others cannot be had", async () => {
    createFakeServer({ "GET /embed/site_1.json": () => problem(404, "not_found", "There is no such site.") });
    const { root, errand } = embed({ locale: "az" }, CARRIED);
    await errand("open");
    await vi.waitFor(() => expect(root.querySelector("textarea")?.placeholder).toBe("Mesajınızı yazın…"));
    expect(textOf(root)).toBe("Hello!Where?");
  });

  test("leaves what the page has changed", async () => {
    serve();
    const { root, errand } = embed({}, CARRIED);
    await errand("update", { greeting: "Welcome back!" });
    await errand("setLocale", "az");
    await errand("open");
    await vi.waitFor(() => expect(textOf(root)).toBe("Welcome back!Harada?"));
  });
});

test("an inline widget fills its target and waits for the visitor before it asks the server", async () => {
  const { calls } = createFakeServer({});
  const place = document.createElement("div");
  place.id = "help";
  document.body.append(place);
  const { root, host } = embed({ mode: "inline", target: "#help" });
  await vi.waitFor(() => expect(place.contains(host)).toBe(true));
  await vi.waitFor(() => expect(root.querySelector(".panel")?.getAttribute("role")).toBe("region"));
  expect(root.querySelector(".launcher")).toBeNull();
  expect(calls()).toEqual([]);
  root.querySelector("textarea")?.focus();
  await vi.waitFor(() => expect(calls()).toEqual(["POST /v1/sessions"]));
  place.remove();
});

test("appearance changes while the widget runs", async () => {
  const { root, host, errand } = embed({ position: "right" }, { side: "left" });
  await errand("update", { name: "Acme Help", color: "#ffffff" });
  expect(host.dataset.side).toBe("right");
  expect(["--accent", "--on-accent"].map((name) => host.style.getPropertyValue(name))).toEqual([
    "#ffffff",
    "#000",
  ]);
  await vi.waitFor(() => expect(root.querySelector("h2")?.textContent).toBe("Acme HelpVirtual assistant"));
});

test("hide and show take the whole widget away and back", async () => {
  createFakeServer({});
  const { host, errand } = embed();
  await errand("open");
  await errand("hide");
  expect(host.hidden).toBe(true);
  await errand("show");
  expect(host.hidden).toBe(false);
});

test("destroy leaves nothing on the page", async () => {
  await embed().errand("destroy");
  expect(document.querySelector("errand-chat")).toBeNull();
  expect(window.Errand).toBeUndefined();
});

test("an unknown command is refused with the names of those there are", async () => {
  const { errand } = embed();
  const call = errand as unknown as (command: string) => Promise<void>;
  await expect(call("opne")).rejects.toThrow(/^Errand: "opne" is none of open,close,toggle,/);
});

describe("what a command cannot use is refused in a sentence", () => {
  const bad: [command: string, argument: unknown, sentence: string][] = [
    ["sendMessage", undefined, "Errand: sendMessage takes a text, not undefined."],
    ["setLocale", "english!", 'Errand: english! is no language tag such as "az".'],
    ["update", undefined, 'Errand: update takes settings such as { name: "Acme" }, not undefined.'],
    ["update", { colour: "#fff000" }, 'Errand: update has no setting "colour", only name,color,side,theme,'],
    ["update", { color: "red" }, 'Errand: update takes for color a colour such as "#1f6b4f", not "red".'],
    ["update", { side: "top" }, 'Errand: update takes for side "left" or "right", not "top".'],
    ["update", { theme: "auto" }, "Errand: update takes for theme "],
    ["update", { avatarUrl: "javascript:alert(1)" }, "Errand: update takes for avatarUrl "],
    ["update", { starters: "Where?" }, "Errand: update takes for starters a list of texts"],
    ["update", { starters: [{ en: 1 }] }, 'not [{"en":1}].'],
    ["update", { greeting: null }, "Errand: update takes for greeting a text, or texts by language"],
    ["update", { sound: "on" }, 'Errand: update takes for sound true or false, not "on".'],
    ["registerTools", undefined, "Errand: registerTools takes tools by name, not undefined."],
  ];
  test.each(bad)("%s %j", async (command, argument, sentence) => {
    const { errand } = embed();
    const call = errand as unknown as (command: string, argument: unknown) => Promise<void>;
    await expect(call(command, argument)).rejects.toThrow(sentence);
  });

  test("what stands beside a setting that is refused is not changed", async () => {
    const { root, errand } = embed();
    const call = errand as unknown as (command: string, argument: unknown) => Promise<void>;
    await expect(call("update", { name: "Other", side: "top" })).rejects.toThrow("side");
    await errand("open").catch(() => {});
    await vi.waitFor(() => expect(root.querySelector("h2")?.textContent).toContain("Acme"));
  });
});
