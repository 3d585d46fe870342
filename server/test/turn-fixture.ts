import { afterAll, beforeAll, beforeEach } from "vitest";
import type { StreamChunk } from "@errand/shared/wire";
import { startEndpoint, type Endpoint } from "./endpoint.ts";
import {
  createAction,
  createSite,
  openSession,
  startErrand,
  type Errand,
  type VisitorClient,
} from "./errand.ts";
import { createScriptedModel, type ScriptedModel } from "./scripted-model.ts";

/** A site with four actions, a scripted model, and the owner's API; fresh for each test but for the server. */
interface TurnFixture {
  model: ScriptedModel;
  endpoint: Endpoint;
  errand: Errand;
  site: string;
  /** A conversation of this test's own. */
  conversation: string;
  openSession(request?: Record<string, unknown>): Promise<VisitorClient>;
  /** What the model was last told of its calls. */
  toolResults(): unknown[];
}

export function useTurns(): TurnFixture {
  const model = createScriptedModel();
  let errand: Errand;
  let site: string;
  let count = 0;
  const fixture = { model, conversation: "" } as TurnFixture;

  beforeAll(async () => {
    const endpoint = await startEndpoint();
    errand = await startErrand({ models: model, endpoint });
    site = await createSite(errand);
    for (const action of shopActions(endpoint.origin)) await createAction(errand, site, action);
    Object.assign(fixture, {
      endpoint,
      errand,
      site,
      openSession: (request = {}) => openSession(errand, site, request),
      toolResults: () => toolResultsOf(model),
    });
  });
  afterAll(async () => {
    await errand.close();
    await fixture.endpoint.close();
  });
  beforeEach(() => {
    model.steps.length = 0;
    model.asked.length = 0;
    fixture.endpoint.seen.length = 0;
    fixture.endpoint.answer = () => ({ body: { status: "in transit", note: "only for the model" } });
    fixture.conversation = `cnv_turn_${(count += 1)}`;
  });
  return fixture;
}

const shopActions = (origin: string): object[] => [
  {
    identifier: "lookup_order",
    name: "Look up order",
    url: `${origin}/orders/{{order}}`,
    parameters: [{ name: "order", label: "Order number" }],
    progressText: { en: "Looking up your order…", az: "Sifarişiniz axtarılır…" },
    progressTexts: { slow: { az: "Hələ axtarılır…" }, done: "Found." },
  },
  {
    identifier: "track_parcel",
    name: "Track parcel",
    url: `${origin}/parcel`,
    response: {
      card: { title: "{{/status}}", fields: [{ label: "Carrier", value: "{{/carrier}}" }] },
    },
  },
  {
    identifier: "create_ticket",
    name: "Create ticket",
    method: "POST",
    url: `${origin}/tickets`,
    parameters: [{ name: "subject" }],
  },
  {
    identifier: "send_mail",
    name: "Send mail",
    method: "POST",
    url: `${origin}/mails`,
    confirmation: "never",
    parameters: [{ name: "to", type: "email" }],
  },
  {
    identifier: "list_orders",
    name: "List orders",
    url: `${origin}/orders`,
    requireVerifiedIdentity: true,
  },
];

function toolResultsOf(model: ScriptedModel): unknown[] {
  const prompt = model.asked.at(-1)?.prompt ?? [];
  return prompt.flatMap((message) =>
    message.role === "tool"
      ? message.content.map((part) => (part.type === "tool-result" ? part.output : part))
      : [],
  );
}

/** The approval that a stream asks for. @throws when it asks for none */
export function approvalOf(chunks: readonly StreamChunk[]): string {
  const asked = chunks.find((chunk) => chunk.type === "tool-approval-request");
  if (!asked) throw new Error(`no approval was asked for: ${typesOf(chunks).join(" ")}`);
  return asked.approvalId;
}

export const typesOf = (chunks: readonly StreamChunk[]): string[] => chunks.map((chunk) => chunk.type);
