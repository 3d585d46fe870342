import type { Approval, ApprovalStore } from "../conversations/approval-store.ts";
import type { HandOverStore } from "../conversations/hand-over-store.ts";
import type { MessageStore } from "../conversations/message-store.ts";
import { visitorMessage, type StoredMessage } from "../conversations/message.ts";
import { timestamp } from "../storage/database.ts";
import { createId } from "../storage/ids.ts";

/** The messages of one conversation, gone with it. */
export function createMemoryMessages(): MessageStore {
  const messages: StoredMessage[] = [];
  return {
    list: async () => structuredClone(messages),
    async addVisitorMessage(_conversationId, said) {
      const message = visitorMessage(said);
      messages.push(message);
      return structuredClone(message);
    },
    async saveReply(_conversationId, message) {
      const at = messages.findIndex(({ id }) => id === message.id);
      messages.splice(at < 0 ? messages.length : at, at < 0 ? 0 : 1, structuredClone(message));
    },
  };
}

/** The questions of one conversation, gone with it. */
export function createMemoryApprovals(): ApprovalStore {
  const open = new Map<string, Approval>();
  return {
    async ask(approval) {
      const asked = { ...approval, id: createId("apr"), expiresAt: timestamp() };
      open.set(asked.id, asked);
      return asked;
    },
    async answer(id, _owner, approved, edited) {
      const asked = open.get(id);
      return asked && { ...asked, ...edited, approvalId: id, approved };
    },
    isExpired: async () => false,
    cancelAll: async () => open.clear(),
  };
}

/** Hand-over that calls nobody. */
export function createMemoryHandOvers(): HandOverStore {
  let isWithPerson = false;
  const set = (value: boolean) => async (): Promise<void> => void (isWithPerson = value);
  return {
    isWithPerson: async () => isWithPerson,
    async begin() {
      isWithPerson = true;
      return true;
    },
    take: set(true),
    end: set(false),
  };
}
