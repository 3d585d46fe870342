/** How a person at the owner's side is reached. */
export type Channel = "webhook" | "mail";

/** Who the visitor is, as far as they proved or said it. */
export interface EventVisitor {
  verification: string;
  user_id?: string;
  user_email?: string;
  user_name?: string;
  /** Which of the above were proved. */
  verified: string[];
  /** An e-mail address or a phone number that they wrote in the conversation. */
  contact?: string;
}

/** One line of a transcript. Times are ISO 8601 UTC. */
export interface TranscriptLine {
  role: "visitor" | "assistant" | "person";
  text: string;
  at: string;
  /** The actions that the reply called, and how each ended. */
  actions?: { name: string; state: string }[];
}

interface EventData {
  site: { id: string; name: string };
  conversation: string;
  /** BCP 47 tag. */
  locale: string;
  visitor: EventVisitor;
}

/** What the owner's side is told, in the shape that Standard Webhooks recommend. */
export type DeliveryEvent =
  | {
      type: "conversation.handed_over";
      timestamp: string;
      data: EventData & { reason: string; transcript: TranscriptLine[] };
    }
  | {
      type: "conversation.message";
      timestamp: string;
      data: EventData & { message: { id: string; text: string; at: string } };
    };

/** An event on its way to one place; the id stays the same however often it is tried. */
export interface Delivery {
  id: string;
  siteId: string;
  conversationId: string;
  channel: Channel;
  event: DeliveryEvent;
  /** This one included. */
  attempts: number;
}

/** Why a delivery did not arrive. `isFinal`: another attempt would end the same. */
export class DeliveryError extends Error {
  override readonly name = "DeliveryError";
  readonly isFinal: boolean;

  constructor(message: string, { isFinal = false, cause }: { isFinal?: boolean; cause?: unknown } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.isFinal = isFinal;
  }
}
