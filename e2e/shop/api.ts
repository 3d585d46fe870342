import type { Request, Response } from "express";
import express from "express";
import type { Caller } from "./caller.ts";
import { isSame, readCaller } from "./caller.ts";
import type { Books, Order } from "./orders.ts";
import { CUSTOMER } from "./orders.ts";
import type { RequestLog } from "./request-log.ts";

interface OrderApiOptions {
  books: Books;
  /** Asked of every caller, as `X-API-Key` or as a bearer token. */
  apiKey: string;
  /** The site's `user_hash` identity secret. */
  userHashSecret: string;
  log: RequestLog;
  /** Waited for before each answer. */
  pause: () => Promise<unknown>;
}

/** What a handler needs to know of a call. */
interface Call {
  caller: Caller;
  body: Record<string, unknown>;
  number: string;
}

/** An answer: a status and what is sent as JSON. */
type Answer = [status: number, body: object];

/** The shop's order API, such as a site owner has one: it knows nothing of Errand but its headers. */
export function createOrderApi({ books, apiKey, userHashSecret, log, pause }: OrderApiOptions) {
  const app = express().disable("x-powered-by");
  app.use(express.text({ type: () => true, limit: "256kb" }));
  const answered = new Map<string, Answer>();

  const route = (handle: (call: Call) => Answer) => async (request: Request, response: Response) => {
    const body = parseBody(request.body);
    const caller = readCaller(userHashSecret, request.headers, body);
    const call = { caller, body: body ?? {}, number: String(request.params["number"] ?? "") };
    const [status, answer] = respond(request, call, handle);
    await pause();
    const { method, path, headers } = request;
    log.add({ method, path, headers, body: textOf(request.body), caller: caller.kind, status });
    response.status(status).type(status < 400 ? "json" : "application/problem+json");
    response.send(JSON.stringify(answer));
  };

  /** A key that was answered once gets the same answer again, whatever happened since. */
  const respond = (request: Request, call: Call, handle: (call: Call) => Answer): Answer => {
    if (!hasKey(request, apiKey)) return problem(401, "The API key is missing or wrong.");
    if (call.caller.kind === "forged") return problem(401, "The user hash does not belong to this user id.");
    const key = request.get("idempotency-key");
    const answer = (key && answered.get(key)) || handle(call);
    if (key) answered.set(key, answer);
    return answer;
  };

  app.get(
    "/orders",
    route((call) => listOrders(books, call)),
  );
  app.get(
    "/orders/:number",
    route((call) => showOrder(books, call)),
  );
  app.delete(
    "/orders/:number",
    route((call) => cancelOrder(books, call)),
  );
  app.post(
    "/tickets",
    route((call) => openTicket(books, call)),
  );
  app.use(route(() => problem(404, "There is no such thing here.")));
  return app;
}

function listOrders(books: Books, { caller }: Call): Answer {
  if (caller.kind === "anonymous") return problem(401, "Sign in to see your orders.");
  const orders = isOwner(caller) ? [...books.orders.values()] : [];
  return [
    200,
    { orders: orders.map(({ number, status, expected_on }) => ({ number, status, expected_on })) },
  ];
}

/** Who knows an order's number may see where it is; what is in it is for its customer. */
function showOrder(books: Books, { caller, number }: Call): Answer {
  const order = findOrder(books, number, caller);
  if (!order) return problem(404, `There is no order ${number}.`);
  if (caller.kind === "customer") return [200, order];
  const { status, expected_on, carrier } = order;
  return [200, { number: order.number, status, expected_on, carrier }];
}

function cancelOrder(books: Books, { caller, number }: Call): Answer {
  if (caller.kind === "anonymous") return problem(401, "Sign in to cancel an order.");
  const order = findOrder(books, number, caller);
  if (!order) return problem(404, `There is no order ${number}.`);
  if (order.status !== "processing") {
    return problem(409, `Order ${order.number} is ${order.status} and can no longer be cancelled.`);
  }
  order.status = "cancelled";
  order.expected_on = null;
  return [200, { number: order.number, status: order.status, refund: order.total }];
}

function openTicket(books: Books, { caller, body }: Call): Answer {
  const { subject, description } = body;
  if (typeof subject !== "string" || typeof description !== "string") {
    return problem(422, "A ticket needs a subject and a description.");
  }
  const from = caller.kind === "customer" ? caller.userId : "a visitor";
  return [201, books.openTicket(subject, from)];
}

function findOrder(books: Books, number: string, caller: Caller): Order | undefined {
  return caller.kind === "anonymous" || isOwner(caller) ? books.orders.get(number.toUpperCase()) : undefined;
}

function isOwner(caller: Caller): boolean {
  return caller.kind === "customer" && caller.userId === CUSTOMER.user_id;
}

function hasKey(request: Request, apiKey: string): boolean {
  const presented = request.get("x-api-key") ?? request.get("authorization")?.replace(/^Bearer /i, "");
  return presented !== undefined && isSame(presented, apiKey);
}

function problem(status: number, title: string): Answer {
  return [status, { type: "about:blank", title, status }];
}

/** Express leaves an empty body as undefined or an empty object. */
function textOf(body: unknown): string {
  return typeof body === "string" ? body : "";
}

function parseBody(body: unknown): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(textOf(body));
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}
