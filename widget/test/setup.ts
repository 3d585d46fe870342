import { afterEach, beforeEach, vi } from "vitest";

/** Every request has to be expected: one that no fake server answers fails the test that made it. */
beforeEach(() => {
  vi.stubGlobal("fetch", (address: string) => {
    throw new Error(`An unexpected request left the page: ${address}`);
  });
});

afterEach(async () => {
  await window.Errand?.("destroy");
  vi.unstubAllGlobals();
  delete window.Errand;
  delete window.errandSettings;
  localStorage.clear();
  sessionStorage.clear();
  document.documentElement.lang = "";
});
