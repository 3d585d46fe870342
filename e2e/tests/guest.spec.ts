import type { Locator, Page } from "@playwright/test";
import { expect, test, type Fixtures } from "./fixtures.ts";

const QUESTION = "Where is my order ORD-1001?";

/** Keeps, outside of the page's reach, what its policy reports. */
const WATCH_POLICY = `document.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => document.violations.push(event.violatedDirective));`;
const violations = (page: Page) => page.evaluate<string[]>("document.violations");

/** Writes into the chat of a page in a sandboxed frame; answers the chat's element. */
async function sayInFrame(
  { page, openPage }: Pick<Fixtures, "openPage"> & { page: Page },
  sandbox: string,
  text: string,
): Promise<Locator> {
  const frame = `<iframe sandbox="${sandbox}" src="/framed" width="800" height="700" title="Framed"></iframe>`;
  await openPage({
    body: "<h1>Framed</h1>",
    pages: { "/outer": `<!doctype html><title>Outer</title><link rel=icon href=data:,>${frame}` },
  });
  await page.goto(new URL("/outer", page.url()).href);
  const host = page.frameLocator("iframe").locator("errand-chat");
  await host.locator(".launcher").click();
  await host.getByRole("textbox").fill(text);
  await host.getByRole("textbox").press("Enter");
  return host;
}

test("a policy for its scripts and connections alone has nothing to report", async ({
  page,
  openPage,
  shop,
  chat,
}) => {
  await page.addInitScript(WATCH_POLICY);
  const policy = `default-src 'none'; script-src ${shop.errand}; connect-src ${shop.errand}; img-src data:`;
  await openPage({ body: "<h1>Strict</h1>", policy });
  await chat.open();
  await chat.say(QUESTION);
  await expect(chat.answers.last()).toContainText("in transit");
  await expect(chat.actions.last()).toContainText("Done");
  expect(await violations(page)).toEqual([]);
});

test("Trusted Types find no string that becomes a script or HTML", async ({ page, openPage, chat }) => {
  await page.addInitScript(WATCH_POLICY);
  await openPage({
    body: "<h1>Trusted</h1>",
    policy: "require-trusted-types-for 'script'; trusted-types 'none'",
  });
  await chat.open();
  await chat.ask("**bold** and <b>markup</b>");
  await expect(chat.questions).toContainText("<b>markup</b>");
  expect(await violations(page)).toEqual([]);
});

test("a page that is zoomed shows the whole panel", async ({ page, openPage, chat }) => {
  await openPage({ body: "<style>html { zoom: 1.5 }</style><h1>Zoomed</h1>" });
  await chat.open();
  const box = await chat.panel.boundingBox();
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
});

test("an inline chat is as high as its target, whatever is said in it", async ({ page, openPage, chat }) => {
  const body = `<div id="chat" style="height: 440px"></div>`;
  await openPage({ body, attributes: 'data-mode="inline" data-target="#chat"' });
  const height = async () => (await chat.panel.boundingBox())?.height;
  await expect.poll(height).toBe(440);
  for (const text of [QUESTION, "Show my orders"]) await chat.ask(text);
  expect(await height()).toBe(440);
  const target = await page.locator("#chat").boundingBox();
  expect((await chat.field.boundingBox())?.y).toBeLessThan((target?.y ?? 0) + 440);
});

test("in a modal dialog the inline chat can be used", async ({ page, openPage, chat }) => {
  const body = `<dialog id="help"><div id="chat" style="height: 400px"></div></dialog>`;
  await openPage({ body, attributes: 'data-mode="inline" data-target="#chat"' });
  await expect(page.locator("dialog errand-chat")).toHaveCount(1);
  await page.evaluate(() => document.querySelector("dialog")?.showModal());
  await chat.say(QUESTION);
  await expect(chat.answers.last()).toContainText("in transit");
});

test("storage that is refused costs the memory and nothing else", async ({ page, openPage, chat }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      });
    }
  });
  await openPage({ body: "<h1>No storage</h1>" });
  await chat.open();
  await chat.say(QUESTION);
  await expect(chat.answers.last()).toContainText("in transit");
});

test("destroy leaves a page as it was", async ({ page, openPage, chat }) => {
  const inventory = () =>
    page.evaluate(() => ({
      html: document.documentElement.outerHTML,
      globals: Object.keys(window).sort(),
      inert: document.body.inert,
      adopted: document.adoptedStyleSheets.length,
    }));
  await openPage({
    body: "<h1>Clean</h1>",
    pages: { "/bare": "<!doctype html><title>Bare</title><link rel=icon href=data:,>" },
  });
  await chat.launcher.waitFor();
  await page.evaluate(() => document.querySelector("errand-chat")?.remove());
  const before = await inventory();
  await page.reload();
  await chat.open();
  await chat.say(QUESTION);
  await expect(chat.answers.last()).toContainText("in transit");
  const heard = await page.evaluate(async () => {
    const said: string[] = [];
    void window.Errand?.("on", "opened", () => said.push("opened"));
    await window.Errand?.("destroy");
    dispatchEvent(new CustomEvent("errand:opened"));
    return said;
  });
  expect(heard).toEqual([]);
  expect(await inventory()).toEqual({
    ...before,
    globals: before.globals.filter((name) => name !== "Errand"),
  });
});

test("a second site on the page is refused in one sentence", async ({
  page,
  openPage,
  shop,
  chat,
  faults,
}) => {
  faults.foresee(/runs here, site_other was left out/);
  await openPage({ body: "<h1>Two sites</h1>" });
  await chat.launcher.waitFor();
  const script = await (await page.request.get(`${shop.errand}/embed/${shop.site}.js`)).text();
  const url = `${shop.errand}/embed/site_other.js`;
  await page.route(url, (route) =>
    route.fulfill({ contentType: "text/javascript", body: script.replaceAll(shop.site, "site_other") }),
  );
  await page.addScriptTag({ url });
  await expect(chat.launcher).toHaveCount(1);
  expect(await page.evaluate(() => window.Errand?.site)).toBe(shop.site);
});

test("in a sandboxed frame without an origin the chat says that it cannot be reached from there", async ({
  page,
  openPage,
  faults,
}) => {
  faults.foresee(/CORS|Failed to load resource|ERR_FAILED/);
  const host = await sayInFrame({ page, openPage }, "allow-scripts", "Hello?");
  await expect(host.locator(".message.user")).toContainText("Hello?");
});

test("in a sandboxed frame of its own origin it works", async ({ page, openPage, faults }) => {
  faults.foresee(/can escape its sandboxing/);
  const host = await sayInFrame({ page, openPage }, "allow-scripts allow-same-origin", QUESTION);
  await expect(host.locator(".message.assistant .bubble:not(.streaming)").last()).toContainText("in transit");
});
