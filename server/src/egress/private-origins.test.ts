import { expect, it } from "vitest";
import { parsePrivateOrigins } from "./private-origins.ts";

it("takes https origins with their port, in any spelling of the host", () => {
  const origins = parsePrivateOrigins([
    "https://orders.internal:8443",
    "https://LOCALHOST:9443/",
    "https://shop.lan.:8443",
    "https://10.0.0.5:443",
    "https://[fd00::5]:8443",
  ]);
  expect([...origins]).toEqual([
    "https://orders.internal:8443",
    "https://localhost:9443",
    "https://shop.lan:8443",
    "https://10.0.0.5",
    "https://[fd00::5]:8443",
  ]);
});

const MALFORMED = [
  "",
  "orders.internal:8443",
  "http://orders.internal:8443",
  "https://orders.internal:8443/api",
  "https://orders.internal:8443?a",
  "https://user@orders.internal:8443",
  "https://*.internal:99999",
];

it.each(MALFORMED)("names %j, which is not an https origin", (entry) => {
  expect(() => parsePrivateOrigins(["https://good.internal", entry])).toThrow(
    `ERRAND_PRIVATE_ORIGINS: "${entry}" is not an https origin; write scheme, host and port, such as https://orders.internal:8443`,
  );
});
