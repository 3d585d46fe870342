import type { VisitorStorage } from "../api/storage.ts";
import type { PageTools } from "../chat/page-calls.ts";
import { answerCalls } from "./answer-calls.ts";

/** Ends calls that the page before this one began: what came of them went with that page. */
const LEFT = "The visitor left the page before it answered. Whether it was done is not known.";

/** Answers at once for calls that nobody will finish, so that the assistant does not wait for them. */
export const leftCalls = (storage: VisitorStorage): PageTools => ({
  list: () => [],
  answer(message) {
    storage.writeTab("calls", "");
    return answerCalls(message, async () => ({ errorText: LEFT }));
  },
});
