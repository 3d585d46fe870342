import { expect, it } from "vitest";
import { endpointHost } from "./endpoint-host.ts";

const HOSTS: [url: string, host: string][] = [
  ["https://api.acme.com/orders/{{order}}?lang={{locale}}", "api.acme.com"],
  ["https://API.acme.com:8443", "api.acme.com:8443"],
  // A letter of another script that looks like one of ours.
  ["https://\u0430pi.acme.com/orders", "xn--pi-6kc.acme.com"],
  ["https://b\u00fccher.example/", "xn--bcher-kva.example"],
  ["nonsense", "nonsense"],
];
it.each(HOSTS)("of %j the owner is shown %s, as DNS is asked for it", (url, host) => {
  expect(endpointHost(url)).toBe(host);
});
