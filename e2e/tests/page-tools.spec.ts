import { expect, test } from "./fixtures.ts";

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
});
