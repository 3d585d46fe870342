import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startErrand, type Errand } from "./errand.ts";

const DOCS = new URL("../docs/", import.meta.url);
const names = readdirSync(DOCS).map((file) => file.replace(/\.md$/, ""));

let errand: Errand;
beforeAll(async () => {
  errand = await startErrand();
});
afterAll(() => errand.close());

const get = async (path: string) => {
  const answer = await fetch(errand.url + path);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

describe("the documentation", () => {
  it("lists every page with what it is about", async () => {
    const { text } = await get("/docs");
    for (const name of names) expect(text).toContain(`<h2><a href="/docs/${name}">`);
    expect(text).toContain("How your server proves who the visitor is");
  });

  it.each(names)("shows the page %s under a policy that runs nothing", async (name) => {
    const { status, headers, text } = await get(`/docs/${name}`);
    expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none';style-src 'self';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    );
    expect(text.match(/<h1>/g)).toHaveLength(1);
    expect(text).not.toMatch(/<script|style=| on\w+=/);
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of text.matchAll(/ href="#([^"]*)"/g)) expect(ids).toContain(id);
    for (const [, path = ""] of text.matchAll(/ href="(\/docs[^"#]*)/g)) {
      expect((await get(path)).status).toBe(200);
    }
  });

  it.each(names)("hands out %s as Markdown", async (name) => {
    const { headers, text } = await get(`/docs/${name}.md`);
    expect(headers.get("content-type")).toBe("text/markdown; charset=utf-8");
    expect(text).toBe(readFileSync(new URL(`${name}.md`, DOCS), "utf8"));
  });

  it("shows code as it is written", async () => {
    const { text } = await get("/docs/sign-identity");
    expect(text).toContain("encode({ alg: &quot;HS256&quot;, typ: &quot;JWT&quot; })");
    expect(text).toContain("&lt;?php");
    expect(text).toContain('<pre tabindex="0" aria-label="C#">');
  });

  it.each(["/docs/none", "/docs/..%2fpackage", "/docs/sign-identity.md.md", "/docs/.md"])(
    "knows no page %s",
    async (path) => {
      expect(await get(path)).toMatchObject({ status: 404, text: expect.stringContaining("not_found") });
    },
  );
});
