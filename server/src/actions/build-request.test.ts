import { describe, expect, it } from "vitest";
import { claimsOf } from "../identity/claims.ts";
import type { Claims, Visitor } from "../identity/visitor.ts";
import { defineAction, NOW, parameter } from "./action-fixture.ts";
import { buildRequest, type RequestSources } from "./build-request.ts";

const JWT: Visitor = {
  verification: "jwt",
  userId: "u-1",
  email: "ada@acme.test",
  claims: claimsOf(Object.entries({ sub: "u-1", email: "ada@acme.test", plan: "pro", level: 3, empty: "" })),
  claimsExpireAt: "2027-03-31T12:00:00.001Z",
};
const HASH: Visitor = { verification: "user_hash", userId: "u-1", declaredEmail: "ada@acme.test" };
const ANONYMOUS: Visitor = { verification: "anonymous", key: "k" };
const USER_HASH = "0123456789abcdef".repeat(4);

function build(definition: Record<string, unknown>, sources: Partial<RequestSources> = {}) {
  return buildRequest(defineAction(definition), {
    arguments: {},
    visitor: ANONYMOUS,
    locale: "pt-BR",
    now: NOW,
    runId: "run_1",
    publicOrigin: "https://chat.acme.test",
    version: "1.2.3",
    ...sources,
  });
}

const TRACEPARENT = expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/) as string;
const DEFAULTS = {
  Origin: "https://chat.acme.test",
  Locale: "pt-BR",
  "Accept-Language": "pt-BR, pt;q=0.9",
  "X-Requested-With": "XMLHttpRequest",
  "User-Agent": "Errand/1.2.3",
  traceparent: TRACEPARENT,
};

describe("the headers of a call", () => {
  it("are the defaults alone for a GET and an anonymous visitor", () => {
    expect(build({}).request).toEqual({
      method: "GET",
      url: "https://api.acme.test/orders",
      headers: DEFAULTS,
    });
  });

  it("gain a type with a body, and a key against repetition with every method but GET", () => {
    const { headers } = build({ method: "POST" }).request;
    expect(headers).toEqual({ ...DEFAULTS, "Content-Type": "application/json", "Idempotency-Key": "run_1" });
    expect(build({ method: "DELETE" }).request.headers).toEqual({ ...DEFAULTS, "Idempotency-Key": "run_1" });
  });

  it("take the owner's values in place of the defaults, in the owner's spelling", () => {
    const headers = [
      { name: "origin", value: "https://own.test" },
      { name: "USER-AGENT", value: "acme {{locale}}" },
      { name: "X-Shop", value: "acme" },
    ];
    const { Origin: _origin, "User-Agent": _agent, ...kept } = DEFAULTS;
    expect(build({ headers }).request.headers).toEqual({
      ...kept,
      origin: "https://own.test",
      "USER-AGENT": "acme pt-BR",
      "X-Shop": "acme",
    });
  });

  it("belong to a new trace each time", () => {
    const traces = [build({}), build({})].map(({ request }) => request.headers["traceparent"]);
    expect(traces[0]).not.toBe(traces[1]);
  });

  it("name a language without a region once", () => {
    expect(build({}, { locale: "az" }).request.headers["Accept-Language"]).toBe("az");
  });
});

describe("a visitor's identity", () => {
  const told = (visitor: Visitor, userHash: string | undefined = USER_HASH, method = "POST", now = NOW) => {
    const { headers, body } = build({ method }, { visitor, userHash, now }).request;
    const own = Object.entries(headers).filter(([name]) => name.startsWith("X-User-"));
    return { headers: Object.fromEntries(own), body };
  };

  it("is not told of an anonymous visitor", () => {
    expect(told(ANONYMOUS)).toEqual({ headers: {}, body: "{}" });
  });

  it("of a signed token is id, e-mail and hash, the first two proved", () => {
    expect(told(JWT)).toEqual({
      headers: { "X-User-Id": "u-1", "X-User-Hash": USER_HASH, "X-User-Verified": "user_id, user_email" },
      body: `{"user_id":"u-1","user_email":"ada@acme.test","user_hash":"${USER_HASH}"}`,
    });
  });

  it("of a user hash is the same, but its e-mail is not proved", () => {
    expect(told(HASH)).toEqual({
      headers: { "X-User-Id": "u-1", "X-User-Hash": USER_HASH, "X-User-Verified": "user_id" },
      body: `{"user_id":"u-1","user_email":"ada@acme.test","user_hash":"${USER_HASH}"}`,
    });
  });

  it("has no body fields with GET", () => {
    expect(told(JWT, USER_HASH, "GET")).toEqual({
      headers: { "X-User-Id": "u-1", "X-User-Hash": USER_HASH, "X-User-Verified": "user_id, user_email" },
      body: undefined,
    });
  });

  it("has no e-mail once the token has expired", () => {
    expect(told(JWT, USER_HASH, "POST", new Date(JWT.claimsExpireAt))).toEqual({
      headers: { "X-User-Id": "u-1", "X-User-Hash": USER_HASH, "X-User-Verified": "user_id" },
      body: `{"user_id":"u-1","user_hash":"${USER_HASH}"}`,
    });
  });

  it("has no hash where the site has no secret for one", () => {
    const { request } = build({ method: "POST" }, { visitor: HASH });
    expect(request.headers).not.toHaveProperty("X-User-Hash");
    expect(request.body).toBe('{"user_id":"u-1","user_email":"ada@acme.test"}');
  });

  it.each(["şəfəq", " u", "u ", "a\tb"])(
    "keeps the id %j, which no header carries, in the body alone",
    (userId) => {
      const visitor: Visitor = { verification: "user_hash", userId };
      expect(told(visitor)).toEqual({
        headers: { "X-User-Verified": "user_id" },
        body: JSON.stringify({ user_id: userId, user_hash: USER_HASH }),
      });
      expect(told(visitor, USER_HASH, "GET")).toEqual({ headers: {}, body: undefined });
    },
  );

  it("is not told when the owner turned that off", () => {
    const { request } = build(
      { method: "POST", sendVisitorIdentity: false },
      { visitor: JWT, userHash: USER_HASH },
    );
    expect(request.body).toBe("{}");
    expect(Object.keys(request.headers).filter((name) => name.startsWith("X-User-"))).toEqual([]);
  });
});

describe("a claim", () => {
  const definition = (claim: string) => ({
    url: `https://api.acme.test/{{identity.${claim}}}`,
    requireVerifiedIdentity: true,
  });

  it("is the token's own", () => {
    expect(build(definition("plan"), { visitor: JWT }).request.url).toBe("https://api.acme.test/pro");
  });

  const absent: [name: string, claim: string, sources: Partial<RequestSources>][] = [
    ["of a visitor with a user hash", "email", { visitor: HASH }],
    ["of an anonymous visitor", "email", { visitor: ANONYMOUS }],
    ["that the token lacks", "phone", { visitor: JWT }],
    ["that is not a text", "level", { visitor: JWT }],
    ["that is empty", "empty", { visitor: JWT }],
    ["that every object has", "toString", { visitor: JWT }],
    ["that is inherited", "plan", { visitor: { ...JWT, claims: Object.create({ plan: "pro" }) as Claims } }],
    ["of an expired token", "plan", { visitor: JWT, now: new Date(JWT.claimsExpireAt) }],
  ];
  it.each(absent)("%s ends the run", (_name, claim, sources) => {
    expect(() => build(definition(claim), sources)).toThrow(
      expect.objectContaining({ outcome: "identity_required" }) as Error,
    );
  });

  it("cannot be stood in for by an argument", () => {
    const args = { "identity.email": "eve@acme.test", identity: { email: "eve@acme.test" } };
    expect(() => build(definition("email"), { arguments: args, visitor: HASH })).toThrow(
      "{{identity.email}}",
    );
  });

  it("that its place cannot hold is the owner's business, and is not quoted", () => {
    const visitor: Visitor = { ...JWT, claims: claimsOf([["plan", "a/b"]]) };
    expect(() => build(definition("plan"), { visitor })).toThrow(
      expect.objectContaining({
        outcome: "definition_error",
        message:
          "The visitor's claim \"plan\" has a value that holds a slash, a backslash or a control character, and stands in the URL's path.",
      }) as Error,
    );
  });
});

it("a conversation that is not known ends the run", () => {
  expect(() => build({ query: [{ name: "c", value: "{{conversation.id}}" }] })).toThrow(
    expect.objectContaining({ outcome: "definition_error" }) as Error,
  );
});

describe("a credential", () => {
  const rows: [
    auth: Record<string, unknown>,
    credential: string,
    header: string,
    sent: string,
    shown: string,
  ][] = [
    [{ type: "bearer" }, "tok-123456789abc", "Authorization", "Bearer tok-123456789abc", "Bearer ****9abc"],
    [{ type: "bearer" }, "short", "Authorization", "Bearer short", "Bearer ****"],
    [
      { type: "header", headerName: "X-API-Key" },
      "key-123456789abc",
      "X-API-Key",
      "key-123456789abc",
      "****9abc",
    ],
    [{ type: "basic" }, "ada:s3crét pass", "Authorization", "Basic YWRhOnMzY3LDqXQgcGFzcw==", "Basic ****"],
  ];
  it.each(rows)("of %j is sent last and shown masked", (auth, credential, header, sent, shown) => {
    const { request, view } = build({ auth }, { credential });
    expect(Object.entries(request.headers).at(-1)).toEqual([header, sent]);
    expect(view.headers).toEqual({ ...request.headers, [header]: shown });
  });

  it("and a user hash are not in what people see of a request", () => {
    const { request, view } = build(
      {
        method: "PUT",
        url: "https://api.acme.test/{{x}}",
        auth: { type: "bearer" },
        headers: [{ name: "X-Echo", value: "{{x}}" }],
        body: { mode: "fields", fields: [{ name: "echo", value: "{{x}}" }] },
        parameters: [parameter("x")],
      },
      {
        credential: "tok-123456789abc",
        visitor: HASH,
        userHash: USER_HASH,
        arguments: { x: "tok-123456789abc" },
      },
    );
    expect(request.body).toContain(USER_HASH);
    expect(JSON.stringify(view)).not.toContain("tok-123456789abc");
    expect(JSON.stringify(view)).not.toContain(USER_HASH);
    expect(view).toEqual({
      method: "PUT",
      url: "https://api.acme.test/[redacted]",
      headers: {
        ...request.headers,
        "X-User-Hash": "[redacted]",
        "X-Echo": "[redacted]",
        Authorization: "Bearer ****9abc",
      },
      body: '{"user_id":"u-1","user_email":"ada@acme.test","user_hash":"[redacted]","echo":"[redacted]"}',
    });
  });
});
