import { actionSchema } from "@errand/shared/action";
import type { actionTestSchema, ActionTestResult } from "@errand/shared/action-test";
import { canonicalLocale } from "@errand/shared/locale";
import * as z from "zod";
import { createId } from "../storage/ids.ts";
import type { ActionStore } from "./action-store.ts";
import { withoutCredential } from "./check-definition.ts";
import { credentialError, refuseMovedCredential } from "./credential-change.ts";
import type { RunAction } from "./run-action.ts";
import { credentialContext, type StoredAction } from "./stored-action.ts";
import { toTestVisitor } from "./test-visitor.ts";

interface TestActionOptions {
  runAction: RunAction;
  actions: Pick<ActionStore, "get">;
  now?: () => Date;
}

type TestRequest = z.output<typeof actionTestSchema>;
/** What a test needs of a site. */
interface TestedSite {
  id: string;
  settings: { defaultLocale: string; sendDeclaredFields?: boolean };
}

const POINTER = "/action/auth/credential";
const bodySchema = z.object({ action: actionSchema });

/**
 * Creates the function that tries a definition which need not be saved, through the function that runs actions.
 * It throws z.ZodError for a faulty definition, and ErrandError `invalid_request` at `/action/auth/credential` when
 * the credential must be entered: one that is sealed serves only the origin and header it was entered for.
 */
export function createTestAction({ runAction, actions, now = () => new Date() }: TestActionOptions) {
  return async (site: TestedSite, request: TestRequest): Promise<ActionTestResult> => {
    const { action: input } = bodySchema.parse({ action: request.action });
    const saved = request.savedFrom === undefined ? undefined : await actions.get(site.id, request.savedFrom);
    const action = draftAction(site.id, { saved, definition: withoutCredential(input), now: now() });
    const typed = typeof input.auth.credential === "string" ? input.auth.credential : undefined;
    if (typed === undefined) checkSealed(saved, action);
    const { outcome, message, durationMs, ...views } = await runAction({
      site,
      action,
      arguments: request.arguments,
      visitor: toTestVisitor(request.visitor, now()),
      locale: canonicalLocale(request.visitor.locale) ?? site.settings.defaultLocale,
      conversationId: createId("cnv"),
      credential: typed,
      dryRun: request.dryRun,
      record: false,
    });
    const { request: sent, response, card } = views;
    return {
      outcome,
      durationMs,
      ...(sent === undefined ? {} : { request: sent }),
      ...(response === undefined ? {} : { response }),
      ...(card === undefined ? {} : { card }),
      ...(message === undefined ? {} : { message }),
    };
  };
}

interface Draft {
  saved: StoredAction | undefined;
  definition: StoredAction["definition"];
  now: Date;
}

function draftAction(siteId: string, { saved, definition, now }: Draft): StoredAction {
  const at = now.toISOString();
  return { id: createId("act"), siteId, createdAt: at, updatedAt: at, ...saved, definition };
}

function checkSealed(saved: StoredAction | undefined, action: StoredAction): void {
  if (credentialContext(action) === undefined) return;
  if (saved?.credentialSealed === undefined)
    throw credentialError("Enter the credential to test with.", POINTER);
  refuseMovedCredential(saved, action, POINTER);
}
