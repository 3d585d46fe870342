import type { StreamChunk } from "@errand/shared/wire";
import type { StoredMessage } from "./message.ts";

/** The line that ends an AI SDK UI message stream. */
const DONE = "data: [DONE]\n\n";

/** Who reads a turn: each event as it is written, then one end. */
export interface TurnReader {
  onEvent(event: string): void;
  onEnd(): void;
}

/** A turn under way: everything said so far, and whoever listens. */
export interface LiveTurn {
  readonly conversationId: string;
  /** The visitor's message that this turn answers; set as soon as it is known. */
  visitorMessageId: string | undefined;
  /** The reply as it stood before this turn went on with it; undefined for a fresh reply. */
  before: StoredMessage | undefined;
  readonly signal: AbortSignal;
  write(chunk: StreamChunk): void;
  end(): void;
  /** Replays what was said, then follows. Returns how to stop reading; the turn goes on without readers. */
  read(reader: TurnReader): () => void;
  /** Ends the turn at the visitor's wish. */
  stop(): void;
  /** Settles when the turn has ended. */
  readonly ended: Promise<void>;
}

/** The turns under way in this process, one a conversation. */
export interface LiveTurns {
  get(conversationId: string): LiveTurn | undefined;
  /** @throws TypeError when one is under way: callers wait for its `ended` first */
  open(conversationId: string): LiveTurn;
  /** Stops every turn, for a shutdown. */
  stopAll(): Promise<void>;
}

export function createLiveTurns(): LiveTurns {
  const turns = new Map<string, LiveTurn>();
  return {
    get: (conversationId) => turns.get(conversationId),
    open(conversationId) {
      if (turns.has(conversationId)) throw new TypeError(`A turn is under way in ${conversationId}`);
      const turn = createLiveTurn(conversationId, () => turns.delete(conversationId));
      turns.set(conversationId, turn);
      return turn;
    },
    async stopAll() {
      const all = [...turns.values()];
      for (const turn of all) turn.stop();
      await Promise.all(all.map((turn) => turn.ended));
    },
  };
}

function createLiveTurn(conversationId: string, onEnd: () => void): LiveTurn {
  const said: string[] = [];
  const readers = new Set<TurnReader>();
  const abort = new AbortController();
  const ended = Promise.withResolvers<void>();
  let isOver = false;
  const say = (event: string): void => {
    said.push(event);
    for (const reader of readers) reader.onEvent(event);
  };
  return {
    conversationId,
    visitorMessageId: undefined,
    before: undefined,
    signal: abort.signal,
    ended: ended.promise,
    write: (chunk) => say(encodeChunk(chunk)),
    stop: () => abort.abort(),
    end() {
      if (isOver) return;
      isOver = true;
      say(DONE);
      onEnd();
      for (const reader of readers) reader.onEnd();
      readers.clear();
      ended.resolve();
    },
    read(reader) {
      for (const event of said) reader.onEvent(event);
      if (isOver) reader.onEnd();
      else readers.add(reader);
      return () => readers.delete(reader);
    },
  };
}

/** One server-sent event (WHATWG HTML §9.2) of the stream. */
export function encodeChunk(chunk: StreamChunk): string {
  return `data: ${JSON.stringify(chunk)}\n\n`;
}
