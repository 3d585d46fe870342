import type { Role } from "@errand/shared/roles";
import { vi } from "vitest";
import { signIn } from "./owner-api.ts";

/** Signs somebody of this role in; what `fetch` answers afterwards is the test's to say. */
export async function signInAs(role: Role): Promise<void> {
  const me = { name: "ada", role, csrfToken: "token", mustChangePassword: false };
  vi.stubGlobal("fetch", async () => Response.json(me));
  await signIn("ada", "a password of hers");
}
