import { expect, test } from "vitest";
import { toIdentifier } from "./identifier.ts";

test("an identifier follows from a name", () => {
  const table = [
    ["Look up order", "look_up_order"],
    ["  Cancel -- my  subscription! ", "cancel_my_subscription"],
    ["Crème brûlée", "creme_brulee"],
    ["Sifarişi yoxla və ödə", "sifarisi_yoxla_ve_ode"],
    ["Straße prüfen", "strasse_prufen"],
    ["2nd order", "nd_order"],
    ["注文", ""],
    ["", ""],
  ] as const;
  for (const [name, identifier] of table) expect(toIdentifier(name)).toBe(identifier);
});

test("an identifier has at most 64 characters and ends in none of _", () => {
  expect(toIdentifier(`${"a".repeat(63)} b`)).toBe("a".repeat(63));
});
