import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Agent, request } from "undici";
import { createRunStore } from "../../src/actions/run-store.ts";
import { createConversationStore } from "../../src/conversations/conversation-store.ts";
import type { StoredMessage } from "../../src/conversations/message.ts";
import { createMessageStore } from "../../src/conversations/message-store.ts";
import { openDatabase, timestamp } from "../../src/storage/database.ts";
import { createId } from "../../src/storage/ids.ts";
import { recordRun } from "../record-run.ts";
import { listen, writeEvents, type PlainServer } from "./plain-servers.ts";

const OWNER = { siteId: "site_1", visitorKey: "anonymous:1" };

/**
 * Bare Express that stores a turn's rows, makes its call with bare undici, and writes the same bytes: no visitor is
 * proved, no model is asked, nothing is guarded. No turn of ours can cost less.
 */
export async function startStoringServer(
  events: readonly string[],
  endpoint: { origin: string; caPem: string },
): Promise<PlainServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "errand-bench-"));
  const database = await openDatabase({ dataDir });
  const times = { created_at: timestamp(), updated_at: timestamp() };
  await database
    .insertInto("sites")
    .values({ id: OWNER.siteId, settings: "{}", ...times })
    .execute();
  const dispatcher = new Agent({ connect: { ca: endpoint.caPem }, allowH2: false, pipelining: 1 });
  const conversations = createConversationStore(database);
  const messages = createMessageStore(database);
  const runs = createRunStore(database);
  const call = async (): Promise<void> => {
    const { body } = await request(`${endpoint.origin}/orders/ORD-123`, { dispatcher });
    await body.json();
  };
  const server = await listen(async ({ body }, response) => {
    const { id, message } = body as { id: string; message: { id: string; parts: [{ text: string }] } };
    await conversations.open(OWNER, id);
    await messages.addVisitorMessage(id, { id: message.id, text: message.parts[0].text });
    const reply = toReply(events);
    const run = { siteId: OWNER.siteId, conversationId: id, callId: "call_1" };
    await Promise.all([messages.saveReply(id, { ...reply, status: "open" }), recordRun(runs, run, call)]);
    await messages.saveReply(id, reply);
    writeEvents(response, events);
  });
  return {
    ...server,
    async close() {
      await server.close();
      await dispatcher.close();
      await database.destroy();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** As long as the reply that the events make. */
function toReply(events: readonly string[]): StoredMessage {
  const words = events.filter((event) => event.includes("text-delta")).map((_, at) => `word${at} `);
  const parts: StoredMessage["parts"] = [{ type: "text", text: words.join("") }];
  return { id: createId("msg"), role: "assistant", parts, status: "complete", createdAt: timestamp() };
}
