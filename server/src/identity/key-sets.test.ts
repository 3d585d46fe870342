import { generateKeyPairSync } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createKeySets, type KeySets } from "./key-sets.ts";

const MINUTE = 60_000;
const ADDRESS = { siteId: "site_1", url: "https://id.example.com/jwks", algorithm: "EdDSA" } as const;

const publish = (...kids: string[]) =>
  JSON.stringify({
    keys: kids.map((kid) => ({ ...generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" }), kid })),
  });

describe("a set of keys", () => {
  let now: number;
  let reads: number;
  let answer: () => Promise<string>;
  let sets: KeySets;

  beforeEach(() => {
    now = Date.parse("2026-03-01T12:00:00.000Z");
    reads = 0;
    answer = async () => publish("a");
    const read = (): Promise<string> => {
      reads += 1;
      return answer();
    };
    sets = createKeySets({ read, now: () => new Date(now) });
  });

  const kidsOf = async (kid?: string) => (await sets.find(ADDRESS, kid)).map((key) => key.kid);

  it("is read once for ten minutes, by many at once too", async () => {
    expect(await Promise.all([kidsOf("a"), kidsOf("a"), kidsOf()])).toEqual([["a"], ["a"], ["a"]]);
    now += 10 * MINUTE - 1;
    expect(await kidsOf("a")).toEqual(["a"]);
    expect(reads).toBe(1);
    now += 1;
    expect(await kidsOf("a")).toEqual(["a"]);
    expect(reads).toBe(2);
  });

  it("is read again for a kid that is not in it, at most once a minute", async () => {
    await kidsOf("a");
    answer = async () => publish("a", "b");
    now += MINUTE - 1;
    expect(await kidsOf("b")).toEqual([]);
    expect(reads).toBe(1);
    now += 1;
    expect(await kidsOf("b")).toEqual(["b"]);
    expect(await kidsOf("c")).toEqual([]);
    expect(reads).toBe(2);
  });

  it("forgets a key that is no longer published", async () => {
    await kidsOf("a");
    answer = async () => publish("b");
    now += 10 * MINUTE;
    expect(await kidsOf("a")).toEqual([]);
  });

  it("serves for an hour while its address does not answer, and is asked for once a minute", async () => {
    await kidsOf("a");
    answer = () => Promise.reject(new Error("It does not answer."));
    now += 59 * MINUTE;
    expect(await kidsOf("a")).toEqual(["a"]);
    expect(await kidsOf("a")).toEqual(["a"]);
    expect(reads).toBe(2);
    now += MINUTE;
    await expect(kidsOf("a")).rejects.toThrow(
      "the keys at https://id.example.com/jwks cannot be read: It does not answer.",
    );
    answer = async () => publish("a");
    now += MINUTE;
    expect(await kidsOf("a")).toEqual(["a"]);
  });

  it("is each site's own", async () => {
    await kidsOf("a");
    await sets.find({ ...ADDRESS, siteId: "site_2" }, "a");
    expect(reads).toBe(2);
  });
});
