import { siteSettingsSchema } from "@errand/shared/site";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { LocationProvider } from "preact-iso/router";
import { afterEach, expect, test, vi } from "vitest";
import { signInAs } from "../../api/sign-in.fixture.ts";
import { OriginsCard } from "../site/origins-card.tsx";
import { GeneralForm } from "./general-form.tsx";
import { HandOverForm } from "./hand-over-form.tsx";

const AT = "2026-05-04T10:00:00Z";
const SITE = {
  ...siteSettingsSchema.parse({ name: "Shop", allowedOrigins: ["https://shop.example"] }),
  id: "site_1",
  createdAt: AT,
  updatedAt: AT,
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function open(role: "viewer" | "editor" | "owner") {
  await signInAs(role);
  render(
    <LocationProvider>
      {[GeneralForm, HandOverForm, OriginsCard].map((Part) => (
        <Part key={Part.name} site={SITE} onSite={() => {}} />
      ))}
    </LocationProvider>,
  );
}

const EDITORS = ["Name", "Default language", "Time zone"];
const OWNERS = ["Delete conversations after", "Webhook", "E-mail", "Address 1"];
const disabled = (labels: string[]) =>
  labels.map((label) => screen.getByLabelText(label).closest("fieldset[disabled]") !== null);

test("an editor finds what is an owner's disabled, and who may change it", async () => {
  await open("editor");
  expect(disabled(EDITORS)).toEqual([false, false, false]);
  expect(disabled(OWNERS)).toEqual([true, true, true, true]);
  expect(screen.getAllByText("Only owners may change this.")).toHaveLength(3);
});

test("a viewer finds everything disabled, and is told so once a form", async () => {
  await open("viewer");
  expect(disabled([...EDITORS, ...OWNERS])).toEqual(Array.from({ length: 7 }, () => true));
  expect(screen.getAllByText(/Your role may look at this/)).toHaveLength(2);
  expect(screen.getAllByText("Only owners may change this.")).toHaveLength(1);
});

test("only the settings that were changed are sent, so that the others stay whose they are", async () => {
  const sent: unknown[] = [];
  await open("owner");
  vi.stubGlobal("fetch", async (_url: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body));
    return Response.json({ ...SITE, name: "Other" });
  });
  fireEvent.input(screen.getByLabelText("Name"), { target: { value: "Other" } });
  const [save] = screen.getAllByRole("button", { name: "Save changes" });
  if (save) fireEvent.click(save);
  await waitFor(() => expect(sent).toEqual([{ name: "Other" }]));
});
