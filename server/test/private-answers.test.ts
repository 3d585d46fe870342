import { afterAll, beforeAll, expect, it } from "vitest";
import { ADMIN_TOKEN, startErrand, type Errand } from "./errand.ts";

let errand: Errand;
beforeAll(async () => {
  errand = await startErrand();
});
afterAll(() => errand.close());

const PATHS = ["/v1/chats", "/admin/v1/me", "/admin/v1/sites/none", "/admin/v1/sites/none/config"];

it.each(PATHS)("an answer that is somebody's own is kept by no cache: %s", async (path) => {
  const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };
  const answer = await fetch(errand.url + path, { headers });
  expect(answer.headers.get("cache-control")).toBe("no-store");
});
