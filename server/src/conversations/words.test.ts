import { expect, it } from "vitest";
import { describeFailure, say } from "./words.ts";

const LANGUAGES = "az ru tr fi de es fr it pt nl pl uk ar he fa hi ja ko zh".split(" ");

it.each(LANGUAGES)("speaks %s, with the action's name in its place", (language) => {
  expect(say("working", language, "X-$&")).toContain("X-$&");
  expect(say("unknown", language)).not.toBe(say("unknown", "en"));
  expect(say("unknown", `${language}-XX`)).toBe(say("unknown", language));
});

it("speaks English where it has no other words", () => {
  expect(say("ok", "xx")).toBe("Done.");
});

it("says of a change whose answer never came that it may have gone through", () => {
  const told = { outcome: "timeout" } as const;
  expect(describeFailure(told, "de")).toBe("Der Dienst hat zu lange nicht geantwortet.");
  expect(describeFailure(told, "de", true)).toBe(
    "Der Dienst hat zu lange nicht geantwortet. Wir konnten nicht sehen, ob das geklappt hat. Bitte prüfen Sie es, bevor Sie es noch einmal versuchen.",
  );
});

it("tells a visitor of what only the owner can mend, and nothing more", () => {
  for (const outcome of ["blocked_address", "blocked_redirect", "definition_error"] as const)
    expect(describeFailure({ outcome }, "en")).toContain("not set up correctly");
});
