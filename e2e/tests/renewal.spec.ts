import { SignJWT } from "jose";
import { expect, test } from "./fixtures.ts";

const QUESTION = "Where is my order ORD-1001?";

test("a token that ends in a conversation is asked for again, and the message goes once more", async ({
  page,
  openPage,
  shop,
  chat,
  faults,
}) => {
  // Without the file that renews ahead of time, it is the next request that finds out.
  faults.foresee(/renewal-.*ERR_FAILED|ERR_FAILED.*renewal-|status of 401/);
  await page.route("**/renewal-*.js", (route) => route.abort());
  const created = await fetch(`${shop.errand}/admin/v1/sites/${shop.site}/identity-secrets`, {
    method: "POST",
    headers: { authorization: `Bearer ${shop.adminToken}`, "content-type": "application/json" },
    body: JSON.stringify({ kind: "jwt" }),
  });
  const { secret } = (await created.json()) as { secret: string };
  const sign = (secondsToLive: number) =>
    new SignJWT({ sub: "cus_4821", email: "aysel@example.com" })
      .setProtectedHeader({ alg: "HS256" })
      .setExpirationTime(new Date(Date.now() + secondsToLive * 1000))
      .sign(new TextEncoder().encode(secret));
  let asked = 0;
  // The first one is over, by less than clocks may differ.
  await page.exposeFunction("signToken", () => sign(asked++ ? 600 : -5));
  await page.addInitScript("window.errandSettings = { getToken: () => window.signToken() }");
  const answers: [address: string, status: number, body: string | null][] = [];
  page.on("response", (response) => {
    const { pathname, search } = new URL(response.url());
    if (pathname === "/v1/chat" && response.request().method() === "POST")
      answers.push([pathname + search, response.status(), response.request().postData()]);
  });
  await openPage({ body: "<h1>Signed in</h1>" });
  await chat.open();
  await chat.say(QUESTION);
  await expect(chat.answers.last()).toContainText("in transit");

  expect(asked).toBe(2);
  expect(answers.map(([address, status]) => [address, status])).toEqual([
    ["/v1/chat?renewable=1", 401],
    ["/v1/chat", 200],
  ]);
  expect(answers[1]?.[2]).toBe(answers[0]?.[2]);
  await expect(chat.questions).toHaveCount(1);
  expect(shop.log.entries).toHaveLength(1);
  expect(shop.log.entries[0]?.headers).toMatchObject({
    "x-user-id": "cus_4821",
    "x-user-verified": "user_id, user_email",
  });
});
