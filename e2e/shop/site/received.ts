import type { ReceivedRequest } from "../request-log.ts";
import type { TextKey } from "./texts.ts";

/** Headers worth a look, in the order in which they are shown. */
const HEADERS = [
  "X-User-Id",
  "X-User-Hash",
  "X-User-Verified",
  "Locale",
  "Origin",
  "X-API-Key",
  "Authorization",
  "Idempotency-Key",
  "Content-Type",
  "X-Requested-With",
  "User-Agent",
];

type Translate = (key: TextKey) => string;

/** Shows each request that the order API received, newest first, for as long as the page is open. */
export function showReceived(list: HTMLElement, empty: HTMLElement, translate: Translate): void {
  const source = new EventSource("/received");
  const seen = new Set<string>();
  source.onmessage = ({ data }: MessageEvent<string>) => {
    const request = JSON.parse(data) as ReceivedRequest;
    const key = `${request.at} ${request.id}`;
    if (seen.has(key)) return;
    seen.add(key);
    list.prepend(drawRequest(request, translate));
    empty.hidden = true;
  };
}

function drawRequest(request: ReceivedRequest, translate: Translate): HTMLElement {
  const item = element("li", "call");
  const line = element("p", "line");
  line.append(
    element("span", `method ${request.method.toLowerCase()}`, request.method),
    element("code", "path", request.path),
    element("span", request.status < 400 ? "status" : "status bad", String(request.status)),
  );
  const headers = document.createElement("dl");
  for (const name of HEADERS) {
    const value = request.headers[name.toLowerCase()];
    if (typeof value === "string") headers.append(drawHeader(name, value, request, translate));
  }
  item.append(line, headers);
  if (request.body) item.append(element("pre", "body", prettyPrint(request.body)));
  return item;
}

function drawHeader(
  name: string,
  value: string,
  { caller, status }: ReceivedRequest,
  translate: Translate,
): HTMLElement {
  const row = document.createElement("div");
  const cell = element("dd", "", value);
  if (name === "X-User-Hash") cell.append(drawMark(caller === "customer", translate));
  if ((name === "X-API-Key" || name === "Authorization") && status !== 401) {
    cell.append(element("span", "mark", `✓ ${translate("accepted")}`));
  }
  row.append(element("dt", "", name), cell);
  return row;
}

function drawMark(isVerified: boolean, translate: Translate): HTMLElement {
  return isVerified
    ? element("span", "mark", `✓ ${translate("verified")}`)
    : element("span", "mark bad", `✗ ${translate("forged")}`);
}

function prettyPrint(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function element(name: string, className: string, text = ""): HTMLElement {
  const node = document.createElement(name);
  node.className = className;
  node.textContent = text;
  return node;
}
