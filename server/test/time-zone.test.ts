import { expect, it } from "vitest";
import { says } from "./scripted-model.ts";
import { useTurns } from "./turn-fixture.ts";

const fixture = useTurns();

/** The zone that the model was told of, after a message that names this one. */
async function zoneOf(timeZone?: string): Promise<unknown> {
  const { model, conversation } = fixture;
  model.steps.push(says("Hello."));
  const visitor = await fixture.openSession();
  const message = {
    id: `msg_zone_${model.asked.length}`,
    role: "user",
    parts: [{ type: "text", text: "hi" }],
  };
  const body = { id: `${conversation}_${model.asked.length}`, message, timeZone };
  await (await visitor.fetch("POST", "/v1/chat", body)).text();
  return model.asked.at(-1)?.providerOptions?.["errand"]?.["timeZone"];
}

it("the model is told the zone of the visitor's clock, else the site's, else none", async () => {
  expect(await zoneOf()).toBeUndefined();
  expect(await zoneOf("Asia/Baku")).toBe("Asia/Baku");
  const { errand, site } = fixture;
  await errand.admin("PATCH", `/sites/${site}`, { timeZone: "Europe/Helsinki" });
  expect(await zoneOf()).toBe("Europe/Helsinki");
  expect(await zoneOf("Asia/Baku")).toBe("Asia/Baku");
  expect(await zoneOf("Mars/Olympus")).toBe("Europe/Helsinki");
});

it("a site's zone is one that exists", async () => {
  const { errand, site } = fixture;
  const refused = errand.admin("PATCH", `/sites/${site}`, { timeZone: "Mars/Olympus" });
  await expect(refused).rejects.toThrow("must be a time zone, such as Asia/Baku or Europe/Berlin");
});
