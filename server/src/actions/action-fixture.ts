import { randomBytes } from "node:crypto";
import { actionSchema, parameterSchema, type Action, type Parameter } from "@errand/shared/action";
import { parseKeyring } from "../credentials/keyring.ts";
import { createSealer, type Sealer } from "../credentials/seal.ts";
import { withoutCredential } from "./check-definition.ts";
import { createValueOf, type PlaceholderSources, type ValueOf } from "./placeholder-values.ts";
import type { StoredAction } from "./stored-action.ts";

/** The instant of every test. */
export const NOW = new Date("2027-03-31T12:00:00.000Z");

/** A parameter; what is left out has its default. */
export function parameter(name: string, more: Partial<Parameter> = {}): Parameter {
  return parameterSchema.parse({ name, ...more });
}

/** A definition that was checked like any other. Throws z.ZodError for a faulty one. */
export function defineAction(more: Record<string, unknown> = {}): Action {
  const least = {
    identifier: "lookup_order",
    name: "Look up order",
    whenToUse: "Look up an order.",
    method: "GET",
    url: "https://api.acme.test/orders",
  };
  return withoutCredential(actionSchema.parse({ ...least, ...more }));
}

export function storedAction(definition: Action, more: Partial<StoredAction> = {}): StoredAction {
  const at = NOW.toISOString();
  return { id: "act_1", siteId: "site_1", definition, createdAt: at, updatedAt: at, ...more };
}

/** The values of placeholders for these arguments and an anonymous visitor. */
export function valuesOf(args: Record<string, unknown>, more: Partial<PlaceholderSources> = {}): ValueOf {
  return createValueOf({
    arguments: args,
    visitor: { verification: "anonymous", key: "k" },
    locale: "az",
    conversationId: "cnv_1",
    now: NOW,
    ...more,
  });
}

/** A sealer under a key of its own. */
export function createTestSealer(): Sealer {
  return createSealer(parseKeyring(`k1:${randomBytes(32).toString("base64")}`));
}
