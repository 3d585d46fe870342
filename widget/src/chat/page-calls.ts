import type { ChatMessage, PageTool, ToolPart } from "@errand/shared/wire";

/** What the page offers, as a conversation needs it; missing while nothing is registered. */
export interface PageTools {
  list: () => PageTool[];
  /** Carries out the calls of a message that wait for the page. */
  answer: (message: ChatMessage) => Promise<AnsweredCalls>;
}

/** A message whose calls the page has carried out: as it is sent, and as it is shown. */
export interface AnsweredCalls {
  sent: ChatMessage;
  shown: ChatMessage;
}

/** Whether a call waits for the page. */
export const isForPage = ({ state, toolMetadata }: ToolPart): boolean =>
  state === "input-available" && toolMetadata?.page === true;
