import { describe, expect, it } from "vitest";
import { checkUrl, queryOf } from "./url-check.ts";

const HOST = "https://api.acme.test";

describe("an endpoint's URL", () => {
  const sound = [
    HOST,
    `${HOST}/`,
    `${HOST}:8443/a/{{id}}/b?c={{d}}&e`,
    `${HOST}/v1.2/...{{id}}`,
    `${HOST}/a%20b`,
  ];
  it.each(sound)("may be %s", (url) => {
    expect(checkUrl(url)).toEqual([]);
  });

  const faulty: [url: string, message: string][] = [
    ["http://api.acme.test/", '"http://api.acme.test/" must start with https://'],
    ["{{id}}://api.acme.test/", '"{{id}}://api.acme.test/" must start with https://'],
    ["", "must not be empty"],
    ["https:///{{id}}", "has no host; write it as https://api.example.com/path"],
    ["https://{{id}}.acme.test/", "must not have a placeholder in its host or port"],
    [`${HOST}:{{id}}/`, "must not have a placeholder in its host or port"],
    ["https://a:b@api.acme.test/", "must not have a user name or a password; put it under authorization"],
    ["https://a%2eb.test/", "must not have a user name or a password; put it under authorization"],
    ...["\\{{id}}", "/\n{{id}}", "/\u200b{{id}}", "/{{ id }}", "/\ud800"].map((rest): [string, string] => [
      HOST + rest,
      "must not have a space, a backslash or an invisible character; percent-encode it",
    ]),
    [`${HOST}/#{{id}}`, "must not have a #fragment: it never reaches a server"],
    [`${HOST}/?a{{id}}=1`, "must not have a placeholder in a query key"],
    [`${HOST}/?a=1&{{id}}`, "must not have a placeholder in a query key"],
    [`${HOST}/{{id}}/../admin`, "must not have . or .. between slashes"],
    [`${HOST}/{{id}}/.%2E/`, "must not have . or .. between slashes"],
    [`${HOST}/.`, "must not have . or .. between slashes"],
    [`${HOST}/%2{{id}}`, "has a % that no two hexadecimal digits follow; write it as %25"],
    [`${HOST}/?a=%{{id}}`, "has a % that no two hexadecimal digits follow; write it as %25"],
    [`${HOST}:99999/`, `"${HOST}:99999/" is not a URL`],
  ];
  it.each(faulty)("must not be %j", (url, message) => {
    expect(checkUrl(url)).toEqual([{ path: ["url"], message }]);
  });

  it("has a query of entries as they were written", () => {
    expect(queryOf(`${HOST}/?a=1=2&b&c={{d}}`)).toEqual([
      { name: "a", value: "1=2" },
      { name: "b", value: "" },
      { name: "c", value: "{{d}}" },
    ]);
    expect(queryOf(HOST)).toEqual([]);
  });
});
