import type { LanguageModelV4FunctionTool, LanguageModelV4Prompt } from "@ai-sdk/provider";
import { timestamp, type Database } from "../storage/database.ts";

/** What a model was asked in one step, and what it answered. */
export interface TraceStep {
  prompt: LanguageModelV4Prompt;
  tools: Pick<LanguageModelV4FunctionTool, "name" | "description" | "inputSchema">[];
  parts: TracePart[];
}

/** One thing that a model said: words, or a call with its arguments as it wrote them (JSON text). */
export type TracePart =
  | { type: "text"; text: string }
  | { type: "tool-call"; toolName: string; input: string };

/** The steps behind one reply, the oldest first. */
export interface TurnTrace {
  messageId: string;
  steps: TraceStep[];
  createdAt: string;
}

/** The longest JSON of one reply's steps, in UTF-16 code units; of a longer one the oldest steps go. */
const MAX_LENGTH = 400_000;

/** Where the steps behind a preview's replies are kept. */
export interface TraceStore {
  /** Adds to what is kept of a reply. */
  append(conversationId: string, messageId: string, steps: readonly TraceStep[]): Promise<void>;
  /** The conversation's traces, the oldest first. */
  list(conversationId: string): Promise<TurnTrace[]>;
}

export function createTraceStore(database: Database): TraceStore {
  const stepsOf = async (conversationId: string, messageId: string): Promise<TraceStep[]> => {
    const row = await database
      .selectFrom("turn_traces")
      .select("steps")
      .where("conversation_id", "=", conversationId)
      .where("message_id", "=", messageId)
      .executeTakeFirst();
    return row ? (JSON.parse(row.steps) as TraceStep[]) : [];
  };
  return {
    async append(conversationId, messageId, steps) {
      const text = boundedJson([...(await stepsOf(conversationId, messageId)), ...steps]);
      await database
        .insertInto("turn_traces")
        .values({
          conversation_id: conversationId,
          message_id: messageId,
          steps: text,
          created_at: timestamp(),
        })
        .onConflict((conflict) =>
          conflict.columns(["conversation_id", "message_id"]).doUpdateSet({ steps: text }),
        )
        .execute();
    },
    async list(conversationId) {
      const rows = await database
        .selectFrom("turn_traces")
        .selectAll()
        .where("conversation_id", "=", conversationId)
        .orderBy("created_at")
        .orderBy("message_id")
        .execute();
      return rows.map((row) => ({
        messageId: row.message_id,
        steps: JSON.parse(row.steps) as TraceStep[],
        createdAt: row.created_at,
      }));
    },
  };
}

function boundedJson(steps: readonly TraceStep[]): string {
  const text = JSON.stringify(steps);
  return text.length > MAX_LENGTH && steps.length > 0 ? boundedJson(steps.slice(1)) : text;
}
