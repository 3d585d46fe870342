import type {
  EmbedSettings,
  IdentityProof,
  ProblemCode,
  ToolPartState,
  Verification,
} from "@errand/shared/wire";

/** What `identify` takes: a proof, or a function that answers with a fresh one each time it is asked. */
export type Identity =
  | IdentityProof
  | { getToken: () => Promise<string> }
  | { getIdentity: () => Promise<IdentityProof> };

/** `window.errandSettings`, read once when the script loads. */
export interface ErrandSettings {
  identity?: Identity;
  /** BCP 47 tag; wins over `<html lang>`. */
  locale?: string;
  /** Answers with a fresh proof each time it is asked. */
  getIdentity?: () => Promise<IdentityProof>;
  /** Answers with a fresh identity token each time it is asked. */
  getToken?: () => Promise<string>;
}

/** What a rejected command throws. `unreachable`: no answer came from the server. */
export interface ErrandError extends Error {
  code: ProblemCode | "unreachable";
}

/** What each event carries; on `window` it is the `detail` of `errand:<name>`. */
export interface ErrandEvents {
  ready: undefined;
  opened: undefined;
  closed: undefined;
  "user-message": { id: string; text: string };
  "assistant-message": { id: string; text: string };
  "action-start": { id: string; action: string };
  "action-end": { id: string; action: string; state: ToolPartState };
  "identity-changed": { verification: Verification; user_id?: string };
  unread: { count: number };
  error: { code: ErrandError["code"]; message: string };
}

/** Tells the widget of an event, and every listener of the page. */
export type Emit = <Name extends keyof ErrandEvents>(
  name: Name,
  ...detail: ErrandEvents[Name] extends undefined ? [] : [ErrandEvents[Name]]
) => void;

/** Ends a subscription. The queue stub answers `on` with a promise of it, so `await` serves both. */
export type Unsubscribe = () => void;

/** A function of the page that the assistant may call. */
export interface PageToolDefinition {
  /** When to call it; the model reads this. */
  description: string;
  /** JSON Schema of its arguments; missing: none. */
  parameters?: Record<string, unknown>;
  /**
   * Answers with any JSON value of at most 20 kB, or throws; the message of the error goes to the model.
   * `signal` aborts when its time is over.
   */
  execute: (args: Record<string, unknown>, options: { signal: AbortSignal }) => unknown;
}

/** What a page may change while the widget runs. */
export type ErrandUpdate = Partial<
  Pick<
    EmbedSettings,
    | "name"
    | "color"
    | "side"
    | "theme"
    | "avatarUrl"
    | "launcher"
    | "sound"
    | "greeting"
    | "starters"
    | "locale"
  >
>;

/** The global function `Errand`. Every command answers with a promise. */
export interface Errand {
  /** Proves who the visitor is. Rejects with an `ErrandError`. */
  (command: "identify", identity: Identity): Promise<void>;
  /** Forgets the visitor here, in storage, on the server and in other tabs. */
  (command: "resetUser" | "logout" | "shutdown"): Promise<void>;
  /** Takes a BCP 47 tag. */
  (command: "setLocale", locale: string): Promise<void>;
  (command: "open" | "close" | "toggle" | "show" | "hide" | "destroy"): Promise<void>;
  /** Resolves when the reply is complete. Rejects with an `ErrandError`. */
  (command: "sendMessage", text: string): Promise<void>;
  (command: "update", settings: ErrandUpdate): Promise<void>;
  /** Offers functions of the page to the assistant. Answers with what takes them back. */
  (command: "registerTools", tools: Record<string, PageToolDefinition>): Promise<() => void>;
  <Name extends keyof ErrandEvents>(
    command: "on",
    event: Name,
    listener: (detail: ErrandEvents[Name]) => void,
  ): Unsubscribe;
  /** The site that runs on this page; missing on the queue stub. */
  site?: string;
}

declare global {
  interface Window {
    Errand?: Errand;
    errandSettings?: ErrandSettings;
  }
}
