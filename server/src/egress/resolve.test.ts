import { afterEach, describe, expect, it, vi } from "vitest";
import { judgeAddress } from "./address-policy.ts";
import { resolveJudged, type ResolverFunction } from "./resolve.ts";

const dns = vi.hoisted(() => ({
  lookup: vi.fn(),
  resolve4: vi.fn(),
  resolve6: vi.fn(),
}));

vi.mock("node:dns/promises", () => ({
  lookup: dns.lookup,
  Resolver: class {
    resolve4 = dns.resolve4;
    resolve6 = dns.resolve6;
    cancel() {}
  },
}));

afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
});

const failWith = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));

function resolve(host: string, isPrivate = false, lookup?: ResolverFunction) {
  const url = { href: `https://${host}/`, origin: `https://${host}`, port: 443, path: "/", host, isPrivate };
  return resolveJudged(url, { judge: judgeAddress, lookup, deadline: { isOver: false, onOver: () => {} } });
}

describe("a resolution", () => {
  it("asks DNS for both record types of the fully qualified name, once each", async () => {
    dns.resolve4.mockResolvedValue(["8.8.8.8", "8.8.4.4", "8.8.8.8"]);
    dns.resolve6.mockResolvedValue(["2606:4700:0:0::1111"]);
    expect(await resolve("api.acme.com")).toEqual(["8.8.8.8", "8.8.4.4", "2606:4700::1111"]);
    expect(dns.resolve4.mock.calls).toEqual([["api.acme.com."]]);
    expect(dns.resolve6.mock.calls).toEqual([["api.acme.com."]]);
    expect(dns.lookup).not.toHaveBeenCalled();
  });

  it("takes one record type alone", async () => {
    dns.resolve4.mockImplementation(() => failWith("ENODATA"));
    dns.resolve6.mockResolvedValue(["2606:4700::1111"]);
    expect(await resolve("api.acme.com")).toEqual(["2606:4700::1111"]);
  });

  it.each([
    ["ENOTFOUND", "network_error"],
    ["ETIMEOUT", "timeout"],
  ])("that fails for both record types with %s is a %s", async (code, expected) => {
    dns.resolve4.mockImplementation(() => failWith(code));
    dns.resolve6.mockImplementation(() => failWith(code));
    await expect(resolve("api.acme.com")).rejects.toMatchObject({ code: expected, rule: "resolution" });
  });

  it("refuses the call when either record type holds a refused address", async () => {
    dns.resolve4.mockResolvedValue(["8.8.8.8"]);
    dns.resolve6.mockResolvedValue(["::1"]);
    await expect(resolve("api.acme.com")).rejects.toMatchObject({ code: "blocked_address" });
  });

  it("asks the system for a private origin, so that the hosts file counts", async () => {
    dns.lookup.mockResolvedValue([{ address: "127.0.0.1", family: 4 }]);
    expect(await resolve("localhost", true)).toEqual(["127.0.0.1"]);
    expect(dns.lookup.mock.calls).toEqual([["localhost", { all: true }]]);
  });

  it("asks nobody for a literal address", async () => {
    expect(await resolve("8.8.8.8")).toEqual(["8.8.8.8"]);
    expect(await resolve("[2606:4700::1111]")).toEqual(["2606:4700::1111"]);
    expect(dns.resolve4).not.toHaveBeenCalled();
  });

  it("is over after 3 seconds", async () => {
    vi.useFakeTimers();
    const signals: AbortSignal[] = [];
    const lookup: ResolverFunction = (_, signal) => new Promise(() => signals.push(signal));
    const resolution = expect(resolve("api.acme.com", false, lookup)).rejects.toMatchObject({
      code: "timeout",
      rule: "resolution",
    });
    await vi.advanceTimersByTimeAsync(2_999);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    await vi.advanceTimersByTimeAsync(1);
    await resolution;
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });
});
