import { describe, expect, it } from "vitest";
import { EgressError } from "./egress-error.ts";
import { checkUrl, type UrlPolicy } from "./url-policy.ts";

const policy: UrlPolicy = {
  privateOrigins: new Set(["https://localhost:9443", "https://10.0.0.5:8443", "https://chat.acme.com:9443"]),
  publicUrl: new URL("https://chat.acme.com/"),
  ownAddresses: () => ["8.8.4.4"],
};

function refusalOf(url: string): Pick<EgressError, "code" | "rule"> | undefined {
  try {
    checkUrl(url, policy);
    return undefined;
  } catch (error) {
    if (!(error instanceof EgressError)) throw error;
    return { code: error.code, rule: error.rule };
  }
}

const MALFORMED: [url: string, rule: string][] = [
  [`https://api.acme.com/${"a".repeat(2_028)}`, "length"],
  ["https://api.acme.com/a b", "characters"],
  ["https://api.acme.com/a\tb", "characters"],
  [" https://api.acme.com/", "characters"],
  ["https://api.acme.com/\u0000", "characters"],
  ["https://api.acme.com\\@evil.com/", "characters"],
  ["https://api.acme.com/\u200b", "characters"],
  ["https://api.acme.com/\u00ad", "characters"],
  ["https://api.acme.com/\u202e", "characters"],
  ["https://api.acme.com/\u3164", "characters"],
  ["https://api.acme.com/\u0600", "characters"],
  ["https://api.acme.com/\ufff9", "characters"],
  ["https://api.acme.com/\u2028", "characters"],
  ["https://api.acme.com/\ud800", "characters"],
  ["http://api.acme.com/", "scheme"],
  ["ftp://api.acme.com/", "scheme"],
  ["file:///etc/passwd", "scheme"],
  ["//api.acme.com/", "scheme"],
  ["https:api.acme.com", "scheme"],
  ["https:/api.acme.com", "scheme"],
  ["https:///api.acme.com", "scheme"],
  ["", "scheme"],
  ["https://user@api.acme.com/", "authority"],
  ["https://user:pass@api.acme.com/", "authority"],
  ["https://api.acme.com%2f.evil.com/", "authority"],
  ["https://%31%32%37.0.0.1/", "authority"],
  ["https://api.acme.com:99999/", "host"],
  ["https://api..acme.com/", "host"],
  ["https://api.acme.com../", "host"],
  ["https://{{host}}.acme.com/", "host"],
  ["https://-api.acme.com/", "host"],
  [`https://${"a".repeat(64)}.com/`, "host"],
  ["https://1.2.3.4.5/", "host"],
  ["https://[::1/", "host"],
  ["https://[fe80::1%25eth0]/", "authority"],
  ["https://0x8080808/", "address spelling"],
  ["https://134744072/", "address spelling"],
  ["https://8.8.2056/", "address spelling"],
  ["https://010.8.8.8/", "address spelling"],
  ["https://８.8.8.8/", "address spelling"],
  ["https://127.1/", "address spelling"],
  ["https://10.0.0.5./", "address spelling"],
];

const BLOCKED: [url: string, rule: string][] = [
  ["https://api.acme.com:8443/", "port"],
  ["https://api.acme.com:80/", "port"],
  ["https://localhost/", "reserved name"],
  ["https://LOCALHOST./", "reserved name"],
  ["https://api.localhost/", "reserved name"],
  ["https://printer.local/", "reserved name"],
  ["https://orders.internal/", "reserved name"],
  ["https://metadata.google.internal/", "reserved name"],
  ["https://router.lan/", "reserved name"],
  ["https://router.home.arpa/", "reserved name"],
  ["https://wiki.corp/", "reserved name"],
  ["https://nas.home/", "reserved name"],
  ["https://api.default.svc/", "reserved name"],
  ["https://api.default.svc.cluster.local/", "reserved name"],
  ["https://a.test/", "reserved name"],
  ["https://a.example/", "reserved name"],
  ["https://a.invalid/", "reserved name"],
  ["https://a.onion/", "reserved name"],
  ["https://a.alt/", "reserved name"],
  ["https://1.0.0.127.in-addr.arpa/", "reserved name"],
  ["https://ｌocalhost/", "reserved name"],
  ["https://metadata.goog/", "metadata name"],
  ["https://metadata.goog./", "metadata name"],
  ["https://intranet/", "single label"],
  ["https://chat.acme.com/v1", "own host"],
  ["https://CHAT.acme.com./", "own host"],
  ["https://chat。acme。com/", "own host"],
  ["https://chat.acme.com:8443/", "own host"],
  ["https://127.0.0.1/", "loopback"],
  ["https://127.0.0.1:443/", "loopback"],
  ["https://10.0.0.5/", "private use"],
  ["https://169.254.169.254/latest/meta-data/", "link local"],
  ["https://8.8.4.4/", "own interface"],
  ["https://[::1]/", "not global unicast"],
  ["https://[0:0:0:0:0:0:0:1]/", "not global unicast"],
  ["https://[::ffff:127.0.0.1]/", "not global unicast"],
  ["https://[::ffff:7f00:1]/", "not global unicast"],
  ["https://[2002:7f00:1::]/", "6to4"],
];

const ALLOWED: [url: string, href: string, host: string, isPrivate: boolean][] = [
  ["https://api.acme.com", "https://api.acme.com/", "api.acme.com", false],
  ["HTTPS://API.Acme.com:443/Orders?a=%20#x", "https://api.acme.com/Orders?a=%20#x", "api.acme.com", false],
  ["https://api.acme.com./a", "https://api.acme.com/a", "api.acme.com", false],
  ["https://_x.acme.com/", "https://_x.acme.com/", "_x.acme.com", false],
  ["https://example.com/", "https://example.com/", "example.com", false],
  ["https://localhost.acme.com/", "https://localhost.acme.com/", "localhost.acme.com", false],
  ["https://bücher.de/", "https://xn--bcher-kva.de/", "xn--bcher-kva.de", false],
  ["https://api.acme.com/user@x", "https://api.acme.com/user@x", "api.acme.com", false],
  ["https://8.8.8.8/", "https://8.8.8.8/", "8.8.8.8", false],
  ["https://[2606:4700::1111]/", "https://[2606:4700::1111]/", "[2606:4700::1111]", false],
  ["https://localhost:9443/a", "https://localhost:9443/a", "localhost", true],
  ["https://LocalHost.:9443/a", "https://localhost:9443/a", "localhost", true],
  ["https://10.0.0.5:8443/", "https://10.0.0.5:8443/", "10.0.0.5", true],
  ["https://chat.acme.com:9443/", "https://chat.acme.com:9443/", "chat.acme.com", true],
];

describe("the URL policy", () => {
  it.each(MALFORMED)("refuses %j as malformed: %s", (url, rule) => {
    expect(refusalOf(url)).toEqual({ code: "definition_error", rule });
  });

  it.each(BLOCKED)("blocks %j: %s", (url, rule) => {
    expect(refusalOf(url)).toEqual({ code: "blocked_address", rule });
  });

  it.each(ALLOWED)("takes %j as %s", (url, href, host, isPrivate) => {
    const { origin, port, pathname, search } = new URL(href);
    const whole = { href, origin, host, port: Number(port) || 443, path: pathname + search, isPrivate };
    expect(checkUrl(url, policy)).toEqual(whole);
  });

  it("takes a URL of 2,048 characters", () => {
    expect(refusalOf(`https://api.acme.com/${"a".repeat(2_027)}`)).toBeUndefined();
  });

  it("refuses our own origin even when it is listed as private", () => {
    const listed = { ...policy, privateOrigins: new Set(["https://chat.acme.com"]) };
    expect(() => checkUrl("https://chat.acme.com/", listed)).toThrow("The URL is this server's own.");
  });

  it("lets a private origin skip no rule on how a URL is written", () => {
    for (const url of ["https://a@localhost:9443/", "http://localhost:9443/", "https://localhost:9443/ "]) {
      expect(refusalOf(url)?.code).toBe("definition_error");
    }
  });

  it("tells the rule and the setting, and repeats no address", () => {
    expect(() => checkUrl("https://10.0.0.5/", policy)).toThrow(
      "The URL's address is refused (private use). Whoever runs this server may allow it by listing the origin in ERRAND_PRIVATE_ORIGINS.",
    );
    expect(() => checkUrl("https://orders.internal/", policy)).toThrow(
      "The URL's name orders.internal is refused (reserved name). Whoever runs this server may allow it by listing the origin in ERRAND_PRIVATE_ORIGINS.",
    );
  });
});
