import { expect, type Locator, type Page } from "@playwright/test";

/** The widget as a visitor sees it. */
export interface Chat {
  launcher: Locator;
  panel: Locator;
  field: Locator;
  thread: Locator;
  /** Everything said, the greeting first once something was. */
  messages: Locator;
  /** The greeting before anything was said. */
  welcome: Locator;
  /** The button to send with; while a reply is on its way another stands there. */
  idle: Locator;
  /** The visitor's own messages. */
  questions: Locator;
  /** The assistant's whole bubbles, the greeting first once something was said. */
  answers: Locator;
  /** What actions found, drawn. */
  cards: Locator;
  /** The card that waits for the visitor's word. */
  approval: Locator;
  /** Progress and receipts of runs. */
  actions: Locator;
  open: () => Promise<void>;
  say: (text: string) => Promise<void>;
  /** Says something, and waits until the reply has ended. */
  ask: (text: string) => Promise<void>;
}

export function chatOn(page: Page): Chat {
  const host = page.locator("errand-chat");
  const panel = host.locator(".panel");
  const launcher = host.locator(".launcher");
  const field = panel.locator(".composer").getByRole("textbox");
  /** On a page after one where it was left open, the panel opens by itself. */
  const opensByItself = () =>
    page.evaluate(() => {
      try {
        return Object.keys(sessionStorage).some((key) => /^errand:.*:open$/.test(key));
      } catch {
        return false;
      }
    });
  const open = async () => {
    if (!(await opensByItself())) await launcher.click();
    await field.waitFor();
  };
  const messages = panel.locator(".message");
  const questions = panel.locator(".message.user");
  const idle = panel.locator(".composer [type=submit]");
  const say = async (text: string) => {
    await field.fill(text);
    await field.press("Enter");
  };
  return {
    launcher,
    panel,
    field,
    thread: panel.getByRole("log"),
    messages,
    welcome: panel.locator(".welcome"),
    idle,
    questions,
    answers: panel.locator(".message.assistant .bubble:not(.streaming)"),
    cards: panel.locator(".cards .card"),
    approval: panel.locator(".approval"),
    actions: panel.locator(".action"),
    open,
    say,
    ask: async (text) => {
      const before = await questions.count();
      await say(text);
      await expect(questions).toHaveCount(before + 1);
      await expect(messages.last()).toHaveClass(/assistant/);
      await expect(idle).toBeVisible();
    },
  };
}
