import { Router } from "express";
import { memberPatchSchema, memberRequestSchema } from "@errand/shared/team";
import { noteChange } from "./audit-trail.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { checkId, found } from "./find-or-refuse.ts";

/** `/team`: the accounts of this server. */
export function teamRoutes({ team }: Pick<AdminDependencies, "team">): Router {
  const router = Router();
  router.get("/team", async (_request, response) => {
    response.json({ items: await team.list() });
  });
  router.post("/team", async (request, response) => {
    const { name, role } = memberRequestSchema.parse(request.body);
    const invited = await team.invite(name, role);
    noteChange(request, { thing: invited.id, label: name, fields: ["name", "role"] });
    response.status(201).json(invited);
  });
  router.patch("/team/:member", async (request, response) => {
    const id = checkId(request.params.member);
    const { role, resetPassword } = memberPatchSchema.parse(request.body);
    const changed =
      role === undefined ? found(await team.get(id), "account", id) : await team.setRole(id, role);
    noteChange(request, { label: changed.name });
    response.json(resetPassword ? await team.resetPassword(id) : changed);
  });
  router.delete("/team/:member", async (request, response) => {
    const id = checkId(request.params.member);
    const member = found(await team.get(id), "account", id);
    await team.remove(id);
    noteChange(request, { label: member.name });
    response.status(204).end();
  });
  return router;
}
