import { expect, test } from "./fixtures.ts";

test("a call that the visitor leaves in its middle is answered by the next page, as not known", async ({
  page,
  openPage,
  chat,
}) => {
  await openPage({ body: "<h1>Tools</h1>" });
  await chat.launcher.waitFor();
  await page.evaluate(async () => {
    await window.Errand?.("registerTools", {
      switch_theme: {
        description: "Switch the page to dark colours",
        parameters: { type: "object", properties: {} },
        execute: () => {
          document.documentElement.dataset["theme"] = "dark";
          return new Promise(() => {});
        },
      },
    });
  });
  await chat.open();
  await chat.say("Switch the page to dark colours");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const answer = page.waitForRequest((request) => request.url().endsWith("/v1/chat"));
  await page.reload();
  const { message } = (await answer).postDataJSON() as { message: { parts: object[] } };
  expect(message.parts).toEqual([
    expect.objectContaining({
      toolName: "switch_theme",
      state: "output-error",
      errorText: "The visitor left the page before it answered. Whether it was done is not known.",
    }),
  ]);
  await expect(chat.actions).toHaveCount(1);
  await expect(chat.actions).toHaveClass(/failed/);
  await expect(chat.answers.last()).not.toBeEmpty();
  await expect(chat.idle).toBeVisible();
  expect(
    await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.endsWith(":calls"))),
  ).toEqual([]);
});

test("the assistant calls a function of the page and goes on with what it answered", async ({
  page,
  openPage,
  chat,
}) => {
  await openPage({ body: "<h1>Tools</h1>" });
  await chat.launcher.waitFor();
  await page.evaluate(async () => {
    await window.Errand?.("registerTools", {
      switch_theme: {
        description: "Switch the page to dark colours",
        parameters: { type: "object", properties: {} },
        execute: () => {
          document.documentElement.dataset["theme"] = "dark";
          return { theme: "dark" };
        },
      },
    });
  });
  await chat.open();
  await chat.say("Switch the page to dark colours");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(chat.idle).toBeVisible();
  await expect(chat.actions.last()).toContainText("Done");
  expect(
    await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.endsWith(":calls"))),
  ).toEqual([]);
});
