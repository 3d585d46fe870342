import { expect, test } from "./fixtures.ts";

test("works under a policy that allows its host's scripts and connections and nothing else", async ({
  openPage,
  shop,
  chat,
}) => {
  const policy = `default-src 'none'; script-src ${shop.errand}; connect-src ${shop.errand}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`;
  await openPage({ body: "<h1>Strict</h1>", policy: `${policy}; img-src data:` });
  await chat.open();
  await chat.say("Where is my order ORD-1001?");
  await expect(chat.answers.last()).toContainText("in transit");
});

test("keeps its looks on a page whose style sheet shouts", async ({ openPage, chat }) => {
  const shout =
    "* { color: red !important; font-size: 60px !important; display: inline !important } button, textarea, section { position: static; transform: rotate(9deg) }";
  await openPage({ body: `<style>${shout}</style><h1>Hostile</h1>` });
  await chat.open();
  const box = await chat.panel.boundingBox();
  expect(box?.width).toBeLessThan(500);
  expect(await chat.field.evaluate((node) => getComputedStyle(node).fontSize)).not.toBe("60px");
});

const STUBS = [
  "var a = arguments; return new Promise(function (y, n) { (Errand.q = Errand.q || []).push([a, y, n]) })",
  "(Errand.q = Errand.q || []).push(arguments)",
];
for (const [index, stub] of STUBS.entries()) {
  const whose = ["the stub", "a stub that keeps the arguments alone"][index];
  test(`calls made before the script has loaded are carried out: ${whose}`, async ({
    openPage,
    chat,
    page,
  }) => {
    const calls =
      'Errand("on", "opened", function () { document.title = "Opened" }); Errand("open"); Errand("setLocale", "az");';
    await openPage({ body: `<script>window.Errand = function () { ${stub} }; ${calls}</script>` });
    await expect(chat.panel).toBeVisible();
    await expect(page).toHaveTitle("Opened");
    await expect(page.getByPlaceholder("Mesajınızı yazın…")).toBeVisible();
  });
}

test("a command that comes before the body does is carried out", async ({ page, openPage, shop, chat }) => {
  await page.route("**/slow.js", async (route) => {
    await chat.panel.waitFor({ state: "attached" });
    await route.fulfill({ contentType: "text/javascript", body: "" });
  });
  const tag = `<script async src="${shop.errand}/embed/${shop.site}.js"></script>`;
  const head = `<script>window.Errand = function () { ${STUBS[1]} }; Errand("open")</script>${tag}`;
  await openPage({
    body: `<!doctype html><html lang="en"><head>${head}<script src="/slow.js"></script></head>`,
  });
  await expect(chat.panel).toBeVisible();
});

test("the launcher stands where it stays, on a page from right to left too", async ({
  page,
  openPage,
  shop,
  chat,
  faults,
}) => {
  faults.foresee(/ERR_FAILED/);
  await page.route("**/panel-*.js", (route) => route.abort());
  const tag = `<script async src="${shop.errand}/embed/${shop.site}.js"></script>`;
  await openPage({ body: `<!doctype html><html lang="ar" dir="rtl"><title>سلام</title><body>${tag}` });
  expect((await chat.launcher.boundingBox())?.x).toBeGreaterThan(1_000);
});

test("a target that is no selector is told, and the launcher stands instead", async ({
  openPage,
  chat,
  faults,
}) => {
  faults.foresee(/data-target="#1chat" is not on this page/);
  await openPage({ body: "<h1>Inline</h1>", attributes: 'data-mode="inline" data-target="#1chat"' });
  await expect(chat.launcher).toBeVisible();
});

test("identify rejects with the server's code, without a proof too", async ({
  openPage,
  page,
  chat,
  faults,
}) => {
  faults.foresee(/status of 401 .*\/v1\/sessions/);
  await openPage({ body: "<h1>A page</h1>" });
  await expect(chat.launcher).toBeVisible();
  const identify = (proof: unknown) =>
    page.evaluate((given) => {
      const { Errand } = window as unknown as { Errand: (...call: unknown[]) => Promise<unknown> };
      return Errand("identify", given).then(
        () => "proved",
        (error: { code?: string; message: string }) => error.code ?? error.message,
      );
    }, proof);
  for (const nothing of [undefined, null, {}]) expect(await identify(nothing)).toBe("identity_missing");
  expect(await identify({ token: "a.b" })).toBe("identity_malformed");
});

test("the closed panel is laid out before the first click, unseen and out of reach", async ({
  openPage,
  page,
}) => {
  await openPage({ body: "<h1>A page</h1>" });
  const panel = page.locator("errand-chat .panel");
  await expect.poll(async () => (await panel.boundingBox())?.height).toBeGreaterThan(300);
  await expect(panel).toBeHidden();
  const reached = await panel.evaluate((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2)?.localName;
  });
  expect(reached).not.toBe("errand-chat");
});

test("a second script tag draws no second launcher", async ({ openPage, page, shop, chat }) => {
  const again = `<script async src="${shop.errand}/embed/${shop.site}.js?again"></script>`;
  await openPage({ body: again });
  await page.waitForLoadState("networkidle");
  await expect(chat.launcher).toHaveCount(1);
});

test("a suggestion on the shop's page is asked in the widget, and its call is shown with its proof", async ({
  page,
  shop,
  chat,
}) => {
  await page.goto(shop.url);
  await page.getByRole("button", { name: "Show my orders" }).click();
  await expect(chat.questions).toContainText("Show my orders");
  await expect(chat.cards).toHaveText([
    /ORD-1001.*in transit/,
    /ORD-1002.*processing/,
    /ORD-1003.*delivered/,
  ]);
  await expect(chat.answers.last()).toHaveText("Here you are.");
  const shown = page.getByRole("region", { name: "What our order API received" }).getByRole("listitem");
  await expect(shown).toHaveCount(1);
  await expect(shown).toContainText("GET/orders200");
  await expect(shown).toContainText("✓ verified");
  await expect(shown).toContainText(`…${shop.apiKey.slice(-4)}✓ accepted`);
  await expect(shown).not.toContainText(shop.apiKey);
});
