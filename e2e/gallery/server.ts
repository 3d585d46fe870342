import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { EmbedSettings, StreamChunk } from "@errand/shared/wire";
import { listen } from "../shop/listen.ts";
import { states } from "./states.ts";
import { TEXTS, type Language } from "./texts.ts";

const WIDGET = join(import.meta.dirname, "../../widget/dist");
/** Time enough to close the panel. */
const REPLY_MS = 800;
const POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src https://img.example data:";

/**
 * Serves `/<state>/<language>`: a page with the built widget, and the visitor API that brings it to that state.
 * The site's id names both, and the session's token too. Answers with the end of it.
 */
export function serveGallery(port: number): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  return listen(server, port, "127.0.0.1");
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://gallery");
  const [, first = "", second = ""] = pathname.split("/");
  if (first === "v1") await answerWidget(request, pathname, response);
  else if (first === "embed") send(response, "text/javascript", await fillLoader(second.replace(".js", "")));
  else if (first === "widget")
    send(response, "text/javascript", await readFile(join(WIDGET, second), "utf8"));
  else if (first === "page.css") send(response, "text/css", PAGE_CSS);
  else {
    response.setHeader("content-security-policy", POLICY);
    send(response, "text/html", drawPage(first, second));
  }
}

const send = (response: ServerResponse, type: string, text: string) =>
  response
    .writeHead(200, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" })
    .end(text);
const sendJson = (response: ServerResponse, value: unknown) =>
  send(response, "application/json", JSON.stringify(value));

const PAGE_CSS = `:root { color-scheme: light dark; background: light-dark(#eceef1, #0d0e11); }
  html, body { height: 100% } body { margin: 0 }
  body:has(> errand-chat) h1 { position: absolute; opacity: 0 } body:has(> errand-chat) #place { display: none } #place { height: 640px; max-width: 720px; margin: 24px auto; }`;

function drawPage(name: string, language: string): string {
  const { attributes = {} } = find(name, language).state;
  const data = Object.entries(attributes).map(([key, value]) => `data-${key}="${value}"`);
  return `<!doctype html><html lang="${language}"><head><title>Gallery</title><link rel="stylesheet" href="/page.css">
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head>
    <body><main><h1>Gallery</h1><div id="place"></div></main><script async src="/embed/${name}.${language}.js" ${data.join(" ")}></script></body></html>`;
}

async function fillLoader(site: string): Promise<string> {
  const { state, texts, language } = findSite(site);
  const settings: EmbedSettings = {
    site,
    name: texts.site,
    color: "#1f6b4f",
    ink: "#fff",
    side: "right",
    greeting: texts.greeting,
    starters: texts.starters,
    locale: language,
    receipts: "full",
    ...state.settings,
  };
  const { panel } = JSON.parse(await readFile(join(WIDGET, "manifest.json"), "utf8")) as { panel: string };
  const loader = await readFile(join(WIDGET, "loader.js"), "utf8");
  return loader.replace("__ERRAND_EMBED__", () => JSON.stringify({ ...settings, panel: `/widget/${panel}` }));
}

async function answerWidget(request: IncomingMessage, path: string, response: ServerResponse): Promise<void> {
  if (path === "/v1/sessions") return openSession(await readBody(request), response);
  const { state } = findSite(request.headers.authorization?.replace("Bearer ", "") ?? "");
  const call = `${request.method} ${path.replace(/cnv_\w+/, ":id")}`;
  if (call === "GET /v1/chat/:id")
    return void sendJson(response, { id: "cnv_gallery1", messages: state.messages ?? [] });
  if (call === "GET /v1/chats") return void sendJson(response, { items: state.chats ?? [] });
  if (call === "GET /v1/chat/:id/stream" && state.running) return stream(response, state.running);
  if (call === "POST /v1/chat" && state.reply) {
    await delay(REPLY_MS);
    stream(response, state.reply);
    return void response.end("data: [DONE]\n\n");
  }
  if (call === "POST /v1/chat" && state.refused) {
    response.writeHead(429, { "content-type": "application/problem+json" });
    response.end(JSON.stringify({ type: "about:blank", title: "", status: 429, code: state.refused }));
    return;
  }
  response.writeHead(204).end();
}

function openSession(body: string, response: ServerResponse): void {
  const { site } = JSON.parse(body) as { site: string };
  const { state, language } = findSite(site);
  sendJson(response, {
    session: site,
    expiresAt: new Date(Date.now() + 1_800_000).toISOString(),
    locale: language,
    visitor: { verification: "anonymous" },
    ...((state.messages ?? state.running) && { conversation: "cnv_gallery1" }),
  });
}

/** What a reply has said so far. */
function stream(response: ServerResponse, chunks: StreamChunk[]): void {
  response.writeHead(200, { "content-type": "text/event-stream", "x-vercel-ai-ui-message-stream": "v1" });
  response.write(chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join(""));
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

const findSite = (site: string) => {
  const [name = "", language = ""] = site.split(".");
  return find(name, language);
};

function find(name: string, given: string) {
  const language = (given in TEXTS ? given : "en") as Language;
  const texts = TEXTS[language];
  const state = states(texts)[name];
  if (!state) throw new TypeError(`The gallery has no state "${name}".`);
  return { state, texts, language };
}
