import { describe, expect, it } from "vitest";
import { importCurl } from "./curl.ts";
import { importContext, onlyDraft } from "./import-fixture.ts";

const SECRET = "s3cr3t-0123456789";
const draftOf = (line: string) => onlyDraft(importCurl(line, importContext()));

describe("a curl command", () => {
  it("as a browser copies it becomes a draft without its secrets", () => {
    const result = importCurl(
      String.raw`curl 'https://api.example.com/v1/orders?page=2&api_key=${SECRET}' \
  -X 'POST' \
  -H 'authorization: Bearer ${SECRET}' \
  -H 'content-type: application/json' \
  -H 'sec-ch-ua: "Chromium";v="140"' -H 'user-agent: Mozilla/5.0' -H 'x-shop: acme' \
  -b 'sid=${SECRET}' \
  --data-raw $'{"email":"ada@example.com","note":"It\'s \u0021","password":"${SECRET}","gift":null}' \
  --compressed`,
      importContext("post_v1_orders"),
    );
    expect(JSON.stringify(result)).not.toContain(SECRET);
    const { action, notes, source } = onlyDraft(result);
    expect(source).toBe("POST https://api.example.com/v1/orders");
    expect(action).toMatchObject({
      identifier: "post_v1_orders_2",
      name: "Post v1 orders",
      enabled: false,
      method: "POST",
      url: "https://api.example.com/v1/orders",
      query: [{ name: "page", value: "2" }],
      headers: [{ name: "x-shop", value: "acme" }],
      auth: { type: "bearer" },
      body: { mode: "fields", fields: [] },
      parameters: [
        { name: "email", type: "email", required: true, hint: "Such as ada@example.com" },
        { name: "note", type: "text", required: true, hint: "Such as It's !" },
        { name: "password", type: "text", required: true, hint: "" },
        { name: "gift", type: "text", required: false },
      ],
    });
    expect(notes).toEqual([
      `The query's "api_key" was left out, for it looks like a secret.`,
      `The query keeps the command's values of "page"; where the visitor decides, add a parameter and its placeholder.`,
      `The value of "authorization" was left out: enter the credential under authorization before you enable the action.`,
      `These headers keep the command's values: "x-shop". Check that none is secret.`,
      "The body's values became examples; check each parameter's type and whether it is required.",
      "The command's cookies were left out: actions send none.",
      "Say under “When to use” when the assistant should use this action.",
    ]);
  });

  const commands: [line: string, action: object][] = [
    ["curl api.example.com/orders", { method: "GET", url: "https://api.example.com/orders" }],
    ["$ curl --url https://api.example.com/ | jq '.[0]' -r", { url: "https://api.example.com/" }],
    ["curl -sSLXDELETE https://api.example.com/orders/7 > out.json", { method: "DELETE" }],
    ["curl -o out.json -m 5 https://api.example.com/x", { url: "https://api.example.com/x" }],
    ["curl https://api.example.com/\\\r\norders", { url: "https://api.example.com/orders" }],
    [
      "curl 'https://api.example.com/{shop}/:id/${ORDER}/<item>?q={{q}}'",
      {
        url: "https://api.example.com/{{shop}}/{{id}}/{{ORDER}}/{{item}}",
        query: [{ name: "q", value: "{{q}}" }],
        parameters: ["shop", "id", "ORDER", "item", "q"].map(
          (name) => expect.objectContaining({ name }) as object,
        ),
      },
    ],
    [
      "curl -G https://api.example.com/s --data-urlencode 'q=a b&c' -d page=2",
      {
        method: "GET",
        query: [
          { name: "q", value: "a b&c" },
          { name: "page", value: "2" },
        ],
      },
    ],
    [`curl -u me:${SECRET} https://api.example.com/x`, { auth: { type: "basic" } }],
    [
      `curl https://me:${SECRET}@api.example.com/x`,
      { auth: { type: "basic" }, url: "https://api.example.com/x" },
    ],
    [
      `curl https://api.example.com/x -H 'X-API-Key: ${SECRET}'`,
      { auth: { type: "header", headerName: "X-API-Key" } },
    ],
    [
      `curl https://api.example.com/x -H 'Authorization: Token ${SECRET}'`,
      { auth: { type: "header", headerName: "Authorization" } },
    ],
    [`curl https://api.example.com/x --oauth2-bearer ${SECRET}`, { auth: { type: "bearer" } }],
    [
      "curl https://api.example.com/x -d amount=2 -d 'meta[id]=7'",
      {
        method: "POST",
        body: { mode: "form", fields: [{ name: "meta[id]", value: "{{meta_id}}" }] },
        parameters: [
          expect.objectContaining({ name: "amount", type: "text" }),
          expect.objectContaining({ name: "meta_id" }),
        ],
      },
    ],
    [
      "curl https://api.example.com/x --json '[1, 2]' -X PUT",
      { method: "PUT", body: { mode: "template", template: "{{body}}" } },
    ],
    [
      "curl https://api.example.com/x -F name=Ada -F 'photo=@me.png'",
      {
        method: "POST",
        body: { mode: "form", fields: [] },
        parameters: [expect.objectContaining({ name: "name" })],
      },
    ],
    [
      'curl https://api.example.com/x -d \'{"at":"2026-01-02T03:04:05Z","n":1.5,"ok":true,"tags":["a"]}\'',
      {
        parameters: [
          expect.objectContaining({ name: "at", type: "datetime" }),
          expect.objectContaining({ name: "n", type: "number" }),
          expect.objectContaining({ name: "ok", type: "boolean" }),
          expect.objectContaining({ name: "tags", type: "text", isArray: true }),
        ],
      },
    ],
  ];
  it.each(commands)("%s", (line, action) => {
    const draft = draftOf(line);
    expect(draft.action).toMatchObject(action);
    expect(JSON.stringify(draft)).not.toContain(SECRET);
  });

  const skipped: [line: string, reason: RegExp][] = [
    ["curl -I https://api.example.com/x", /do not use the method HEAD/],
    ["curl ftp://files.example.com/x", /do not call ftp addresses/],
    ["curl https://localhost/x", /is refused/],
    ["curl -XDELETE https://api.example.com/x -d '{\"a\":1}'", /send none with DELETE/],
    ["curl https://api.example.com/x -H 'Content-Type: text/xml' -d '<a/>'", /neither JSON nor/],
    ["curl https://api.example.com/x -d '{broken'", /neither JSON nor/],
  ];
  it.each(skipped)("%s is skipped", (line, reason) => {
    const result = importCurl(line, importContext());
    expect(result).toEqual({
      items: [],
      skipped: [{ source: expect.any(String), reason: expect.stringMatching(reason) }],
    });
  });

  const faults: [line: string, message: RegExp][] = [
    ["wget https://api.example.com", /must start with "curl"/],
    ["curl 'https://api.example.com", /ends inside a quotation/],
    ["curl -H 'a: b'", /has no address/],
    ['curl ^"https://api.example.com^"', /Windows prompt/],
  ];
  it.each(faults)("%s is refused", (line, message) => {
    expect(() => draftOf(line)).toThrow(
      expect.objectContaining({
        code: "invalid_request",
        message: expect.stringMatching(message) as string,
      }) as Error,
    );
  });
});
