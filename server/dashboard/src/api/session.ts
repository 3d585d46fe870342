import { type ReadonlySignal, signal } from "@preact/signals";
import type { Role } from "@errand/shared/roles";
import type { Me } from "@errand/shared/team";
import { ApiError, readProblem, toApiError } from "./api-error.ts";

const BASE = "/admin/v1";
/** The account that a server makes at its first start. */
const FIRST_ACCOUNT = "owner";
const SAFE_METHODS = new Set(["GET", "HEAD"]);

/** Whether the owner is known. `expired`: was signed in, and a page with work in it is still open behind. */
type Session =
  | { status: "checking" }
  | { status: "unreachable"; error: ApiError }
  | { status: "signed-out" }
  | { status: "expired"; role: Role }
  | { status: "signed-in"; name: string; role: Role; csrfToken: string; mustChangePassword: boolean };

/**
 * Sends one call to the owner API and answers its JSON; a change may name the `version` that it is made of, its
 * `updatedAt`, and is refused with 412 when another stands. Waits for the owner to sign in again
 * when the session has ended, so a page loses nothing.
 * @throws ApiError
 */
export type Send = <Answer>(
  method: string,
  path: string,
  body?: unknown,
  version?: string,
) => Promise<Answer>;

export interface SessionClient {
  session: ReadonlySignal<Session>;
  /** Asks the server who is signed in. */
  start: () => Promise<void>;
  signIn: (name: string, password: string) => Promise<void>;
  /** Changes the own password; the session goes on. */
  changePassword: (current: string, password: string) => Promise<void>;
  /** Who signed in last in this browser. */
  lastName: () => string;
  signOut: () => Promise<void>;
  send: Send;
}

/** The part of `fetch` that calls are made through. */
export type Fetch = (url: string, init: Sent) => Promise<Response>;

interface Sent extends RequestInit {
  method: string;
  headers: Headers;
  body?: string;
}

/** What this browser remembers of signing in, so that a first visit asks the server nothing it must refuse. */
export interface SignInMark {
  isSet(): boolean;
  set(name: string): void;
  /** Who signed in last, also after they signed out. */
  name(): string | undefined;
  clear(): void;
}

/** The owner's session on one server, through the fetch that is given. */
export function createSession(options: { fetch: Fetch; mark: SignInMark }): SessionClient {
  const session = signal<Session>({ status: "checking" });
  const waiting: (() => void)[] = [];

  async function dispatch(method: string, path: string, body?: unknown, version?: string): Promise<Response> {
    const headers = new Headers({ accept: "application/json" });
    if (version !== undefined) headers.set("if-match", `"${version}"`);
    if (body !== undefined) headers.set("content-type", "application/json");
    if (!SAFE_METHODS.has(method) && session.value.status === "signed-in") {
      headers.set("x-csrf-token", session.value.csrfToken);
    }
    const init: Sent = { method, headers, credentials: "same-origin", cache: "no-store" };
    if (body !== undefined) init.body = JSON.stringify(body);
    return options.fetch(BASE + path, init).catch((error: unknown) => {
      throw toApiError(error);
    });
  }

  async function admit(response: Response): Promise<void> {
    const { name, role, csrfToken = "", mustChangePassword = false } = await read<Me>(response);
    session.value = { status: "signed-in", name, role, csrfToken, mustChangePassword };
    options.mark.set(name);
    for (const release of waiting.splice(0)) release();
  }

  function signedInAgain(): Promise<void> {
    const state = session.value;
    session.value = { status: "expired", role: "role" in state ? state.role : "viewer" };
    return new Promise((resolve) => waiting.push(resolve));
  }

  async function start(): Promise<void> {
    if (!options.mark.isSet()) {
      session.value = { status: "signed-out" };
      return;
    }
    try {
      await admit(await dispatch("GET", "/me"));
    } catch (thrown) {
      const error = toApiError(thrown);
      if (error.status === 401) options.mark.clear();
      session.value = error.status === 401 ? { status: "signed-out" } : { status: "unreachable", error };
    }
  }

  const send: Send = async (...call) => {
    const response = await dispatch(...call);
    if (response.ok) return read(response);
    const problem = await readProblem(response);
    if (problem.status === 401) await signedInAgain();
    // Another tab signed in and this one's token is of the session before.
    else if (problem.code === "csrf_rejected") await start();
    else throw problem;
    return read(await dispatch(...call));
  };

  return {
    session,
    start,
    send,
    signIn: async (name, password) => admit(await dispatch("POST", "/login", { name, password })),
    changePassword: async (current, password) =>
      admit(await dispatch("POST", "/me/password", { current, password })),
    lastName: () => options.mark.name() ?? FIRST_ACCOUNT,
    signOut: async () => {
      // A session that has ended needs no sign-out, and another tab may have begun a new one.
      await start();
      if (session.value.status !== "signed-in") return;
      await read(await dispatch("POST", "/logout"));
      options.mark.clear();
      session.value = { status: "signed-out" };
    },
  };
}

async function read<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw await readProblem(response);
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as Answer;
}
