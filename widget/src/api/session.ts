import type { IdentityProof, SessionRequest, SessionResponse } from "@errand/shared/wire";
import type { Identity } from "../errand.ts";
import { asRequestError, toRequestError, unreachable } from "./problem.ts";
import { toProofSource, type ProofSource } from "./proof.ts";
import { send, type SendOptions } from "./send.ts";
import type { VisitorStorage } from "./storage.ts";

/** What a session that was opened or found in storage tells of the visitor. */
export type VisitorSession = Pick<SessionResponse, "visitor" | "conversation">;

/** The visitor's session: opened when it is first needed, renewed without a word. */
export interface Session {
  /** BCP 47 tag of this moment. */
  locale: () => string;
  /** Opens a session unless one stands. */
  ensure: () => Promise<void>;
  /** Sends what `build` answers with, once more when session or proof turn out to be over. Throws a `RequestError`. */
  request: (build: () => [path: string, options?: SendOptions]) => Promise<Response>;
  identify: (identity: Identity) => Promise<void>;
  /** Forgets the visitor in this tab. */
  forget: () => void;
  /** Forgets the visitor here and on the server. */
  end: () => Promise<void>;
  /** Forgets the visitor because another tab did; a session that this tab alone has ends as well. */
  leave: () => void;
  /** Keeps the conversation: beside the session of an anonymous visitor, for this tab that of a proved one. */
  remember: (conversation: string) => void;
}

interface SessionOptions {
  /** Origin of the visitor API. */
  api: string;
  /** BCP 47 tag of this moment. */
  locale: () => string;
  site: string;
  storage: VisitorStorage;
  /** Who the visitor is to be from the first request on. */
  identity?: Identity | undefined;
  /** Called before the first request of each session. */
  onSession: (session: VisitorSession) => void;
  /** Called when a renewal that nobody waits for fails. */
  onError: (error: unknown) => void;
}

export function createSession(options: SessionOptions): Session {
  const { api, site, locale, storage, identity: given, onSession, onError } = options;
  let token: string | undefined;
  let isLive = false;
  /** Whose proof was taken; undefined for an anonymous visitor. */
  let userId: string | undefined;
  let source: ProofSource | undefined = given && toProofSource(given);
  let opening: Promise<void> | undefined;
  /** Grows when the visitor is forgotten, so that an answer on its way is not taken for the next one. */
  let epoch = 0;
  let renewal: ReturnType<typeof setTimeout> | undefined;
  /** Where what it takes cannot be fetched, the next request finds out that the proof is over. */
  const scheduleRenewal = async (proof: IdentityProof | undefined, expiresAt: string) => {
    const began = epoch;
    const { renewalPause } = await import("./renewal.ts");
    if (began !== epoch) return;
    clearTimeout(renewal);
    renewal = setTimeout(renew, renewalPause(proof, expiresAt));
  };
  /** In a tab that nobody sees, the next request does it. The session goes on when the page has no fresh proof. */
  const renew = () => {
    if (!document.hidden) open().catch(onError);
  };

  function open(): Promise<void> {
    if (opening) return opening;
    const mine = begin().finally(() => {
      if (opening === mine) opening = undefined;
    });
    return (opening = mine);
  }

  async function begin(): Promise<void> {
    const { isRenewable } = source ?? {};
    try {
      await propose();
    } catch (error) {
      const isRejected = asRequestError(error).code.startsWith("identity_");
      if (!isRenewable || !isRejected) throw error;
      await propose();
    }
  }

  async function propose(): Promise<void> {
    const began = epoch;
    const previous = token ?? storage.read()?.session;
    const identity = await source?.ask();
    const body: SessionRequest = {
      site,
      locale: locale(),
      ...(identity && { identity }),
      ...(previous && { previous }),
    };
    const response = await send(api, "/v1/sessions", { method: "POST", body });
    if (!response.ok) throw await toRequestError(response);
    const answer = (await response.json()) as SessionResponse;
    if (began !== epoch) {
      // Whoever it was has left meanwhile: the session must not outlive them.
      close(answer.session).catch(onError);
      throw unreachable();
    }
    // A page goes on where its tab was, unless the visitor said something before who they are was known.
    const last = storage.readTab("chat").split(`\n${answer.visitor.user_id}\n`)[1];
    if (!storage.read()?.conversation && last) answer.conversation = last;
    adopt(answer);
    if (source?.isRenewable) scheduleRenewal(identity, answer.expiresAt).catch(() => {});
  }

  function adopt({ session, expiresAt, visitor, conversation }: Omit<SessionResponse, "locale">): void {
    token = session;
    isLive = true;
    userId = visitor.user_id;
    storage.write(userId ? undefined : { session, expiresAt, conversation });
    onSession({ visitor, ...(conversation && { conversation }) });
  }

  async function ensure(): Promise<void> {
    if (isLive && !opening) return;
    const stored = token || source ? undefined : storage.read();
    if (stored && Date.parse(stored.expiresAt) > Date.now()) {
      const { conversation, ...rest } = stored;
      adopt({ ...rest, visitor: { verification: "anonymous" }, ...(conversation && { conversation }) });
    } else await open();
  }

  async function request(build: () => [string, SendOptions?], mayRenew = true): Promise<Response> {
    await ensure();
    const used = token;
    const [path, rest] = build();
    // Says that a fresh proof can be had, so that the server asks for one instead of going on with claims that are over.
    const isRenewable = mayRenew && source?.isRenewable && rest?.method === "POST";
    const response = await send(api, path + (isRenewable ? "?renewable=1" : ""), { ...rest, token: used });
    if (response.ok) return response;
    const error = await toRequestError(response);
    const isOver = error.code === "session_expired";
    if (!mayRenew || !(isOver || error.code === "identity_expired")) throw error;
    if (token === used) {
      if (isOver) isLive = false;
      else await open().catch(onError);
    }
    return request(build, false);
  }

  async function identify(identity: Identity): Promise<void> {
    const asked = (source = toProofSource(identity));
    // An earlier session comes first, so that this one can take over what was said in it.
    await opening?.catch(() => {});
    try {
      await open();
    } catch (error) {
      if (source === asked && !asked.isRenewable) source = undefined;
      if (userId) forget();
      throw error;
    }
  }

  function forget(): void {
    epoch++;
    clearTimeout(renewal);
    token = source = opening = undefined;
    isLive = false;
    userId = undefined;
    storage.write(undefined);
    storage.writeTab("chat", "");
  }

  const close = async (ended: string | undefined) => {
    if (ended) await send(api, "/v1/sessions/current", { method: "DELETE", token: ended });
  };

  async function end(): Promise<void> {
    const ended = token ?? storage.read()?.session;
    forget();
    await close(ended);
  }

  function leave(): void {
    const own = userId ? token : undefined;
    forget();
    close(own).catch(onError);
  }

  const remember = (conversation: string) => {
    const stored = storage.read();
    if (userId) storage.writeTab("chat", `\n${userId}\n${conversation}`);
    else if (stored) storage.write({ ...stored, conversation });
  };

  return { locale, ensure, request, identify, forget, end, leave, remember };
}
