import { useLocation } from "preact-iso/router";
import { useEffect } from "preact/hooks";
import { askToLeave } from "../components/confirm.tsx";

/** The page with a form on it: its address, and whether it holds unsaved work. */
interface GuardedPage {
  url: string;
  isDirty: () => boolean;
}

let page: GuardedPage | undefined;
let isLeaving = false;

/**
 * Asks before unsaved work is left: by a link, by Back or Forward, by closing the tab.
 * Called before the router starts, since a window's popstate listeners run in the order they came.
 */
export function installUnsavedGuard(): void {
  addEventListener("click", onClick, { capture: true });
  addEventListener("popstate", onPopState);
  addEventListener("beforeunload", (event) => {
    if (guarded()) event.preventDefault();
  });
}

/** Guards the page while it stands. Answers a function that leaves without asking. */
export function useUnsavedGuard(isDirty: () => boolean): (url: string, replace?: boolean) => void {
  const { route } = useLocation();
  useEffect(() => {
    page = { url: location.pathname + location.search, isDirty };
    return () => {
      page = undefined;
      isLeaving = false;
    };
  }, []);
  return (url, replace) => {
    isLeaving = true;
    route(url, replace);
  };
}

/** Whether the page may be left: nothing on it is unsaved, or the owner agrees to lose it. */
export async function mayLeave(): Promise<boolean> {
  return guarded() === undefined || askToLeave();
}

function guarded(): GuardedPage | undefined {
  return !isLeaving && page?.isDirty() ? page : undefined;
}

async function askThen(leave: () => void): Promise<void> {
  isLeaving = await askToLeave();
  if (isLeaving) leave();
}

function onClick(event: MouseEvent): void {
  const link = guarded() ? inAppLink(event) : undefined;
  if (!link) return;
  event.preventDefault();
  event.stopPropagation();
  void askThen(() => link.click());
}

function onPopState(event: PopStateEvent): void {
  const stays = guarded();
  if (!stays || location.pathname + location.search === stays.url) return;
  event.stopImmediatePropagation();
  history.pushState(null, "", stays.url);
  void askThen(() => history.back());
}

/** The link that a plain click follows to another page of this app. */
function inAppLink(event: MouseEvent): HTMLAnchorElement | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return undefined;
  const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
  if (!link || link.origin !== location.origin || link.target || link.hasAttribute("download"))
    return undefined;
  return link.pathname + link.search === location.pathname + location.search ? undefined : link;
}
