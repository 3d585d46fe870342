import type { EvalCase, EvalReport, EvalView } from "@errand/shared/eval";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetResources } from "../../api/use-resource.ts";
import { signInAs } from "../../api/sign-in.fixture.ts";
import { EvalsCard } from "./evals-card.tsx";

const AT = "2026-11-01T00:00:00Z";
const CASE: EvalCase = {
  name: "",
  locale: "en",
  timeZone: "Asia/Baku",
  visitor: { verification: "jwt", user_id: "42", claims: { plan: "pro" } },
  turns: ["Hello", "Where is ORD-1?"],
  expected: {
    action: "lookup_order",
    arguments: { order_number: "ORD-1" },
    also: [{ action: "list_orders" }],
    asks: null,
    reply: "on its way",
  },
  answer: { status: "in_transit" },
};
const SAVED: EvalView = { ...CASE, id: "e1", createdAt: AT, updatedAt: AT };
const reportOn = (id: string): EvalReport => ({
  results: [
    {
      id,
      name: "",
      passed: false,
      chosen: "lookup_order",
      arguments: { order_number: "ORD-2" },
      also: [],
      asked: "reason",
      reply: "Why?",
      expected: CASE.expected,
      faults: [{ kind: "action", was: "cancel_order", wanted: null, message: "Called cancel_order." }],
      durationMs: 1_500,
    },
  ],
  passed: 0,
  failed: 1,
});

let stored: EvalView[];
let report: EvalReport;
let sent: unknown[][];

beforeEach(async () => {
  await signInAs("editor");
  forgetResources();
  stored = [SAVED];
  report = reportOn("e1");
  sent = [];
  serve();
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function serve() {
  vi.stubGlobal("fetch", async (url: string, { method, body }: { method: string; body?: string }) => {
    const path = url.replace("/admin/v1/sites/site_1/", "");
    if (method === "GET") {
      const items = path === "evals" ? stored : [{ identifier: "lookup_order", name: "Look up order" }];
      return Response.json({ items });
    }
    sent.push([method, path, body === undefined ? undefined : JSON.parse(body)]);
    return Response.json(path === "evals/run" ? report : SAVED);
  });
}

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const open = () => render(<EvalsCard site="site_1" />);
const item = () => screen.findByRole("listitem");

test("a run shows what was chosen, filled, asked and said, and why it failed", async () => {
  open();
  expect(within(await item()).getByText("Where is ORD-1?", { selector: "strong" })).toBeTruthy();
  press("Run Where is ORD-1?");
  await screen.findByText("0 of 1 passed");
  expect(sent).toEqual([["POST", "evals/run", { ids: ["e1"] }]]);
  const [shown] = screen.getAllByRole("listitem");
  for (const text of ["Failed", "Chose lookup_order", "ORD-2", "Asked for reason", "Why?", "1.5 sec"]) {
    expect(shown?.textContent).toContain(text);
  }
  expect(screen.getByText("Called cancel_order instead of nothing.")).toBeTruthy();
});

test("all are run at once", async () => {
  open();
  await item();
  press("Run all");
  await screen.findByText("0 of 1 passed");
  expect(sent).toEqual([["POST", "evals/run", {}]]);
});

test("a sample is edited without losing what has no field", async () => {
  open();
  await item();
  press("Edit Where is ORD-1?");
  fireEvent.input(screen.getByRole("textbox", { name: "Name" }), { target: { value: "Parcel" } });
  press("Save changes");
  await waitFor(() => expect(sent).toEqual([["PUT", "evals/e1", { ...CASE, name: "Parcel" }]]));
});

test("e-mail and name beside a token's claims are edited among them, and none is lost", async () => {
  const visitor = { verification: "jwt" as const, user_id: "42", user_email: "ada@example.com" };
  stored = [{ ...SAVED, visitor: { ...visitor, user_name: "Ada", claims: { plan: "pro", name: "A. L." } } }];
  open();
  await item();
  press("Edit Where is ORD-1?");
  press("Save changes");
  const claims = { email: "ada@example.com", name: "A. L.", plan: "pro" };
  const kept = { ...CASE, visitor: { verification: "jwt", user_id: "42", claims } };
  await waitFor(() => expect(sent).toEqual([["PUT", "evals/e1", kept]]));
});

test("the focus goes back to where an editor was opened, saved or not", async () => {
  open();
  await item();
  press("Edit Where is ORD-1?");
  press("Cancel");
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Edit Where is ORD-1?"));
  press("Edit Where is ORD-1?");
  fireEvent.input(screen.getByRole("textbox", { name: "Name" }), { target: { value: "Parcel" } });
  press("Save changes");
  await screen.findByRole("button", { name: "Edit Where is ORD-1?" });
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Edit Where is ORD-1?"));
  press("Add a sample");
  press("Cancel");
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Add a sample"));
});

test("a message that is added takes the focus", async () => {
  open();
  await item();
  press("Edit Where is ORD-1?");
  press("Add a message");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Message 3")));
});

test("twenty samples are shown at first, with those that failed, and all when asked", async () => {
  stored = Array.from({ length: 30 }, (_, index) => ({ ...SAVED, id: `e${index}`, name: `Sample ${index}` }));
  report = reportOn("e25");
  open();
  await screen.findByRole("button", { name: "Edit Sample 19" });
  expect(screen.queryByRole("button", { name: "Edit Sample 20" })).toBeNull();
  press("Run all");
  expect(await screen.findByRole("button", { name: "Edit Sample 25" })).toBeTruthy();
  press("Show all 30");
  expect(await screen.findByRole("button", { name: "Edit Sample 29" })).toBeTruthy();
});

test("a new sample says what is wrong with it, and is sent when nothing is", async () => {
  stored = [];
  open();
  await screen.findByText(/None yet/);
  press("Add a sample");
  press("Save changes");
  expect(screen.getByLabelText("Message 1").getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByLabelText("Action").getAttribute("aria-invalid")).toBe("true");
  fireEvent.input(screen.getByLabelText("Message 1"), { target: { value: "Cancel my order" } });
  fireEvent.click(screen.getByRole("radio", { name: "Ask for something" }));
  fireEvent.input(screen.getByLabelText("Parameter"), { target: { value: "order_number" } });
  press("Save changes");
  const sample = {
    name: "",
    locale: "en",
    timeZone: null,
    visitor: { verification: "anonymous" },
    turns: ["Cancel my order"],
    expected: { action: null, also: [], asks: "order_number", reply: null },
    answer: null,
  };
  await waitFor(() => expect(sent).toEqual([["POST", "evals", sample]]));
});

test("a viewer reads the samples and runs none", async () => {
  await signInAs("viewer");
  serve();
  open();
  await item();
  expect(screen.queryAllByRole("button")).toEqual([]);
  expect(screen.getByText(/Your role may look at this/)).toBeTruthy();
});
