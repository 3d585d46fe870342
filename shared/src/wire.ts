/**
 * What crosses between a visitor's browser and the server, as plain types and constants.
 * No imports: the widget takes its values from here, so every byte counts.
 */

/** How a visitor's identity was proved. Only `jwt` carries verified claims. */
export type Verification = "anonymous" | "user_hash" | "jwt";

/** Every `code` that a problem may carry (RFC 9457); stable, so programs may switch on it. */
export type ProblemCode =
  | "identity_missing"
  | "identity_malformed"
  | "identity_bad_signature"
  | "identity_expired"
  | "identity_too_long_lived"
  | "identity_wrong_audience"
  | "identity_wrong_algorithm"
  | "identity_hash_mismatch"
  | "invalid_request"
  | "unauthorized"
  | "session_expired"
  | "origin_not_allowed"
  | "csrf_rejected"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "approval_gone"
  | "payload_too_large"
  | "unsupported_media_type"
  | "rate_limited"
  | "blocked_address"
  | "internal_error";

/** An error on the wire, `application/problem+json` (RFC 9457). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  /** What is wrong where: JSON Pointer (RFC 6901) into the request body, and a sentence. */
  errors?: FieldError[];
}

/** One fault of a request body. `pointer` is a JSON Pointer (RFC 6901). */
export interface FieldError {
  pointer: string;
  message: string;
}

/** Text in one language, or by BCP 47 tag. */
export type LocalizedText = string | Record<string, string>;

/** A proof of identity as the page hands it over. */
export type IdentityProof =
  | { token: string }
  | { user_id: string; user_hash: string; user_email?: string; user_name?: string };

/** Body of `POST /v1/sessions`. `previous` is an older session of the same browser. */
export interface SessionRequest {
  site: string;
  locale?: string;
  identity?: IdentityProof;
  previous?: string;
}

/** Answer of `POST /v1/sessions`. `expiresAt` is ISO 8601 UTC. */
export interface SessionResponse {
  session: string;
  expiresAt: string;
  locale: string;
  visitor: { verification: Verification; user_id?: string; user_name?: string; user_email?: string };
  /** The visitor's newest conversation, to go on with. */
  conversation?: string;
}

/** How finished runs are shown. Failed and unknown ones are shown with `off` too. */
export type ReceiptStyle = "full" | "short" | "off";

/** The site's public settings, which the loader carries. */
export interface EmbedSettings {
  site: string;
  name: string;
  /** `#rrggbb`. */
  color: string;
  /** What is written on the colour: black or white, whichever has more contrast. */
  ink: "#fff" | "#000";
  /** Missing: right. */
  side?: "left" | "right";
  /** Missing: as the visitor's system has it. */
  theme?: "light" | "dark";
  /** An https address; missing: the first letter of the name. */
  avatarUrl?: string;
  /** What the launcher says beside its icon, in the default locale; missing: the icon alone. */
  launcher?: string;
  /** Whether a reply that the visitor does not see is heard. */
  sound?: true;
  greeting: LocalizedText;
  starters: LocalizedText[];
  /** Address of the `SiteTexts`, where they say more than what stands here. */
  texts?: string;
  /** The site's default locale, a BCP 47 tag. */
  locale: string;
  /** Missing: full. */
  receipts?: ReceiptStyle;
}

/** Greeting and starters of a site in every language that it has them in. */
export type SiteTexts = Pick<EmbedSettings, "greeting" | "starters">;

/** What a finished run tells the browser: never the endpoint's answer. */
export interface RunReceipt {
  state: "succeeded";
  durationMs: number;
}

/** What is said of a run beside its title, in the visitor's language. */
export interface ProgressTexts {
  /** Once it takes longer than five seconds. */
  slow?: string;
  done?: string;
  failed?: string;
}

/** An argument that the visitor may change before approving. `type` is a `ParameterType`. */
export interface EditableArgument {
  name: string;
  type: string;
  required: boolean;
  isArray: boolean;
  /** The values to choose from, when the owner named them. */
  options?: (string | number)[];
}

/** What the widget needs to draw a tool part; carried as `toolMetadata`. */
export interface ToolMetadata {
  /** The action's name as the owner wrote it. */
  name: string;
  /** The label of each argument in `input`. */
  labels: Record<string, string>;
  /** Whether the call changes something at the owner's side. */
  changes: boolean;
  /** When a pending approval ends, ISO 8601 UTC. */
  approvalExpiresAt?: string;
  texts?: ProgressTexts;
  /** The arguments of a call that asks first, for its card. */
  editable?: EditableArgument[];
  /** The page runs this call itself and sends back what came of it. */
  page?: true;
  /** How long the page may take for it, in milliseconds. */
  timeoutMs?: number;
}

/** A function of the page that the model may call; `parameters` is JSON Schema. */
export interface PageTool {
  name: string;
  description: string;
  parameters: Record<string, unknown>;
}

/** What a `data-card` part shows: one thing, or several of a kind. Built on the server from an endpoint's answer. */
export interface Card {
  layout: "card" | "list";
  items: CardItem[];
}

/** One thing on a card. Addresses are https and were allowed by the owner. */
export interface CardItem {
  title: string;
  subtitle?: string;
  image?: { url: string; alt: string };
  fields: { label: string; value: string }[];
  link?: { url: string; label: string };
}

/** One part of a stored or streamed message, as in the AI SDK's `UIMessage`. */
export type MessagePart =
  | { type: "step-start" }
  | { type: "text"; text: string; state?: "streaming" | "done" }
  | ToolPart
  | { type: "data-card"; id: string; data: Card };

export type ToolPartState =
  | "input-streaming"
  | "input-available"
  | "approval-requested"
  | "approval-responded"
  | "output-available"
  | "output-error"
  | "output-denied";

/** A run as the visitor may see it. `title` is the progress text in the visitor's language. */
export interface ToolPart {
  type: "dynamic-tool";
  toolCallId: string;
  toolName: string;
  title?: string;
  toolMetadata?: ToolMetadata;
  state: ToolPartState;
  input?: unknown;
  output?: RunReceipt;
  errorText?: string;
  approval?: { id: string; approved?: boolean };
}

/** What is known of a message beside its parts. `createdAt` is ISO 8601 UTC. */
export interface MessageMetadata {
  createdAt?: string;
  /** `person`: somebody at the owner's side wrote it, not the assistant. */
  author?: "person";
}

/** The longest JSON that a page tool may answer, in UTF-8 bytes. */
export const MAX_PAGE_RESULT_BYTES = 20_480;

/** One utterance, in the AI SDK's `UIMessage` shape. */
export interface ChatMessage {
  id: string;
  role: "user" | "assistant";
  parts: MessagePart[];
  metadata?: MessageMetadata;
}

/** One of the visitor's conversations in the answer of `GET /v1/chats`. Times are ISO 8601 UTC. */
export interface ChatListItem {
  id: string;
  /** What was said first, on one line. */
  title: string;
  createdAt: string;
  updatedAt: string;
}

/** One server-sent event of a turn: a part of the AI SDK's UI message stream, version 1. */
export type StreamChunk =
  | { type: "start"; messageId: string; messageMetadata?: MessageMetadata }
  | { type: "start-step" }
  | { type: "text-start"; id: string }
  | { type: "text-delta"; id: string; delta: string }
  | { type: "text-end"; id: string }
  | {
      type: "tool-input-start";
      toolCallId: string;
      toolName: string;
      title: string;
      dynamic: true;
      toolMetadata: ToolMetadata;
    }
  | {
      type: "tool-input-available";
      toolCallId: string;
      toolName: string;
      title: string;
      input: unknown;
      dynamic: true;
      toolMetadata: ToolMetadata;
    }
  | { type: "tool-approval-request"; toolCallId: string; approvalId: string }
  | { type: "tool-output-available"; toolCallId: string; output: RunReceipt; dynamic: true }
  | { type: "tool-output-error"; toolCallId: string; errorText: string; dynamic: true }
  | { type: "tool-output-denied"; toolCallId: string }
  | { type: "data-card"; id: string; data: Card }
  | { type: "finish-step" }
  | { type: "finish"; finishReason: "stop" | "tool-calls" | "length" | "content-filter" | "error" | "other" }
  | { type: "error"; errorText: string }
  | { type: "abort"; reason?: string };
