import { afterAll, beforeAll, expect, it } from "vitest";
import type { ConversationPage } from "@errand/shared/conversation-view";
import { SignJWT } from "jose";
import { createHmac } from "node:crypto";
import { createSecret, createSite, openSession, startErrand, type Errand } from "./errand.ts";
import { createScriptedModel } from "./scripted-model.ts";

let errand: Errand;
let site: string;

beforeAll(async () => {
  errand = await startErrand({ models: createScriptedModel() });
  site = await createSite(errand);
});
afterAll(() => errand.close());

const visitorOf = async (id: string) => {
  const page = await errand.admin<ConversationPage>("GET", `/sites/${site}/conversations`);
  return page.items.find((item) => item.id === id)?.visitor;
};

it("tells the owner how the visitor of a conversation was verified, and what was proved", async () => {
  const key = new TextEncoder().encode(await createSecret(errand, site, "jwt"));
  const token = await new SignJWT({ email: "ada@example.com", plan: "gold", aud: site })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject("ada-1")
    .setIssuedAt()
    .setExpirationTime("10 min")
    .sign(key);
  const anonymous = await openSession(errand, site);
  await anonymous.say("cnv_visitor_1", "Hello");
  expect(await visitorOf("cnv_visitor_1")).toEqual({
    verification: "anonymous",
    proved: [],
    declared: [],
    at: null,
  });
  await openSession(errand, site, { identity: { token }, previous: anonymous.session.session });
  expect(await visitorOf("cnv_visitor_1")).toEqual({
    verification: "jwt",
    user_id: "ada-1",
    user_email: "ada@example.com",
    proved: ["user_id", "user_email", "plan"],
    declared: [],
    at: expect.stringMatching(/Z$/),
  });
});

it("marks as declared what a user hash does not prove", async () => {
  const secret = await createSecret(errand, site, "user_hash");
  const user_hash = createHmac("sha256", secret).update("bob").digest("hex");
  const identity = { user_id: "bob", user_hash, user_name: "Bob" };
  const visitor = await openSession(errand, site, { identity });
  await visitor.say("cnv_visitor_2", "Hello");
  expect(await visitorOf("cnv_visitor_2")).toMatchObject({
    verification: "user_hash",
    user_id: "bob",
    user_name: "Bob",
    proved: ["user_id"],
    declared: ["user_name"],
  });
});
