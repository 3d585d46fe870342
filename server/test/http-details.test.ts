import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ADMIN_TOKEN, createSite, openSession, PAGE_ORIGIN, startErrand, type Errand } from "./errand.ts";
import { createScriptedModel } from "./scripted-model.ts";

let errand: Errand;
let site: string;

beforeAll(async () => {
  errand = await startErrand({ models: createScriptedModel() });
  site = await createSite(errand);
});
afterAll(() => errand.close());

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Sends a request as it is: `fetch` would correct it first. */
async function send(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Buffer | string,
): Promise<Answer> {
  const { hostname, port } = new URL(errand.url);
  const answered = Promise.withResolvers<Answer>();
  const request = httpRequest({ hostname, port, method, path, headers, agent: false }, (response) => {
    void text(response).then((read) =>
      answered.resolve({ status: response.statusCode ?? 0, headers: response.headers, body: read }),
    );
  });
  request.on("error", answered.reject);
  request.end(body);
  return answered.promise;
}

const JSON_TYPE = { "content-type": "application/json", origin: PAGE_ORIGIN };
const sessions = (body: Buffer | string, headers: Record<string, string> = {}): Promise<Answer> =>
  send("POST", "/v1/sessions", { ...JSON_TYPE, ...headers }, body);

describe("a request that is not right", () => {
  const wrong: [what: string, ask: () => Promise<Answer>, status: number, code: string][] = [
    ["JSON that breaks off", () => sessions('{"site":'), 400, "invalid_request"],
    ["JSON that is no object", () => sessions('"site"'), 400, "invalid_request"],
    ["a body of nothing", () => sessions(""), 400, "invalid_request"],
    ["a body over 256 KB", () => sessions(`{"site":"${"x".repeat(300_000)}"}`), 413, "payload_too_large"],
    [
      "a small body that unpacks to more than 256 KB",
      () => sessions(gzipSync(`{"site":"${"x".repeat(300_000)}"}`), { "content-encoding": "gzip" }),
      413,
      "payload_too_large",
    ],
    [
      "a body that is not the gzip it claims to be",
      () => sessions("{}", { "content-encoding": "gzip" }),
      400,
      "invalid_request",
    ],
    [
      "an unknown content encoding",
      () => sessions("{}", { "content-encoding": "compress" }),
      415,
      "unsupported_media_type",
    ],
    [
      "an unknown charset",
      () => sessions("{}", { "content-type": "application/json; charset=latin1" }),
      415,
      "unsupported_media_type",
    ],
    ["a form", () => sessions("a=b", { "content-type": "text/plain" }), 415, "unsupported_media_type"],
    ["a site id with NUL", () => sessions('{"site":"a\\u0000b"}'), 404, "not_found"],
    ["a path that is not UTF-8", () => send("GET", "/embed/%ff.js"), 400, "invalid_request"],
    ["a path with half an escape", () => send("GET", "/embed/%zz.js"), 400, "invalid_request"],
    ["a page's path with half an escape", () => send("GET", "/sites/%zz"), 400, "invalid_request"],
    ["a path with NUL", () => send("GET", "/embed/a%00b.js"), 404, "not_found"],
    ["an unknown method", () => send("PUT", "/embed/x.js"), 404, "not_found"],
    ["POST to a page", () => send("POST", "/"), 404, "not_found"],
    ["an unknown visitor route", () => send("GET", "/v1/none", { origin: PAGE_ORIGIN }), 401, "unauthorized"],
  ];
  for (const [what, ask, status, code] of wrong) {
    it(`is refused with ${status} ${code}: ${what}`, async () => {
      const answer = await ask();
      expect([answer.status, answer.headers["content-type"]]).toEqual([
        status,
        "application/problem+json; charset=utf-8",
      ]);
      expect(JSON.parse(answer.body)).toMatchObject({ status, code });
      expect(answer.body).not.toMatch(/\bat .*\.(ts|js):\d+/);
    });
  }

  it("with headers over 16 KB is refused with 431 and nothing of ours", async () => {
    const answer = await send("GET", "/livez", { "x-long": "x".repeat(20_000) });
    expect([answer.status, answer.body]).toEqual([431, ""]);
  });

  it("with a session and an address that is none gets no page", async () => {
    const visitor = await openSession(errand, site);
    for (const path of ["/v1/nope", "/v1/sessions"]) {
      const answer = await visitor.fetch("GET", path);
      expect([answer.status, await answer.json()]).toMatchObject([404, { code: "not_found" }]);
    }
  });

  it("with an id that holds NUL finds no conversation, and none to judge", async () => {
    const visitor = await openSession(errand, site);
    expect((await visitor.fetch("GET", "/v1/chat/cnv_%00none")).status).toBe(404);
    const feedback = { messageId: "msg_00000000", value: "up", comment: "a\0b" };
    expect((await visitor.fetch("POST", "/v1/chat/cnv_none_0001/feedback", feedback)).status).toBe(404);
  });
});

describe("a visitor's page", () => {
  it("may ask first, and hears which methods and headers it may use", async () => {
    const answer = await errand.visit("/v1/chat", { method: "OPTIONS" });
    expect(answer.status).toBe(204);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "access-control-allow-origin": PAGE_ORIGIN,
      "access-control-allow-methods": "GET, POST, DELETE",
      "access-control-allow-headers": "Authorization, Content-Type",
      vary: "Origin",
    });
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
  });

  it("can read why it was refused, and how long to wait", async () => {
    const refused = await errand.visit("/v1/chats");
    expect([refused.status, refused.headers.get("access-control-allow-origin")]).toEqual([401, PAGE_ORIGIN]);
    expect(refused.headers.get("access-control-expose-headers")).toContain("Retry-After");
    expect(refused.headers.get("cache-control")).toBe("no-store");
  });

  it("hears how long to wait when it sends too much", async () => {
    const visitor = await openSession(errand, site);
    const answers = await Promise.all(
      Array.from({ length: 31 }, () => visitor.fetch("POST", "/v1/chat", { id: "x" })),
    );
    const limited = answers.filter((answer) => answer.status === 429);
    expect(limited).toHaveLength(1);
    expect(Number(limited[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await limited[0]?.json()).toMatchObject({
      code: "rate_limited",
      title: expect.stringContaining("Please try again in"),
    });
  });
});

describe("the loader", () => {
  it("may stand in a page: no text of a site's ends the script", async () => {
    const name = "</script><script>alert(1)</script><!--";
    const own = await createSite(errand, { name, greeting: { en: name }, starters: [name] });
    const { body } = await send("GET", `/embed/${own}.js`);
    expect(body).toContain(JSON.stringify(name).replaceAll("<", "\\u003c"));
    expect(body).not.toMatch(/<\/script|<!--/i);
  });

  it("is kept for a minute, known by its ETag, and readable for every page", async () => {
    const answer = await send("GET", `/embed/${site}.js`, { "accept-encoding": "br" });
    expect(answer.headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "content-encoding": "br",
      "cache-control": "public, max-age=60, stale-while-revalidate=86400",
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      vary: "Accept-Encoding",
      etag: expect.stringMatching(/^W?\/?".+"$/),
    });
    const again = { "accept-encoding": "br", "if-none-match": String(answer.headers.etag) };
    expect(await send("GET", `/embed/${site}.js`, again)).toMatchObject({ status: 304, body: "" });
    await errand.admin("PATCH", `/sites/${site}`, { name: "Renamed" });
    expect((await send("GET", `/embed/${site}.js`, again)).status).toBe(200);
  });

  it("carries the looks that differ from the widget's own", async () => {
    const settings = async () =>
      JSON.parse(
        /\{"site":.*?"panel":"[^"]+"\}/.exec((await send("GET", `/embed/${site}.js`)).body)?.[0] ?? "",
      );
    expect(Object.keys(await settings())).toEqual([
      "site",
      "name",
      "color",
      "ink",
      "greeting",
      "starters",
      "texts",
      "locale",
      "panel",
    ]);
    const appearance = {
      theme: "dark",
      avatarUrl: "https://shop.example/a.png",
      launcher: "label",
      sound: true,
      side: "left",
    };
    await errand.admin("PATCH", `/sites/${site}`, { appearance });
    expect(await settings()).toMatchObject({ ...appearance, launcher: "Chat with us" });
  });

  it("comes with the headers that mean something for a script, and no others", async () => {
    const { headers } = await send("GET", `/embed/${site}.js`, { "accept-encoding": "br" });
    expect(Object.keys(headers).sort()).toEqual([
      "access-control-allow-origin",
      "cache-control",
      "connection",
      "content-encoding",
      "content-length",
      "content-type",
      "cross-origin-resource-policy",
      "date",
      "etag",
      "strict-transport-security",
      "vary",
      "x-content-type-options",
    ]);
  });

  it("answers HEAD as GET, without a body", async () => {
    const answer = await send("HEAD", `/embed/${site}.js`);
    expect([answer.status, answer.body]).toEqual([200, ""]);
    expect(Number(answer.headers["content-length"])).toBeGreaterThan(0);
  });
});

describe("a widget file", () => {
  it("is kept for good under a name that changes with it; files without such a name are not served", async () => {
    const panel = /"(\/widget\/[^"]+\.js)"/.exec((await send("GET", `/embed/${site}.js`)).body)?.[1] ?? "";
    const answer = await send("GET", panel);
    expect([answer.status, answer.headers["cache-control"]]).toEqual([
      200,
      "public, max-age=31536000, immutable",
    ]);
    for (const name of [
      "loader.js",
      "manifest.json",
      "none.js",
      "..%2fpackage.json",
      "%2e%2e%2fpackage.json",
    ]) {
      const missing = await send("GET", `/widget/${name}`);
      expect([name, missing.status, missing.headers["cache-control"]]).toEqual([name, 404, undefined]);
    }
  });
});

describe("the dashboard", () => {
  const PAGES = ["/", "/sites/x/actions/y", "/sites/x/visitors/me@example.com", "/sites/x/runs/run_1.5"];
  for (const path of PAGES) {
    it(`serves its page at ${path}`, async () => {
      const answer = await send("GET", path, { accept: "text/html,application/xhtml+xml,*/*;q=0.8" });
      expect([answer.status, answer.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
      expect(answer.headers["cache-control"]).toBe("no-cache");
      const policy = String(answer.headers["content-security-policy"]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
    });
  }

  const NOTHING = ["/assets/missing.js", "/assets/missing", "/favicon.ico", "/.well-known/none", "/widget"];
  for (const path of NOTHING) {
    it(`has nothing at ${path}, not even for a browser`, async () => {
      const answer = await send("GET", path, { accept: "text/html,*/*;q=0.8" });
      expect([answer.status, answer.headers["content-type"]]).toEqual([
        404,
        "application/problem+json; charset=utf-8",
      ]);
    });
  }

  it("keeps its files for good, by names that change with them", async () => {
    const script = /src="(\/assets\/[^"]+)"/.exec((await send("GET", "/")).body)?.[1] ?? "";
    const answer = await send("GET", script);
    expect([answer.status, answer.headers["cache-control"]]).toEqual([
      200,
      "public, max-age=31536000, immutable",
    ]);
  });
});

describe("every answer", () => {
  it("keeps quiet about what made it", async () => {
    const answers = [
      await send("GET", "/"),
      await send("GET", "/livez"),
      await send("GET", "/admin/v1/sites", { authorization: `Bearer ${ADMIN_TOKEN}` }),
    ];
    for (const { headers } of answers) {
      expect(headers["x-powered-by"]).toBeUndefined();
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
  });
});
