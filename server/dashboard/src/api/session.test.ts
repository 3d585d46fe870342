import { describe, expect, test } from "vitest";
import { ApiError } from "./api-error.ts";
import { createOwnerApi } from "./owner-api.ts";
import { type Fetch, createSession } from "./session.ts";

interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
}

/** A fetch that answers from a list, in order, and keeps what was sent. */
function fakeFetch(...answers: [status: number, body?: unknown][]) {
  const sent: Sent[] = [];
  const fetch: Fetch = async (url, { method, headers, body }) => {
    const json: unknown = body ? JSON.parse(body) : undefined;
    sent.push({ method, url, headers: Object.fromEntries(headers), body: json });
    const answer = answers.shift();
    if (!answer) throw new TypeError(`nothing answers ${method} ${url}`);
    const [status, value] = answer;
    return new Response(value === undefined ? null : JSON.stringify(value), { status });
  };
  return { fetch, sent };
}

function createMark(isSet = true) {
  return {
    isSet: () => isSet,
    set: () => void (isSet = true),
    name: () => undefined,
    clear: () => void (isSet = false),
  };
}

const OWNER = { name: "owner", role: "owner", csrfToken: "token-1" };
const SIGNED_OUT = { type: "about:blank", title: "Sign in first.", status: 401, code: "unauthorized" };
const ACCEPT = { accept: "application/json" };

describe("signing in", () => {
  test("asks who is signed in, and is signed out on 401", async () => {
    const { fetch, sent } = fakeFetch([401, SIGNED_OUT]);
    const client = createSession({ fetch, mark: createMark() });
    await client.start();
    expect(client.session.value).toEqual({ status: "signed-out" });
    expect(sent).toEqual([{ method: "GET", url: "/admin/v1/me", headers: ACCEPT, body: undefined }]);
  });

  test("asks nothing in a browser that never signed in", async () => {
    const { fetch, sent } = fakeFetch();
    const client = createSession({ fetch, mark: createMark(false) });
    await client.start();
    expect([client.session.value, sent]).toEqual([{ status: "signed-out" }, []]);
  });

  test("asks again after a reload until it signs out", async () => {
    const { fetch, sent } = fakeFetch([200, OWNER], [200, OWNER], [204], [200, OWNER]);
    const mark = createMark(false);
    const client = createSession({ fetch, mark });
    await client.signIn("owner", "open sesame");
    expect(mark.isSet()).toBe(true);
    await client.signOut();
    expect(mark.isSet()).toBe(false);
    expect(sent.map(({ url }) => url)).toEqual(["/admin/v1/login", "/admin/v1/me", "/admin/v1/logout"]);
  });

  test("sends the password and keeps the name and the token", async () => {
    const { fetch, sent } = fakeFetch([200, OWNER]);
    const client = createSession({ fetch, mark: createMark() });
    await client.signIn("owner", "open sesame");
    expect(client.session.value).toEqual({ status: "signed-in", mustChangePassword: false, ...OWNER });
    expect(sent).toEqual([
      {
        method: "POST",
        url: "/admin/v1/login",
        headers: { ...ACCEPT, "content-type": "application/json" },
        body: { name: "owner", password: "open sesame" },
      },
    ]);
  });

  test("throws on a wrong password without waiting for a sign-in", async () => {
    const { fetch } = fakeFetch([401, { ...SIGNED_OUT, title: "The password is wrong." }]);
    const error = await createSession({ fetch, mark: createMark() })
      .signIn("owner", "x")
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ message: "The password is wrong.", status: 401, code: "unauthorized" });
  });

  test("is unreachable when the server cannot be reached", async () => {
    const { fetch } = fakeFetch();
    const client = createSession({ fetch, mark: createMark() });
    await client.start();
    expect(client.session.value).toMatchObject({ status: "unreachable", error: { status: 0 } });
  });

  test("signs out with the token", async () => {
    const { fetch, sent } = fakeFetch([200, OWNER], [204]);
    const client = createSession({ fetch, mark: createMark() });
    await client.signOut();
    expect(client.session.value).toEqual({ status: "signed-out" });
    const headers = { ...ACCEPT, "x-csrf-token": "token-1" };
    expect(sent[1]).toEqual({ method: "POST", url: "/admin/v1/logout", headers, body: undefined });
  });
});

test("a session that has ended needs no sign-out", async () => {
  const { fetch, sent } = fakeFetch([401, SIGNED_OUT]);
  const client = createSession({ fetch, mark: createMark() });
  await client.signOut();
  expect(client.session.value).toEqual({ status: "signed-out" });
  expect(sent.map(({ method, url }) => [method, url])).toEqual([["GET", "/admin/v1/me"]]);
});

describe("calls", () => {
  test("send the CSRF token with unsafe methods only", async () => {
    const { fetch, sent } = fakeFetch([200, OWNER], [200, { items: [] }], [204]);
    const client = createSession({ fetch, mark: createMark() });
    await client.start();
    const api = createOwnerApi(client.send);
    expect(await api.listSites()).toEqual([]);
    await api.deleteAction("site_1", "act/2");
    expect(sent.slice(1)).toEqual([
      { method: "GET", url: "/admin/v1/sites", headers: ACCEPT, body: undefined },
      {
        method: "DELETE",
        url: "/admin/v1/sites/site_1/actions/act%2F2",
        headers: { ...ACCEPT, "x-csrf-token": "token-1" },
        body: undefined,
      },
    ]);
  });

  test("wait for a new sign-in on 401, then go out again with the new token", async () => {
    const again = { name: "owner", role: "owner", csrfToken: "token-2" };
    const { fetch, sent } = fakeFetch([200, OWNER], [401, SIGNED_OUT], [200, again], [200, { id: "site_1" }]);
    const client = createSession({ fetch, mark: createMark() });
    await client.start();
    const change = client.send("PATCH", "/sites/site_1", { name: "Shop" });
    await expect.poll(() => client.session.value).toEqual({ status: "expired", role: "owner" });
    await client.signIn("owner", "open sesame");
    expect(await change).toEqual({ id: "site_1" });
    expect(client.session.value).toEqual({ status: "signed-in", mustChangePassword: false, ...again });
    expect(sent.map(({ method, url, headers }) => [method, url, headers["x-csrf-token"]])).toEqual([
      ["GET", "/admin/v1/me", undefined],
      ["PATCH", "/admin/v1/sites/site_1", "token-1"],
      ["POST", "/admin/v1/login", undefined],
      ["PATCH", "/admin/v1/sites/site_1", "token-2"],
    ]);
    expect(sent[3]?.body).toEqual({ name: "Shop" });
  });

  test("fetch a fresh token once when theirs is of an older session", async () => {
    const stale = { title: "The token is stale.", status: 403, code: "csrf_rejected" };
    const fresh = { name: "owner", csrfToken: "token-2" };
    const { fetch, sent } = fakeFetch([200, OWNER], [403, stale], [200, fresh], [204]);
    const client = createSession({ fetch, mark: createMark() });
    await client.start();
    await client.send("DELETE", "/sites/site_1");
    expect(sent.map(({ method, headers }) => [method, headers["x-csrf-token"]])).toEqual([
      ["GET", undefined],
      ["DELETE", "token-1"],
      ["GET", undefined],
      ["DELETE", "token-2"],
    ]);
  });

  test("throw the problem with its field errors", async () => {
    const errors = [{ pointer: "/url", message: "must start with https://" }];
    const problem = { title: "Some fields are wrong.", status: 400, code: "invalid_request", errors };
    const { fetch } = fakeFetch([400, problem]);
    const error = await createSession({ fetch, mark: createMark() })
      .send("POST", "/sites", {})
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: problem.title, status: 400, code: "invalid_request", errors });
  });

  test("name the status of an answer that is no problem", async () => {
    const { fetch } = fakeFetch([502]);
    const error = await createSession({ fetch, mark: createMark() })
      .send("GET", "/sites")
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: "The server answered with status 502.", status: 502, errors: [] });
  });
});
