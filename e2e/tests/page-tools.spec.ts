import type { Page } from "@playwright/test";
import { expect, test, type Fixtures } from "./fixtures.ts";

type Visit = Pick<Fixtures, "openPage" | "chat"> & { page: Page };

/** Has the assistant call a function of the page that makes it dark, and then answers or never does. */
async function goDark({ page, openPage, chat }: Visit, { answers }: { answers: boolean }): Promise<void> {
  await openPage({ body: "<h1>Tools</h1>" });
  await chat.launcher.waitFor();
  await page.evaluate(async (isAnswered) => {
    await window.Errand?.("registerTools", {
      switch_theme: {
        description: "Switch the page to dark colours",
        parameters: { type: "object", properties: {} },
        execute: () => {
          document.documentElement.dataset["theme"] = "dark";
          return isAnswered ? { theme: "dark" } : new Promise(() => {});
        },
      },
    });
  }, answers);
  await chat.open();
  await chat.say("Switch the page to dark colours");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
}

/** Names under which the tab keeps calls that are under way. */
const keptCalls = (page: Page) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.endsWith(":calls")));

test("a call that the visitor leaves in its middle is answered by the next page, as not known", async ({
  page,
  openPage,
  chat,
}) => {
  await goDark({ page, openPage, chat }, { answers: false });
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
  await expect.poll(() => keptCalls(page)).toEqual([]);
});

test("the assistant calls a function of the page and goes on with what it answered", async ({
  page,
  openPage,
  chat,
}) => {
  await page.addInitScript(() => {
    const told: string[] = [];
    for (const name of ["action-start", "action-end"])
      addEventListener(`errand:${name}`, () => {
        told.push(name);
        document.documentElement.dataset["told"] = told.join();
      });
  });
  await goDark({ page, openPage, chat }, { answers: true });
  await expect(chat.idle).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-told", "action-start,action-end");
  await expect(chat.actions.last()).toContainText("Done");
  await expect.poll(() => keptCalls(page)).toEqual([]);
});
