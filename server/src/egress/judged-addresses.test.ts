import { expect, it, vi } from "vitest";
import { judgeAddress } from "./address-policy.ts";
import { createAddressBook } from "./judged-addresses.ts";

function createTested(answers: string[][]) {
  let time = 0;
  const lookup = vi.fn(async () => answers.shift() ?? []);
  const book = createAddressBook(() => time);
  const deadline = { isOver: false, onOver: () => {} };
  const urlOf = (origin: string, isPrivate: boolean) => {
    const host = new URL(origin).hostname;
    return { href: `${origin}/`, origin, host, port: 443, path: "/", isPrivate };
  };
  return {
    lookup,
    wait: (milliseconds: number) => void (time += milliseconds),
    async call(origin: string, { fails = false, isPrivate = false } = {}) {
      const url = urlOf(origin, isPrivate);
      const judged = await book.find(url, { judge: judgeAddress, lookup, deadline });
      if (fails) book.forget(url);
      else book.keep(url, judged);
      return judged.addresses;
    },
  };
}

it("serves the calls of two seconds after a resolution, and no later one", async () => {
  const { call, wait, lookup } = createTested([["8.8.8.8"], ["8.8.4.4"]]);
  expect(await call("https://api.acme.com")).toEqual(["8.8.8.8"]);
  wait(1_000);
  expect(await call("https://api.acme.com")).toEqual(["8.8.8.8"]);
  wait(999);
  expect(await call("https://api.acme.com")).toEqual(["8.8.8.8"]);
  wait(1);
  expect(await call("https://api.acme.com")).toEqual(["8.8.4.4"]);
  expect(lookup).toHaveBeenCalledTimes(2);
});

it("keeps nothing of a call that did not get through", async () => {
  const { call } = createTested([["8.8.8.8"], ["8.8.4.4"], ["1.1.1.1"]]);
  await call("https://api.acme.com", { fails: true });
  expect(await call("https://api.acme.com")).toEqual(["8.8.4.4"]);
  await call("https://api.acme.com", { fails: true });
  expect(await call("https://api.acme.com")).toEqual(["1.1.1.1"]);
});

it("does not let what a private origin may reach serve another origin of its host", async () => {
  const { call } = createTested([["10.0.0.1"], ["10.0.0.1"]]);
  expect(await call("https://api.acme.com:8443", { isPrivate: true })).toEqual(["10.0.0.1"]);
  await expect(call("https://api.acme.com")).rejects.toMatchObject({ code: "blocked_address" });
});
