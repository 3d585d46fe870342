import { cleanup, render, screen } from "@testing-library/preact";
import { ErrorBoundary } from "preact-iso/lazy";
import { afterEach, expect, test } from "vitest";
import { lazyPage } from "./lazy-page.tsx";

afterEach(cleanup);

test("a page stands once its file is read", async () => {
  const Page = lazyPage<object>(async () => () => <p>Here</p>);
  render(
    <ErrorBoundary>
      <Page />
    </ErrorBoundary>,
  );
  expect(await screen.findByText("Here")).toBeTruthy();
});

test("a file that cannot be read leaves a word about it, and a way to try again", async () => {
  const Page = lazyPage<object>(() => Promise.reject(new TypeError("Failed to fetch")));
  render(
    <ErrorBoundary>
      <Page />
    </ErrorBoundary>,
  );
  expect(await screen.findByText(/could not be loaded/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
});
