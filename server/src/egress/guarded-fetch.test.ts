import { beforeAll, expect, it, onTestFinished } from "vitest";
import { createAuthority, type TestAuthority } from "../../test/certificates.ts";
import { createGuardedFetch } from "./guarded-fetch.ts";
import { createEgress } from "./guarded-request.ts";
import { startEndpoint } from "./loopback-endpoint.ts";

let authority: TestAuthority;
beforeAll(async () => {
  authority = await createAuthority();
});

/** A `fetch` whose one endpoint answers so, and the endpoint. */
async function open(answer: string) {
  const endpoint = await startEndpoint({ authority, answer: (socket) => socket.write(answer) });
  const origin = `https://localhost:${endpoint.port}`;
  const lookup = async () => ["127.0.0.1"];
  const egress = createEgress({ privateOrigins: [origin], extraCa: authority.caPem, lookup });
  onTestFinished(() => egress.close());
  const fetch = createGuardedFetch(egress, "model");
  return { endpoint, fetch: () => fetch(`${origin}/v1/models`) };
}

it("streams an answer's body, with its status and headers", async () => {
  const { fetch } = await open("HTTP/1.1 404 Not Found\r\nx-a: b\r\ncontent-length: 4\r\n\r\nnone");
  const answer = await fetch();
  expect([answer.status, answer.headers.get("x-a"), await answer.text()]).toEqual([404, "b", "none"]);
});

it.each([
  [204, "HTTP/1.1 204 No Content\r\nx-a: b\r\n\r\n"],
  [205, "HTTP/1.1 205 Reset Content\r\nx-a: b\r\ncontent-length: 0\r\n\r\n"],
  [304, "HTTP/1.1 304 Not Modified\r\nx-a: b\r\n\r\n"],
])("answers %i, which has no body, as it came", async (status, text) => {
  const { fetch, endpoint } = await open(text);
  for (let time = 1; time <= 2; time += 1) {
    const answer = await fetch();
    expect([answer.status, answer.headers.get("x-a"), answer.body]).toEqual([status, "b", null]);
    expect(endpoint.requests).toHaveLength(time);
  }
});
