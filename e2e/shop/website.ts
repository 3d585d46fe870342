import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Response } from "express";
import express from "express";
import { SignJWT } from "jose";
import { transformWithOxc } from "vite";
import { hashUserId } from "./caller.ts";
import { CUSTOMER } from "./orders.ts";
import type { RequestLog } from "./request-log.ts";
import { maskCredentials } from "./request-log.ts";
import type { SiteSetup } from "./setup-site.ts";
import { DEFAULT_LANGUAGE, isLanguage, TEXTS } from "./site/texts.ts";

interface WebsiteOptions {
  setup: SiteSetup;
  /** Origin of the Errand server. */
  errand: string;
  log: RequestLog;
}

const FOLDER = join(import.meta.dirname, "site");
const FILES = ["base.css", "shop.css", "desk.css", "favicon.svg"];
const SCRIPTS = ["shop.ts", "texts.ts", "received.ts", "visitor.ts"];

/** The shop's website: a page, its files, and the two things only a server can do: sign, and tell. */
export function createWebsite({ setup, errand, log }: WebsiteOptions) {
  const app = express().disable("x-powered-by");
  const policy = [
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'",
    `script-src 'self' ${errand}; connect-src 'self' ${errand}; frame-ancestors 'self'`,
  ].join("; ");

  app.use((_request, response, next) => {
    response.set({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
    next();
  });
  app.get("/", async ({ query }, response) => {
    const page = await renderPage(query["lang"], errand, setup.site);
    response.set("content-security-policy", policy).type("html").send(page);
  });
  for (const name of FILES) {
    app.get(`/${name}`, (_request, response) => response.sendFile(join(FOLDER, name)));
  }
  for (const name of SCRIPTS) {
    app.get(`/${name}`, async (_request, response) => {
      response.type("text/javascript").send(await readScript(name));
    });
  }
  app.get("/identity", async ({ query }, response) => {
    response.json(query["kind"] === "jwt" ? { token: await signToken(setup) } : hashIdentity(setup));
  });
  app.get("/received", (_request, response) => streamLog(log, response));
  return app;
}

/** The page in the visitor's language, so that nothing jumps when the script starts. */
async function renderPage(wanted: unknown, errand: string, site: string): Promise<string> {
  const language = isLanguage(wanted) ? wanted : DEFAULT_LANGUAGE;
  const texts: Record<string, string> = TEXTS[language];
  const html = await readFile(join(FOLDER, "index.html"), "utf8");
  return html
    .replace("{{language}}", language)
    .replace("{{embed}}", `${errand}/embed/${site}.js`)
    .replace("{{dashboard}}", `${errand}/`)
    .replaceAll(/data-text="(\w+)">/g, (whole, key: string) => whole + (texts[key] ?? ""));
}

async function readScript(name: string): Promise<string> {
  const source = await readFile(join(FOLDER, name), "utf8");
  return (await transformWithOxc(source, name, { sourcemap: false })).code;
}

/** A token for ten minutes: what a site owner's server does for its signed-in visitor. */
function signToken({ jwt }: SiteSetup): Promise<string> {
  const { email, name, plan, user_id } = CUSTOMER;
  return new SignJWT({ email, name, plan })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setSubject(user_id)
    .setIssuedAt()
    .setExpirationTime("10m")
    .sign(new TextEncoder().encode(jwt.secret));
}

function hashIdentity({ user_hash }: SiteSetup) {
  const { email, name, user_id } = CUSTOMER;
  const hash = hashUserId(user_hash.secret, user_id);
  return { user_id, user_hash: hash, user_email: email, user_name: name };
}

function streamLog(log: RequestLog, response: Response): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const send = (entry: object) => response.write(`data: ${JSON.stringify(entry)}\n\n`);
  response.write("retry: 1000\n\n");
  for (const entry of log.entries) send(maskCredentials(entry));
  response.on(
    "close",
    log.listen((entry) => send(maskCredentials(entry))),
  );
}
