import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { signInAs } from "../../api/sign-in.fixture.ts";
import { CredentialList } from "./credential-list.tsx";

const SECRET = { id: "s1", label: "Shop", createdAt: "2026-11-01T00:00:00Z", lastUsedAt: null, endsAt: null };

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test.for([
  ["viewer", []],
  ["editor", []],
  ["owner", ["Set an end Shop", "Remove Shop"]],
] as const)("what a role %s may do with a secret", async ([role, offered]) => {
  await signInAs(role);
  render(<CredentialList site="site_1" kind="identity-secrets" list={[SECRET]} onChange={async () => {}} />);
  expect(screen.getByText("Shop", { selector: "strong" })).toBeTruthy();
  expect(screen.queryAllByRole("button").map((button) => button.textContent)).toEqual(offered);
});
