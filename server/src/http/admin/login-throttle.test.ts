import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { memoryLimiter } from "../limiter.ts";
import { createLoginThrottle, type LoginThrottle } from "./login-throttle.ts";

const MINUTE = 60_000;
let throttle: LoginThrottle;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-03-01T12:00:00.000Z") });
  throttle = createLoginThrottle(memoryLimiter, "login");
});
afterEach(() => vi.useRealTimers());

async function failTenTimes(address: string): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt += 1) await throttle.begin(address);
}

it("waits 15 minutes after ten failures, then twice as long after each further ten, at most a day", async () => {
  for (const minutes of [15, 30, 60, 120, 240, 480]) {
    await failTenTimes("192.0.2.1");
    await expect(throttle.begin("192.0.2.1")).rejects.toMatchObject({
      code: "rate_limited",
      retryAfterSeconds: minutes * 60,
      message: `Too many failed sign-ins. Please try again in ${minutes} minutes.`,
    });
    vi.advanceTimersByTime(minutes * MINUTE - 1_000);
    await expect(throttle.begin("192.0.2.1")).rejects.toMatchObject({ retryAfterSeconds: 1 });
    vi.advanceTimersByTime(1_000);
  }
});

it("counts failures within 15 minutes", async () => {
  for (let attempt = 0; attempt < 9; attempt += 1) await throttle.begin("192.0.2.1");
  vi.advanceTimersByTime(15 * MINUTE);
  await failTenTimes("192.0.2.1");
  await expect(throttle.begin("192.0.2.1")).rejects.toMatchObject({ code: "rate_limited" });
});

it("forgets the failures of an address that signed in", async () => {
  await failTenTimes("192.0.2.1");
  await throttle.succeed("192.0.2.1");
  await expect(throttle.begin("192.0.2.1")).resolves.toBeUndefined();
});

const pairs: [one: string, other: string, isSame: boolean][] = [
  ["192.0.2.1", "192.0.2.2", false],
  ["192.0.2.1", "::ffff:192.0.2.1", true],
  ["2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true],
  ["2001:db8:0:1::1", "2001:db8:0:2::1", false],
  ["unknown", "192.0.2.1", false],
];
it.each(pairs)("counts %s and %s together: %s", async (one, other, isSame) => {
  await failTenTimes(one);
  const next = throttle.begin(other).then(
    () => "let in",
    () => "refused",
  );
  expect(await next).toBe(isSame ? "refused" : "let in");
});
