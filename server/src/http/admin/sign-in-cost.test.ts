import { expect, it, vi } from "vitest";
import { CHEAP_PASSWORDS } from "../../../test/cheap-passwords.ts";
import { openInFolder } from "../../../test/databases.ts";
import { createAdminStore } from "./admin-store.ts";
import { createTeamStore } from "./team-store.ts";

const derive = vi.hoisted(() => vi.fn());
vi.mock("node:crypto", async (importOriginal) => {
  const original = await importOriginal<typeof import("node:crypto")>();
  derive.mockImplementation(original.scrypt);
  return { ...original, scrypt: derive };
});

const open = openInFolder();

it("a name costs the same work whether or not somebody has it, so that its time tells nothing", async () => {
  const database = await open();
  const passwords = CHEAP_PASSWORDS;
  const admins = createAdminStore(database, { passwords });
  await admins.ensureFirstAdmin("correct horse battery staple");
  await createTeamStore(database, { passwords }).invite("invited", "viewer");
  const workFor = async (name: string): Promise<unknown[]> => {
    derive.mockClear();
    expect(await admins.signIn(name, "a wrong password")).toBeUndefined();
    return derive.mock.calls.map(([, , keyBytes, { N, r, p }]) => ({ keyBytes, N, r, p }));
  };
  const owner = await workFor("owner");
  expect(owner).toHaveLength(1);
  for (const name of ["nobody", "invited", ""]) expect(await workFor(name)).toEqual(owner);
});
