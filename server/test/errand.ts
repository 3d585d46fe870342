import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChatMessage, SessionResponse, StreamChunk } from "@errand/shared/wire";
import type { ModelRegistry } from "../src/agent/model-registry.ts";
import { CHEAP_PASSWORDS } from "./cheap-passwords.ts";
import { startServer, type RunningServer } from "../src/start.ts";
import type { Endpoint } from "./endpoint.ts";

export const ADMIN_TOKEN = "test-admin-token-0123456789";
/** The page that embeds the widget in tests. */
export const PAGE_ORIGIN = "https://shop.example.com";

/** The doors of a server that listens at `url`. */
export interface ErrandClient {
  url: string;
  /** Calls the owner API; JSON in, JSON out. @throws when the status is not as expected */
  admin<T = unknown>(method: string, path: string, body?: unknown, status?: number): Promise<T>;
  /** Any request of a visitor's page. */
  visit(path: string, init?: RequestInit): Promise<Response>;
}

/** A whole server in this process, with a data folder of its own. */
export interface Errand extends ErrandClient {
  dataDir: string;
  /** Ends the server and starts another over the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

interface ErrandOptions {
  models?: ModelRegistry;
  endpoint?: Endpoint;
  environment?: Record<string, string>;
  logTo?: { write(line: string): void };
}

export async function startErrand(options: ErrandOptions = {}): Promise<Errand> {
  const dataDir = mkdtempSync(join(tmpdir(), "errand-test-"));
  const environment = { ...baseEnvironment(dataDir, options.endpoint), ...options.environment };
  const { models, logTo } = options;
  const standIns = { passwords: CHEAP_PASSWORDS, ...(models ? { models } : {}), ...(logTo ? { logTo } : {}) };
  let server: RunningServer = await startServer(environment, standIns);
  const errand: Errand = {
    ...connectErrand(server.url),
    dataDir,
    async restart() {
      await server.close();
      server = await startServer(environment, standIns);
      errand.url = server.url;
    },
    async close() {
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return errand;
}

/** The doors of a server that somebody else started with `ADMIN_TOKEN`. */
export function connectErrand(url: string): ErrandClient {
  return {
    url,
    async admin<T>(
      this: ErrandClient,
      method: string,
      path: string,
      body?: unknown,
      status?: number,
    ): Promise<T> {
      const response = await fetch(`${this.url}/admin/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${ADMIN_TOKEN}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const isExpected = status === undefined ? response.ok : response.status === status;
      if (!isExpected) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
      return (text === "" ? undefined : JSON.parse(text)) as T;
    },
    visit(this: ErrandClient, path, init = {}) {
      const headers = new Headers(init.headers);
      if (!headers.has("origin")) headers.set("origin", PAGE_ORIGIN);
      return fetch(`${this.url}${path}`, { ...init, headers });
    },
  };
}

function baseEnvironment(dataDir: string, endpoint: Endpoint | undefined): Record<string, string> {
  const base = {
    ERRAND_PORT: "0",
    ERRAND_HOST: "127.0.0.1",
    ERRAND_DATA_DIR: dataDir,
    ERRAND_ADMIN_TOKEN: ADMIN_TOKEN,
    ERRAND_LOG_LEVEL: "silent",
  };
  return endpoint ? { ...base, ...letCall(endpoint, dataDir) } : base;
}

/** The settings with which a server may call the endpoint; its certificate is put into `folder`. */
export function letCall(
  { origin, caPem }: Pick<Endpoint, "origin" | "caPem">,
  folder: string,
): Record<string, string> {
  const caFile = join(folder, "ca.pem");
  writeFileSync(caFile, caPem);
  return { ERRAND_PRIVATE_ORIGINS: origin, ERRAND_CA_FILE: caFile };
}

/** Makes a site that the test page may embed. */
export async function createSite(
  errand: ErrandClient,
  settings: Record<string, unknown> = {},
): Promise<string> {
  const site = { name: "Shop", allowedOrigins: [PAGE_ORIGIN], ...settings };
  return (await errand.admin<{ id: string }>("POST", "/sites", site)).id;
}

export async function createSecret(
  errand: ErrandClient,
  siteId: string,
  kind: "jwt" | "user_hash",
): Promise<string> {
  return (await errand.admin<{ secret: string }>("POST", `/sites/${siteId}/identity-secrets`, { kind }))
    .secret;
}

export async function createAction(errand: ErrandClient, siteId: string, action: object): Promise<string> {
  const base = { name: "Action", whenToUse: "When asked.", enabled: true, method: "GET" };
  return (await errand.admin<{ id: string }>("POST", `/sites/${siteId}/actions`, { ...base, ...action })).id;
}

type Word = [
  conversation: string,
  approvalId: string,
  approved: boolean,
  input?: Record<string, unknown> | undefined,
];

/** A visitor's open session. */
export interface VisitorClient {
  session: SessionResponse;
  fetch(method: string, path: string, body?: unknown): Promise<Response>;
  /** Sends a message and reads the whole stream. */
  say(conversation: string, text: string, id?: string): Promise<StreamChunk[]>;
  /** Answers an approval and reads the whole stream. */
  decide(...word: Word): Promise<StreamChunk[]>;
  /** The same, as soon as the word was taken: the stream is still to be read. */
  giveWord(...word: Word): Promise<Response>;
  history(conversation: string): Promise<ChatMessage[]>;
}

export async function openSession(
  errand: ErrandClient,
  site: string,
  request: Record<string, unknown> = {},
): Promise<VisitorClient> {
  const answer = await errand.visit("/v1/sessions", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ site, ...request }),
  });
  if (answer.status !== 201) throw new Error(`no session: ${answer.status} ${await answer.text()}`);
  return createVisitorClient(errand, (await answer.json()) as SessionResponse);
}

/** The same session at another server. */
export const atServer = (errand: ErrandClient, { session }: VisitorClient): VisitorClient =>
  createVisitorClient(errand, session);

function createVisitorClient(errand: ErrandClient, session: SessionResponse): VisitorClient {
  const headers = { authorization: `Bearer ${session.session}`, "content-type": "application/json" };
  const send = (method: string, path: string, body?: unknown): Promise<Response> =>
    errand.visit(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  let sent = 0;
  return {
    session,
    fetch: send,
    async say(conversation, text, id = `msg_test_${Date.now()}_${(sent += 1)}`) {
      const message = { id, role: "user", parts: [{ type: "text", text }] };
      return readChunks(
        await send("POST", "/v1/chat", { id: conversation, message, trigger: "submit-message" }),
      );
    },
    async decide(...word) {
      return readChunks(await this.giveWord(...word));
    },
    giveWord(conversation, id, approved, input) {
      const answered = { type: "dynamic-tool", state: "approval-responded", approval: { id, approved } };
      const part = { ...answered, ...(input ? { input } : {}) };
      const message = { id: "msg_any_reply", role: "assistant", parts: [part] };
      return send("POST", "/v1/chat", { id: conversation, message });
    },
    async history(conversation) {
      const answer = await send("GET", `/v1/chat/${conversation}`);
      return ((await answer.json()) as { messages: ChatMessage[] }).messages;
    },
  };
}

/** Reads a whole event stream; it must end with `[DONE]`. */
export async function readChunks(response: Response): Promise<StreamChunk[]> {
  const text = await response.text();
  if (response.status !== 200) throw new Error(`no stream: ${response.status} ${text}`);
  const events = text.split("\n\n").filter((event) => event.startsWith("data: "));
  if (events.pop() !== "data: [DONE]") throw new Error(`the stream broke off: ${text.slice(-200)}`);
  return events.map((event) => JSON.parse(event.slice(6)) as StreamChunk);
}

/** The text that a stream speaks. */
export function spokenIn(chunks: readonly StreamChunk[]): string {
  return chunks.flatMap((chunk) => (chunk.type === "text-delta" ? [chunk.delta] : [])).join("");
}
