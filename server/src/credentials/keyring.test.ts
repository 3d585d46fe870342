import { expect, it } from "vitest";
import { parseKeyring } from "./keyring.ts";

const A = Buffer.alloc(32, 1).toString("base64");
const B = Buffer.alloc(32, 2).toString("base64");

it("takes the first key for sealing and all for opening", () => {
  const { firstKeyId, keys } = parseKeyring(`new:${A}, old-1:${B}`);
  const exported = [...keys].map(([id, key]) => [id, key.export().toString("base64")]);
  expect({ firstKeyId, exported }).toEqual({
    firstKeyId: "new",
    exported: [
      ["new", A],
      ["old-1", B],
    ],
  });
});

const ENTRY = 'is not "id:base64" with an id of 1 to 32 letters, digits, "-" or "_"';
const BYTES = "is not 32 bytes in base64, as `openssl rand -base64 32` prints them";

const MALFORMED: [text: string, message: string][] = [
  ["", `ERRAND_SECRET_KEYS: entry 1 ${ENTRY}`],
  [A, `ERRAND_SECRET_KEYS: entry 1 ${ENTRY}`],
  [`:${A}`, `ERRAND_SECRET_KEYS: entry 1 ${ENTRY}`],
  [`a:${A},`, `ERRAND_SECRET_KEYS: entry 2 ${ENTRY}`],
  [`a.b:${A}`, `ERRAND_SECRET_KEYS: entry 1 ${ENTRY}`],
  [`a:${A},b:${A.slice(4)}`, `ERRAND_SECRET_KEYS: key "b" ${BYTES}`],
  [`a:${A}${A}`, `ERRAND_SECRET_KEYS: key "a" ${BYTES}`],
  [`a:${A.slice(0, -2)}F=`, `ERRAND_SECRET_KEYS: key "a" ${BYTES}`],
  ["a:", `ERRAND_SECRET_KEYS: key "a" ${BYTES}`],
  [`a:${A},a:${B}`, "ERRAND_SECRET_KEYS: two keys have the same id; give each key its own"],
];

it.each(MALFORMED)("refuses %j and says what would be right", (text, message) => {
  expect(() => parseKeyring(text)).toThrow(new Error(message));
});
