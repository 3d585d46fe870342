import type { Site } from "../sites/site.ts";
import { DeliveryError, type Channel, type Delivery } from "./delivery.ts";
import type { Outbox } from "./outbox.ts";

/** How often the outbox is looked into, in milliseconds; what is put there is tried at once beside. */
const INTERVAL_MS = 5_000;

/** Brings one delivery to its place. @throws DeliveryError */
export type Send = (delivery: Delivery, site: Site) => Promise<void>;

interface CourierOptions {
  outbox: Outbox;
  sites: { get(id: string): Promise<Site | undefined> };
  send: Record<Channel, Send>;
  log: { error(details: object, message: string): void };
}

/** Brings what lies in the outbox to owners. */
export interface Courier {
  /** Looks at once, and from now on again and again. */
  start(): void;
  /** Looks at once. */
  kick(): void;
  /** Settles when everything that was due has been tried. */
  settled(): Promise<void>;
  /** Begins no further attempt, and waits for those under way. */
  stop(): Promise<void>;
}

export function createCourier({ outbox, sites, send, log }: CourierOptions): Courier {
  let timer: NodeJS.Timeout | undefined;
  const stopped = new AbortController();
  let isAsked = false;
  let running: Promise<void> | undefined;

  const attempt = async (delivery: Delivery): Promise<void> => {
    try {
      const site = await sites.get(delivery.siteId);
      if (!site) throw new DeliveryError("The site is gone.", { isFinal: true });
      await send[delivery.channel](delivery, site);
      await outbox.arrived(delivery.id);
    } catch (error) {
      const isKnown = error instanceof DeliveryError;
      if (!isKnown || error.isFinal) log.error({ err: error, delivery: delivery.id }, "a delivery failed");
      const reason = error instanceof Error ? error.message : String(error);
      await outbox.failed(delivery, reason.slice(0, 500), isKnown && error.isFinal);
    }
  };
  const drain = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      isAsked = false;
      const due = await outbox.take();
      await Promise.all(due.map(attempt));
      if (due.length === 0 && !isAsked) return;
    }
  };
  const kick = (): void => {
    isAsked = true;
    if (running || stopped.signal.aborted) return;
    running = drain()
      .catch((error: unknown) => log.error({ err: error }, "deliveries could not be tried"))
      .finally(() => (running = undefined));
  };
  return {
    start() {
      kick();
      timer = setInterval(kick, INTERVAL_MS).unref();
    },
    kick,
    settled: async () => running,
    async stop() {
      stopped.abort();
      clearInterval(timer);
      await running;
    },
  };
}
