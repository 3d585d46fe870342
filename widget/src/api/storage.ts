/** What the browser keeps of an anonymous visitor. A proved one is proved again on every page. */
interface StoredVisitor {
  session: string;
  /** ISO 8601 UTC. */
  expiresAt: string;
  conversation?: string | undefined;
}

/** The browser's memory of one site. Every method works, without effect, when storage is refused. */
export interface VisitorStorage {
  read: () => StoredVisitor | undefined;
  /** Keeps the visitor, from the first interaction on; undefined forgets. */
  write: (visitor: StoredVisitor | undefined) => void;
  /** Writes what waited for the visitor's first interaction. */
  flush: () => void;
  readDraft: () => string;
  writeDraft: (draft: string) => void;
}

/** Keeps nothing before `mayWrite` answers with true. Drafts end with the tab. */
export function createStorage(site: string, mayWrite: () => boolean): VisitorStorage {
  const key = `errand:${site}`;
  let waiting: StoredVisitor | undefined;
  const flush = () => {
    if (waiting && mayWrite()) attempt(() => localStorage.setItem(key, JSON.stringify(waiting)));
  };
  return {
    flush,
    read: () => waiting ?? attempt(() => JSON.parse(localStorage.getItem(key) ?? "") as StoredVisitor),
    write(visitor) {
      waiting = visitor;
      if (!visitor) attempt(() => localStorage.removeItem(key));
      flush();
    },
    readDraft: () => attempt(() => sessionStorage.getItem(key)) ?? "",
    writeDraft(draft) {
      if (mayWrite()) attempt(() => sessionStorage.setItem(key, draft));
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
