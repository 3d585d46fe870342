import type { Send } from "./courier.ts";
import { DeliveryError } from "./delivery.ts";
import { mailText } from "./mail-text.ts";

interface MailOptions {
  /** `ERRAND_SMTP_URL`: `smtp://user:password@host:587` or `smtps://…`. */
  smtpUrl: string;
  /** `ERRAND_SMTP_FROM`: whose mails they are. */
  from: string;
}

/** Sends events by mail through the operator's server. */
export function createMailSender({ smtpUrl, from }: MailOptions): Send {
  return async ({ id, event }, site) => {
    const to = site.settings.handOver.email;
    if (to === null) throw new DeliveryError("The site has no e-mail address any more.", { isFinal: true });
    const { createTransport } = await import("nodemailer");
    const transport = createTransport(smtpUrl);
    const domain = from.slice(from.lastIndexOf("@") + 1).replace(/>$/, "");
    try {
      // The same id in every attempt: a mail that arrived twice is seen once.
      await transport.sendMail({ from, to, ...mailText(event), messageId: `<${id}@${domain}>` });
    } catch (error) {
      throw toDeliveryError(error);
    } finally {
      transport.close();
    }
  };
}

/** Answers from 500 on are for good (RFC 5321 §4.2.1). */
function toDeliveryError(error: unknown): DeliveryError {
  const code = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : 0;
  const reason = code > 0 ? `answered with ${code}` : "could not be reached";
  return new DeliveryError(`The mail server ${reason}.`, { isFinal: code >= 500, cause: error });
}
