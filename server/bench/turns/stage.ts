import {
  createAction,
  createSite,
  openSession,
  PAGE_ORIGIN,
  startErrand,
  type Errand,
} from "../../test/errand.ts";
import { createId } from "../../src/storage/ids.ts";
import { startFarSide, type FarSide, type Target } from "./far-side-client.ts";
import { instantModel, MESSAGES } from "./instant-model.ts";

/** What one session may ask for in a minute, and some to spare. */
const TURNS_PER_SESSION = 25;
const SESSIONS_PER_SITE = 100;

/** A whole server of ours, and who stands on the other side of the wire. */
export interface Stage {
  farSide: FarSide;
  target: Target;
  /** Requests for turns in fresh conversations, sent by as many visitors as the rate limits ask for. */
  prepare(count: number, message: keyof typeof MESSAGES): Promise<string[][]>;
  /** The events of one turn. */
  captureTurn(): Promise<string[]>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const farSide = await startFarSide();
  const errand = await startErrand({
    endpoint: { ...farSide, seen: [], answer: () => ({}), close: async () => {} },
    models: { resolve: () => instantModel },
    environment: { ERRAND_TRUST_PROXY: "1" },
  });
  const target = { origin: errand.url.replace("localhost", "127.0.0.1"), path: "/v1/chat" };
  const visitors = createVisitors(errand, farSide.origin);
  const prepare: Stage["prepare"] = async (count, message) => {
    const requests: string[][] = [];
    while (requests.length < count) {
      const headers = await visitors.next();
      const turns = Math.min(TURNS_PER_SESSION, count - requests.length);
      for (let turn = 0; turn < turns; turn += 1) requests.push([askFor(message), ...headers]);
    }
    return requests;
  };
  return {
    farSide,
    target,
    prepare,
    async captureTurn() {
      const [[body = "", ...headers] = []] = await prepare(1, "order");
      const pairs = headers.flatMap((name, index) => (index % 2 ? [] : [[name, headers[index + 1] ?? ""]]));
      const answer = await fetch(target.origin + target.path, {
        method: "POST",
        body,
        headers: { "content-type": "application/json", ...Object.fromEntries(pairs) },
      });
      return (await answer.text()).split(/(?<=\n\n)/);
    },
    async close() {
      await errand.close();
      farSide.end();
    },
  };
}

const askFor = (message: keyof typeof MESSAGES): string =>
  JSON.stringify({
    id: createId("cnv"),
    message: { id: createId("msg"), role: "user", parts: [{ type: "text", text: MESSAGES[message] }] },
    trigger: "submit-message",
  });

/** Visitors one after another, each from an address of its own; a site serves a hundred. */
function createVisitors(errand: Errand, endpoint: string): { next(): Promise<string[]> } {
  let site = "";
  let count = 0;
  return {
    async next() {
      if (count % SESSIONS_PER_SITE === 0) site = await createShop(errand, endpoint);
      count += 1;
      const address = `198.18.${(count >> 8) & 255}.${count & 255}`;
      const { session } = await openSession(fromAddress(errand, address), site);
      return [
        "authorization",
        `Bearer ${session.session}`,
        "origin",
        PAGE_ORIGIN,
        "x-forwarded-for",
        address,
      ];
    },
  };
}

function fromAddress(errand: Errand, address: string): Errand {
  return {
    ...errand,
    visit(path, init = {}) {
      const headers = new Headers(init.headers);
      headers.set("x-forwarded-for", address);
      return errand.visit(path, { ...init, headers });
    },
  };
}

async function createShop(errand: Errand, endpoint: string): Promise<string> {
  const site = await createSite(errand);
  await createAction(errand, site, {
    identifier: "look_up_order",
    name: "Look up order",
    whenToUse: "Look up an order.",
    url: `${endpoint}/orders/{{order_number}}`,
    parameters: [{ name: "order_number" }],
    auth: { type: "bearer", credential: "sk-live-0123456789f3a9" },
  });
  return site;
}
