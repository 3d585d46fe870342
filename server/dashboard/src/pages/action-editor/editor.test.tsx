import type { ActionView } from "@errand/shared/action";
import type { RunView } from "@errand/shared/action-test";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { LocationProvider } from "preact-iso/router";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sampleAction } from "./sample-action.fixture.ts";
import { actionDraft } from "./action-draft.ts";
import { emptyForm, toForm } from "./action-form.ts";
import { Editor } from "./editor.tsx";
import { signInAs } from "../../api/sign-in.fixture.ts";

let sent: { method: string; url: string; body: unknown }[];
let madeOf: (string | null)[];
let ledger: Partial<RunView>[];
let answer: { status: number; body: unknown };

beforeEach(async () => {
  sent = [];
  madeOf = [];
  sessionStorage.clear();
  await signInAs("editor");
  ledger = [];
  vi.stubGlobal("fetch", async (url: string, init: { method: string; body: string; headers: Headers }) => {
    if (init.method === "GET") {
      const isLedger = url === "/admin/v1/sites/site_1/runs?limit=5&action=act_1";
      return Response.json({ items: isLedger ? ledger : [], nextCursor: null });
    }
    madeOf.push(init.headers.get("if-match"));
    sent.push({ method: init.method, url, body: JSON.parse(init.body) as unknown });
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(saved?: ActionView) {
  const initial = saved ? toForm(saved) : emptyForm();
  render(
    <LocationProvider>
      <Editor site="site_1" initial={initial} saved={saved} />
    </LocationProvider>,
  );
}

// A parameter has a name too; the action's own fields stand first.
const field = (name: string) =>
  screen.getAllByRole<HTMLInputElement>("textbox", { name }).at(0) as HTMLInputElement;
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const type = (input: HTMLElement, value: string) => fireEvent.input(input, { target: { value } });
const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...LOOKUP } = sampleAction();

describe("a new action", () => {
  test("takes its identifier from the name until that is edited", () => {
    open();
    type(field("Name"), "Look up order");
    expect(field("Identifier").value).toBe("look_up_order");
    type(field("Identifier"), "find_order");
    type(field("Name"), "Find my order");
    expect(field("Identifier").value).toBe("find_order");
  });

  test("keeps what was typed right before the page is left", () => {
    open();
    type(field("Name"), "Half done");
    dispatchEvent(new Event("pagehide"));
    expect(JSON.stringify(Object.entries(sessionStorage))).toContain("Half done");
  });

  test("shows a problem beside the field as one types", () => {
    open();
    expect(screen.queryByText(/must start with https/)).toBeNull();
    type(field("Address"), "http://api.example.com");
    expect(field("Address").getAttribute("aria-invalid")).toBe("true");
    const notes = field("Address").getAttribute("aria-describedby")?.split(" ") ?? [];
    const problem = document.getElementById(notes[0] ?? "");
    expect(problem?.textContent).toBe('"http://api.example.com" must start with https://');
    type(field("Address"), "https://api.example.com");
    expect(screen.queryByText(/must start with https/)).toBeNull();
  });

  test("is not sent while there is a problem", () => {
    open();
    press("Create action");
    expect(screen.getByText("Must say when the assistant should use this action")).toBeTruthy();
    expect(sent).toEqual([]);
  });

  test("offers to declare a placeholder that no parameter has, and is saved with it", async () => {
    answer = { status: 201, body: sampleAction() };
    open();
    type(field("Name"), LOOKUP.name);
    type(field("Identifier"), LOOKUP.identifier);
    type(field("When to use"), LOOKUP.whenToUse);
    type(field("Address"), LOOKUP.url);
    press("Add parameter order_number");
    type(field("Hint"), "Such as ORD-123");
    press("Create action");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({ method: "POST", url: "/admin/v1/sites/site_1/actions", body: LOOKUP });
  });
});

describe("a saved action", () => {
  const auth = { type: "bearer", credential: { set: true, hint: "…f3a9" } } as const;

  test("is saved over what its changes were made of, also when a reload brought them back", async () => {
    actionDraft("site_1", "act_1").write({ ...toForm(sampleAction()), name: "Find order" });
    open({ ...sampleAction(), name: "Track order", updatedAt: "2026-11-21T08:00:00Z" });
    expect(field("Name").value).toBe("Find order");
    answer = { status: 200, body: sampleAction({ name: "Find order" }) };
    press("Save action");
    await waitFor(() => expect(madeOf).toEqual([`"${sampleAction().updatedAt}"`]));
  });

  test("once saved, what a reload brought back is no more to be thrown away", async () => {
    actionDraft("site_1", "act_1").write({ ...toForm(sampleAction()), name: "Find order" });
    open(sampleAction());
    expect(screen.getByRole("button", { name: "Discard them" })).toBeTruthy();
    answer = { status: 200, body: sampleAction({ name: "Find order" }) };
    press("Save action");
    await waitFor(() => expect(screen.queryByRole("button", { name: "Discard them" })).toBeNull());
    type(field("Name"), "Find an order");
    expect(screen.queryByRole("button", { name: "Discard them" })).toBeNull();
  });

  test("shows the last four of its key, and is saved without it", async () => {
    const saved = sampleAction({ auth });
    answer = { status: 200, body: saved };
    open(saved);
    expect(within(screen.getByRole("group", { name: "Stored key" })).getByText("••••••••f3a9")).toBeTruthy();
    type(field("Name"), "Find order");
    press("Save action");
    await waitFor(() => expect(sent).toHaveLength(1));
    const body = { ...LOOKUP, name: "Find order", auth: { type: "bearer" } };
    expect(sent[0]).toEqual({ method: "PUT", url: "/admin/v1/sites/site_1/actions/act_1", body });
  });

  test("shows what the server refuses beside the field it names", async () => {
    const errors = [{ pointer: "/identifier", message: "is taken" }];
    answer = { status: 409, body: { title: "Taken.", status: 409, code: "conflict", errors } };
    open(sampleAction());
    type(field("Identifier"), "other");
    press("Save action");
    expect(await screen.findByText("Is taken")).toBeTruthy();
    expect(field("Identifier").getAttribute("aria-invalid")).toBe("true");
  });

  test("is tested as it stands on the page, with its stored key", async () => {
    const request = { method: "GET", url: "https://api.example.com/orders/ORD-1", headers: {}, body: null };
    answer = { status: 200, body: { request, outcome: "timeout", message: "No answer.", durationMs: 1_500 } };
    open(sampleAction({ auth }));
    type(field("Order number"), "ORD-1");
    press("Run test");
    const result = await screen.findByRole("region", { name: "Result" });
    expect(within(result).getByText("Timed out")).toBeTruthy();
    expect(within(result).getByText("1.5 sec")).toBeTruthy();
    expect(within(result).getByText("No answer.")).toBeTruthy();
    expect(sent).toEqual([
      {
        method: "POST",
        url: "/admin/v1/sites/site_1/actions/test",
        body: {
          action: { ...LOOKUP, auth: { type: "bearer" } },
          arguments: { order_number: "ORD-1" },
          visitor: { verification: "anonymous" },
          dryRun: false,
          savedFrom: "act_1",
        },
      },
    ]);
  });

  test("shows how its newest runs went, each with its own page", async () => {
    const startedAt = new Date(Date.now() - 3_600_000).toISOString();
    const run = { id: "run_1", actionId: "act_1", startedAt, status: "failed" as const };
    ledger = [{ ...run, outcome: "remote_error", httpStatus: 503, durationMs: 1_500 }];
    open(sampleAction());
    const link = await screen.findByRole("link", { name: "1 hour ago" });
    expect(link.getAttribute("href")).toBe("/sites/site_1/runs/run_1");
    expect([...(link.closest("li")?.children ?? [])].map((part) => part.textContent)).toEqual([
      "1 hour ago",
      "Refused",
      "503",
      "1.5 sec",
    ]);
    expect(screen.getByRole("link", { name: "All runs" }).getAttribute("href")).toBe(
      "/sites/site_1/runs?action=act_1",
    );
  });

  test("takes a placeholder into the field that was last typed in", () => {
    open(sampleAction());
    const address = field("Address");
    address.focus();
    address.setSelectionRange(0, address.value.length);
    press("{{locale}}");
    expect(address.value).toBe("{{locale}}");
  });
});

test("a viewer reads an action; nothing is offered that would change it", async () => {
  await signInAs("viewer");
  open(sampleAction());
  expect(screen.getByText(/Your role may look at this, not change it/)).toBeTruthy();
  expect(field("Name").value).toBe(LOOKUP.name);
  expect(field("Name").closest("fieldset[disabled]")).not.toBeNull();
  for (const name of ["Save action", "Delete", "Run test"]) {
    expect(screen.queryByRole("button", { name })).toBeNull();
  }
  expect(screen.queryByRole("link", { name: "Duplicate" })).toBeNull();
  expect(screen.getByRole("link", { name: "Runs" })).toBeTruthy();
});
