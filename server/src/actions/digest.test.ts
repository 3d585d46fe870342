import { expect, it } from "vitest";
import { digestOf } from "./digest.ts";

it("equal calls have equal digests, whatever the order of keys", () => {
  const digest = digestOf("act_1", { b: [1, { d: null, c: "x" }], a: undefined });
  expect(digest).toBe(digestOf("act_1", { b: [1, { c: "x", d: null }] }));
  expect(digest).toBe("e8aef22c22ede6d2d00df3f1deee59d8ad64b936a7d05dfb6aa2673a3a01c67d");
});

it("other calls have other digests", () => {
  const digests = [
    digestOf("act_1", { a: 1 }),
    digestOf("act_2", { a: 1 }),
    digestOf("act_1", { a: "1" }),
    digestOf("act_1", { a: [1] }),
    digestOf("act_1", { a: 1, b: 2 }),
    digestOf("act_1", { a: { b: 2 } }),
  ];
  expect(new Set(digests).size).toBe(digests.length);
});
