import { expect, test } from "./fixtures.ts";

const QUESTION = "Where is my order ORD-1001?";

test("Enter in the middle of a composition sends nothing, the next one does", async ({
  page,
  openPage,
  chat,
}) => {
  await openPage({ body: "<h1>Input method</h1>" });
  await chat.open();
  await chat.field.focus();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Input.imeSetComposition", { text: "ちゅうもん", selectionStart: 5, selectionEnd: 5 });
  await expect(chat.field).toHaveValue("ちゅうもん");
  await chat.field.evaluate((field) =>
    field.addEventListener("keydown", (event) => {
      const { key, isComposing } = event as KeyboardEvent;
      field.dataset["heard"] = `${key} ${isComposing}`;
    }),
  );
  // What a browser tells of a key that goes to the input method.
  await cdp.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Enter", windowsVirtualKeyCode: 229 });
  await expect(chat.field).toHaveAttribute("data-heard", "Enter true");
  await cdp.send("Input.insertText", { text: "注文" });
  await expect(chat.field).toHaveValue("注文");
  await expect(chat.questions).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(chat.questions).toHaveText([/注文/]);
});

test("lines that are pasted stay lines, and rich text comes as plain", async ({
  page,
  openPage,
  chat,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openPage({ body: "<h1>Paste</h1>" });
  await chat.open();
  await page.evaluate(async () => {
    const entry = (type: string, text: string) => ({ [type]: new Blob([text], { type }) });
    const html = "<b>First</b><img src=x><ul><li>second</li></ul>";
    await navigator.clipboard.write([
      new ClipboardItem({ ...entry("text/plain", "First\nsecond\n\nfourth"), ...entry("text/html", html) }),
    ]);
  });
  await chat.field.focus();
  const before = (await chat.field.boundingBox())?.height ?? 0;
  await page.keyboard.press("ControlOrMeta+V");
  await expect(chat.field).toHaveValue("First\nsecond\n\nfourth");
  await expect.poll(async () => (await chat.field.boundingBox())?.height).toBeGreaterThan(before * 2);
  await expect(chat.questions).toHaveCount(0);
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("fifth");
  await page.keyboard.press("Enter");
  const bubble = chat.questions.locator(".bubble");
  await expect(bubble).toHaveText("First\nsecond\n\nfourth\nfifth", { useInnerText: true });
  await expect(bubble.locator("b, img, ul")).toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the on-screen keyboard leaves the field and the newest message in view", async ({
    page,
    openPage,
    chat,
  }) => {
    await openPage({ body: "<h1>Phone</h1>" });
    await chat.open();
    for (const text of [QUESTION, "Show my orders", QUESTION]) await chat.ask(text);
    // A keyboard takes away from the visual viewport alone (CSSOM View §11); a browser without one is told that it did.
    const keyboard = (height: number, offsetTop: number) =>
      page.evaluate(
        (size) => {
          for (const [name, value] of Object.entries(size)) {
            Object.defineProperty(visualViewport, name, { value, configurable: true });
          }
          visualViewport?.dispatchEvent(new Event("resize"));
        },
        { height, offsetTop },
      );
    for (const [height, offsetTop] of [
      [420, 0],
      [420, 160],
    ] as const) {
      await keyboard(height, offsetTop);
      const within = async (part: typeof chat.field) => {
        const box = await part.boundingBox();
        return box && box.y >= offsetTop && box.y + box.height <= offsetTop + height;
      };
      await expect.poll(() => within(chat.field)).toBe(true);
      await expect.poll(() => within(chat.panel.locator(".header"))).toBe(true);
      await expect.poll(() => within(chat.answers.last())).toBe(true);
    }
    await keyboard(844, 0);
    await expect.poll(async () => (await chat.panel.boundingBox())?.height).toBe(844);
  });
});
