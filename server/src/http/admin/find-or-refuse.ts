import { ErrandError } from "../../errors.ts";
import type { Site } from "../../sites/site.ts";
import type { AdminDependencies } from "./dependencies.ts";

const ID = /^\w{1,64}$/;

/** The site of a path. @throws ErrandError `not_found` */
export async function findSite({ sites }: Pick<AdminDependencies, "sites">, id: string): Promise<Site> {
  return found(await sites.get(checkId(id)), "site", id);
}

/** The value itself. @throws ErrandError `not_found` when there is none */
export function found<Value>(value: Value | undefined, kind: string, id: string): Value {
  if (value === undefined) throw notFound(kind, id);
  return value;
}

/** An id of a path that is safe to look up: no database accepts every text. @throws ErrandError `not_found` */
export function checkId(id: string): string {
  if (ID.test(id)) return id;
  throw notFound("entry", id);
}

export function notFound(kind: string, id: string): ErrandError {
  return new ErrandError("not_found", `There is no ${kind} "${id.slice(0, 64)}" here.`);
}
