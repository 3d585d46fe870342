import type { SignInMark } from "./session.ts";

const KEY = "errand.signed-in";
const NAME_KEY = "errand.account";

/** The mark in the browser's storage; where storage is blocked the server is asked each time. */
export function createSignInMark(): SignInMark {
  const attempt = <Result>(work: () => Result, otherwise: Result): Result => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  return {
    isSet: () => attempt(() => localStorage.getItem(KEY) !== null, true),
    set: (name) =>
      attempt(() => {
        localStorage.setItem(KEY, "1");
        localStorage.setItem(NAME_KEY, name);
      }, undefined),
    name: () => attempt(() => localStorage.getItem(NAME_KEY) ?? undefined, undefined),
    clear: () => attempt(() => localStorage.removeItem(KEY), undefined),
  };
}
