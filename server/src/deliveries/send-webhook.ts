import { webhookSignature } from "../actions/proof/webhook-signature.ts";
import { EgressError } from "../egress/egress-error.ts";
import type { Egress, GuardedResponse } from "../egress/guarded-request.ts";
import type { WebhookSecretStore } from "../sites/webhook-secret-store.ts";
import type { Send } from "./courier.ts";
import { DeliveryError } from "./delivery.ts";

const TIMEOUT_MS = 15_000;
const MAX_RESPONSE_BYTES = 65_536;

interface WebhookOptions {
  egress: Pick<Egress, "request">;
  webhookSecrets: Pick<WebhookSecretStore, "live">;
  version: string;
  now?: () => Date;
}

/** Posts events to the site's webhook, signed under its `whsec_` secrets (Standard Webhooks). */
export function createWebhookSender({
  egress,
  webhookSecrets,
  version,
  now = () => new Date(),
}: WebhookOptions): Send {
  return async ({ id, event }, site) => {
    const url = site.settings.handOver.webhookUrl;
    if (url === null) throw new DeliveryError("The site has no webhook any more.", { isFinal: true });
    const body = JSON.stringify(event);
    const timestamp = Math.floor(now().getTime() / 1_000);
    const signature = webhookSignature(await webhookSecrets.live(site.id), { id, timestamp, body });
    const request = {
      poolKey: site.id,
      method: "POST",
      url,
      headers: {
        "content-type": "application/json",
        "user-agent": `Errand/${version}`,
        "webhook-id": id,
        "webhook-timestamp": String(timestamp),
        "webhook-signature": signature,
      },
      body,
      timeoutMs: TIMEOUT_MS,
      maxResponseBytes: MAX_RESPONSE_BYTES,
    };
    judge(await egress.request(request).catch(explain));
  };
}

function explain(error: unknown): never {
  if (!(error instanceof EgressError)) throw error;
  throw new DeliveryError(error.ownerMessage, { cause: error });
}

/** 410 says that the place takes no more, ever (Standard Webhooks, "Delivery"). */
function judge({ status }: GuardedResponse): void {
  if (status >= 200 && status < 300) return;
  throw new DeliveryError(`The webhook answered with status ${status}.`, { isFinal: status === 410 });
}
