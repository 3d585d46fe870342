import type { SignInMark } from "./session.ts";

const KEY = "errand.signed-in";

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
    set: () => attempt(() => localStorage.setItem(KEY, "1"), undefined),
    clear: () => attempt(() => localStorage.removeItem(KEY), undefined),
  };
}
