/** What the browser keeps of an anonymous visitor. A proved one is proved again on every page. */
interface StoredVisitor {
  session: string;
  /** ISO 8601 UTC. */
  expiresAt: string;
  conversation?: string | undefined;
}

/**
 * What ends with the tab: what is half written or not sent yet, calls that the page carries out, whether the panel
 * stands open, and which conversation a proved visitor is in.
 */
type TabKey = "draft" | "outbox" | "calls" | "open" | "chat";

/** The browser's memory of one site. Every method works, without effect, when storage is refused. */
export interface VisitorStorage {
  read: () => StoredVisitor | undefined;
  /** Keeps the visitor, from the first interaction on; undefined forgets. */
  write: (visitor: StoredVisitor | undefined) => void;
  /** The visitor uses the widget: from now on things are kept. */
  touch: () => void;
  readTab: (key: TabKey) => string;
  /** Keeps something for this tab, from the first interaction on; nothing forgets. */
  writeTab: (key: TabKey, value: string) => void;
}

/** Keeps nothing before it was touched, on this page or on one before it where the panel was left open. */
export function createStorage(site: string): VisitorStorage {
  const key = `errand:${site}`;
  const readTab = (name: TabKey) => attempt(() => sessionStorage.getItem(`${key}:${name}`)) ?? "";
  let isTouched = !!(readTab("open") || readTab("outbox"));
  let waiting: StoredVisitor | undefined;
  const flush = () => {
    if (waiting && isTouched) attempt(() => localStorage.setItem(key, JSON.stringify(waiting)));
  };
  return {
    touch() {
      if (isTouched) return;
      isTouched = true;
      flush();
    },
    read: () => waiting ?? attempt(() => JSON.parse(localStorage.getItem(key) ?? "") as StoredVisitor),
    write(visitor) {
      waiting = visitor;
      if (!visitor) attempt(() => localStorage.removeItem(key));
      flush();
    },
    readTab,
    writeTab(name, value) {
      if (!value) attempt(() => sessionStorage.removeItem(`${key}:${name}`));
      else if (isTouched) attempt(() => sessionStorage.setItem(`${key}:${name}`, value));
    },
  };
}

function attempt<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
