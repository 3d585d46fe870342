import type { Config } from "./config.ts";
import { createCourier, type Courier } from "./deliveries/courier.ts";
import { DeliveryError } from "./deliveries/delivery.ts";
import { createOutbox } from "./deliveries/outbox.ts";
import { createMailSender } from "./deliveries/send-mail.ts";
import { createWebhookSender } from "./deliveries/send-webhook.ts";
import type { Egress } from "./egress/guarded-request.ts";
import type { SiteStore } from "./sites/site-store.ts";
import type { WebhookSecretStore } from "./sites/webhook-secret-store.ts";
import type { Database } from "./storage/database.ts";
import { version } from "./version.ts";

interface Ground {
  config: Pick<Config, "smtpUrl" | "smtpFrom">;
  publicUrl: string;
  database: Database;
  log: { error(details: object, message: string): void };
}

interface Parts {
  egress: Pick<Egress, "request">;
  webhookSecrets: Pick<WebhookSecretStore, "live">;
  sites: Pick<SiteStore, "get">;
}

/** Joins what brings events to owners: by webhook, and by mail where the operator has set it up. */
export function composeCourier({ config, publicUrl, database, log }: Ground, parts: Parts): Courier {
  const { smtpUrl, smtpFrom = `errand@${new URL(publicUrl).hostname}` } = config;
  const noMail = (): Promise<never> =>
    Promise.reject(new DeliveryError("ERRAND_SMTP_URL is not set any more.", { isFinal: true }));
  return createCourier({
    outbox: createOutbox(database),
    sites: parts.sites,
    send: {
      webhook: createWebhookSender({ ...parts, version }),
      mail: smtpUrl === undefined ? noMail : createMailSender({ smtpUrl, from: smtpFrom }),
    },
    log,
  });
}
