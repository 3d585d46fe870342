import type { ActionInput, ActionView } from "@errand/shared/action";
import type { ActionTestResult, TestVisitor } from "@errand/shared/action-test";
import type { SiteSettingsPart, SiteView } from "@errand/shared/site";
import type { PreviewTrace, PreviewView } from "@errand/shared/preview";
import { createSession, type Send } from "./session.ts";
import { createSignInMark } from "./sign-in-mark.ts";

/** Body of a test run; `savedFrom` lends the stored key of that action. */
interface ActionTest {
  action: ActionInput;
  arguments: Record<string, unknown>;
  visitor: TestVisitor;
  dryRun: boolean;
  savedFrom?: string;
}

/** Whom a preview is begun as, and what stands in for what is saved. */
interface PreviewBody {
  visitor: TestVisitor;
  draft?: ActionInput;
  savedFrom?: string | undefined;
  settings?: Record<string, unknown>;
}

/** The calls of the owner API (`/admin/v1`), typed. Each throws ApiError. */
export function createOwnerApi(send: Send) {
  const list = async <Item>(path: string) => (await send<{ items: Item[] }>("GET", path)).items;
  const under = (site: string, ...rest: string[]) =>
    ["/sites", site, ...rest].map((part, index) => (index ? encodeURIComponent(part) : part)).join("/");
  return {
    listSites: () => list<SiteView>("/sites"),
    createSite: (settings: { name: string; allowedOrigins: string[] }) =>
      send<SiteView>("POST", "/sites", settings),
    readSite: (site: string) => send<SiteView>("GET", under(site)),
    changeSite: (site: string, part: SiteSettingsPart) => send<SiteView>("PATCH", under(site), part),
    deleteSite: (site: string) => send<void>("DELETE", under(site)),
    readSnippet: async (site: string) => (await send<{ html: string }>("GET", under(site, "snippet"))).html,
    listActions: (site: string) => list<ActionView>(under(site, "actions")),
    readAction: (site: string, action: string) => send<ActionView>("GET", under(site, "actions", action)),
    createAction: (site: string, action: ActionInput) =>
      send<ActionView>("POST", under(site, "actions"), action),
    replaceAction: (site: string, id: string, action: ActionInput, version?: string) =>
      send<ActionView>("PUT", under(site, "actions", id), action, version),
    deleteAction: (site: string, id: string) => send<void>("DELETE", under(site, "actions", id)),
    testAction: (site: string, test: ActionTest) =>
      send<ActionTestResult>("POST", under(site, "actions", "test"), test),
    beginPreview: (site: string, body: PreviewBody) => send<PreviewView>("POST", under(site, "try"), body),
    readTrace: (site: string, preview: string) => send<PreviewTrace>("GET", under(site, "try", preview)),
  };
}

const client = createSession({ fetch: (url, init) => fetch(url, init), mark: createSignInMark() });

/** The session of this page, on the server that it came from. */
export const { session, start, signIn, signOut, changePassword, lastName, send } = client;
export const api = createOwnerApi(client.send);
