import type { RunView } from "@errand/shared/action-test";
import type {
  ConversationPage,
  ConversationView,
  ErasureReceipt,
  VisitorExport,
  VisitorItem,
} from "@errand/shared/conversation-view";
import type { RunStats } from "@errand/shared/run-stats";
import { send } from "./owner-api.ts";
import { sitePath, withQuery } from "./site-path.ts";

/** Filters as they stand in the address of a page. */
export type Query = Record<string, string>;

/** The entries of a list, and where the next ones begin. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** The calls about what happened at a site. Each throws ApiError. */
export const historyApi = {
  listConversations: (site: string, query: Query, cursor?: string) =>
    send<ConversationPage>(
      "GET",
      withQuery(sitePath(site, "conversations"), { limit: "30", ...query, cursor }),
    ),
  readConversation: (site: string, id: string) =>
    send<ConversationView>("GET", sitePath(site, "conversations", id)),
  eraseConversation: (site: string, id: string) =>
    send<ErasureReceipt>("DELETE", sitePath(site, "conversations", id)),
  /** Lets the assistant answer again. */
  handBack: (site: string, id: string) =>
    send<void>("POST", sitePath(site, "conversations", id, "hand-back")),
  /** Answers as a person. */
  answer: (site: string, id: string, text: string) =>
    send<unknown>("POST", sitePath(site, "conversations", id, "messages"), { text }),
  listVisitors: async (site: string, q: string) =>
    (await send<{ items: VisitorItem[] }>("GET", withQuery(sitePath(site, "visitors"), { q }))).items,
  exportVisitor: (site: string, userId: string) =>
    send<VisitorExport>("GET", sitePath(site, "visitors", userId)),
  eraseVisitor: (site: string, userId: string) =>
    send<ErasureReceipt>("DELETE", sitePath(site, "visitors", userId)),
  listRuns: (site: string, query: Query, cursor?: string) =>
    send<Page<RunView>>("GET", withQuery(sitePath(site, "runs"), { limit: "50", ...query, cursor })),
  readRun: (site: string, id: string) => send<RunView>("GET", sitePath(site, "runs", id)),
  readRunStats: (site: string, query: Query) =>
    send<RunStats>("GET", withQuery(sitePath(site, "runs", "stats"), query)),
};
