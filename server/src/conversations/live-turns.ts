import type { StreamChunk } from "@errand/shared/wire";
import { ErrandError } from "../errors.ts";
import type { StoredMessage } from "./message.ts";

/** The line that ends an AI SDK UI message stream. */
export const DONE = "data: [DONE]\n\n";

/** Seconds after which a request that a shutdown turned away may be sent again. */
const RESTART_SECONDS = 5;

/**
 * Who ends a turn before its time. A reply that a shutdown cut off goes on when its message is sent again; one that was
 * overtaken goes on at another server, which has the conversation now.
 */
type StopReason = "visitor" | "shutdown" | "overtaken";

/** One reader's place in a turn. What it has not taken yet waits in the turn, which holds the only copy. */
export interface TurnReader {
  /** The next event, or undefined when there is none yet. */
  take(): string | undefined;
  leave(): void;
}

/** A turn under way: everything said so far, and whoever listens. */
export interface LiveTurn {
  readonly conversationId: string;
  /** Ids of what this turn answers: the visitor's message, or the approvals they gave their word on. */
  readonly causes: readonly string[];
  /** The visitor's message that this turn answers; set as soon as it is known. */
  visitorMessageId: string | undefined;
  /** The reply as it stood before this turn went on with it; undefined for a fresh reply. */
  before: StoredMessage | undefined;
  /** Aborts with a `StopReason`. */
  readonly signal: AbortSignal;
  readonly isOver: boolean;
  write(chunk: StreamChunk): void;
  end(): void;
  /** Reads from the start; `onNews` tells of more, and of the end. The turn goes on without readers. */
  read(onNews: () => void): TurnReader;
  stop(reason: StopReason): void;
  /** Settles when the turn has ended. */
  readonly ended: Promise<void>;
}

/** A turn under way somewhere, as one who only listens has it. */
export type FollowedTurn = Readonly<
  Pick<LiveTurn, "conversationId" | "causes" | "visitorMessageId" | "before" | "isOver" | "read" | "ended">
>;

/** The turn that a conversation was claimed for, or the one under way that answers the same. */
export type ClaimedTurn = { turn: LiveTurn; isNew: true } | { turn: FollowedTurn; isNew: false };

/** The turns under way, one a conversation. */
export interface LiveTurns {
  find(conversationId: string): Promise<FollowedTurn | undefined>;
  /**
   * A new turn as soon as none runs in the conversation, or the running one when it answers all of the same.
   * @throws ErrandError `internal_error` while the server shuts down
   */
  claim(conversationId: string, causes: readonly string[]): Promise<ClaimedTurn>;
  /** Ends the conversation's turn for its visitor, if one runs; `ended` settles when it has come to its end. */
  stop(conversationId: string): Promise<{ ended: Promise<void> }>;
  /** Stops every turn for a shutdown, and begins none any more. */
  stopAll(): Promise<void>;
}

/** The turns of this process. */
export interface LocalTurns extends LiveTurns {
  get(conversationId: string): LiveTurn | undefined;
  claim(conversationId: string, causes: readonly string[]): Promise<{ turn: LiveTurn; isNew: boolean }>;
}

/** Whether a turn answers all of these. */
export const answersAll = ({ causes }: Pick<FollowedTurn, "causes">, wanted: readonly string[]): boolean =>
  wanted.every((id) => causes.includes(id));

export function createLiveTurns(): LocalTurns {
  const turns = new Map<string, LiveTurn>();
  let isClosing = false;
  return {
    get: (conversationId) => turns.get(conversationId),
    find: async (conversationId) => turns.get(conversationId),
    async claim(conversationId, causes) {
      for (;;) {
        if (isClosing) throw restarting();
        const running = turns.get(conversationId);
        // Nothing is awaited between this look and the claim: of two who waited, the second waits again.
        if (!running) {
          const turn = createLiveTurn(conversationId, causes, () => turns.delete(conversationId));
          turns.set(conversationId, turn);
          return { turn, isNew: true };
        }
        if (answersAll(running, causes)) return { turn: running, isNew: false };
        await running.ended;
      }
    },
    async stop(conversationId) {
      const turn = turns.get(conversationId);
      turn?.stop("visitor");
      return { ended: turn?.ended ?? Promise.resolve() };
    },
    async stopAll() {
      isClosing = true;
      const all = [...turns.values()];
      for (const turn of all) turn.stop("shutdown");
      await Promise.all(all.map((turn) => turn.ended));
    },
  };
}

const restarting = (): ErrandError =>
  new ErrandError("internal_error", "The server is restarting. Please send this again.", {
    retryAfterSeconds: RESTART_SECONDS,
  });

function createLiveTurn(conversationId: string, causes: readonly string[], onEnd: () => void): LiveTurn {
  const said: string[] = [];
  const readers = new Set<() => void>();
  const abort = new AbortController();
  const ended = Promise.withResolvers<void>();
  let isOver = false;
  const say = (event: string): void => {
    said.push(event);
    for (const onNews of readers) onNews();
  };
  return {
    conversationId,
    causes,
    visitorMessageId: undefined,
    before: undefined,
    signal: abort.signal,
    ended: ended.promise,
    get isOver() {
      return isOver;
    },
    write(chunk) {
      if (!isOver) say(encodeChunk(chunk));
    },
    stop: (reason) => abort.abort(reason),
    end() {
      if (isOver) return;
      isOver = true;
      onEnd();
      say(DONE);
      readers.clear();
      ended.resolve();
    },
    read(onNews) {
      if (!isOver) readers.add(onNews);
      return readFromStart(said, () => void readers.delete(onNews));
    },
  };
}

/** A reader of what has been said, and of what is added to it. */
export function readFromStart(said: readonly string[], leave: () => void): TurnReader {
  let place = 0;
  return { take: () => (place < said.length ? said[place++] : undefined), leave };
}

/** One server-sent event (WHATWG HTML §9.2) of the stream. */
export function encodeChunk(chunk: StreamChunk): string {
  return `data: ${JSON.stringify(chunk)}\n\n`;
}
