import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider, useLocation } from "preact-iso/router";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { ConfirmHost } from "../components/confirm.tsx";
import { installUnsavedGuard, mayLeave, useUnsavedGuard } from "./unsaved-guard.ts";

let isDirty: boolean;

beforeAll(installUnsavedGuard);
beforeEach(() => {
  isDirty = true;
  history.replaceState(null, "", "/editor");
  render(
    <LocationProvider>
      <Page />
      <ConfirmHost />
    </LocationProvider>,
  );
});
afterEach(cleanup);

function Page() {
  const { path } = useLocation();
  return path === "/editor" ? <FormPage /> : <p>Other page</p>;
}

function FormPage() {
  const leave = useUnsavedGuard(() => isDirty);
  return (
    <>
      <a href="/other">Other</a>
      <a href="/editor#part">Part</a>
      <button type="button" onClick={() => leave("/other")}>
        Saved
      </button>
    </>
  );
}

const press = async (name: string) => fireEvent.click(await screen.findByRole("button", { name }));
const follow = (name: string) => fireEvent.click(screen.getByRole("link", { name }));
const unload = () => {
  const event = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
};

test("a link asks before unsaved work is left, and stays on no", async () => {
  follow("Other");
  await press("Stay");
  await waitFor(() => expect(screen.queryByText("Leave without saving?")).toBeNull());
  expect(location.pathname).toBe("/editor");
});

test("a link is followed on yes", async () => {
  follow("Other");
  await press("Leave");
  expect(await screen.findByText("Other page")).toBeTruthy();
});

test("nothing is asked when nothing is unsaved", async () => {
  isDirty = false;
  expect([await mayLeave(), unload()]).toEqual([true, false]);
  follow("Other");
  expect(await screen.findByText("Other page")).toBeTruthy();
});

test("nothing is asked by a link into the same page", () => {
  follow("Part");
  expect(screen.queryByText("Leave without saving?")).toBeNull();
});

test("a page that has just saved leaves without asking", async () => {
  await press("Saved");
  expect(await screen.findByText("Other page")).toBeTruthy();
});

test("closing the tab asks while there is unsaved work", () => {
  expect(unload()).toBe(true);
});

test("Back asks, and puts the address back until the answer", async () => {
  history.replaceState(null, "", "/before");
  window.dispatchEvent(new PopStateEvent("popstate"));
  expect(location.pathname).toBe("/editor");
  await press("Stay");
  expect(screen.getByRole("link", { name: "Other" })).toBeTruthy();
});
