/** Who the visitor of the sample shop is. */
export const VISITORS = ["jwt", "user_hash", "anonymous"] as const;
export type VisitorKind = (typeof VISITORS)[number];

type Errand = ((command: string, ...args: unknown[]) => Promise<unknown>) & { q?: unknown[]; site?: string };

declare global {
  interface Window {
    Errand?: Errand;
  }
}

/** Keeps calls until the widget has loaded, as the snippet of every site does. */
window.Errand ??= Object.assign(
  (...call: unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      if (window.Errand) (window.Errand.q ??= []).push([call, resolve, reject]);
    }),
  {},
);

/** Gives the widget a command; what it refuses is told on the console. */
export function errand(command: string, argument?: unknown): void {
  window.Errand?.(command, argument).catch((error: unknown) => {
    // oxlint-disable-next-line no-console -- whoever tries the shop looks there
    console.error(`Errand refused "${command}":`, error);
  });
}

/** Proves to the widget who the visitor is, by what the shop's own server signs. */
export async function identify(kind: VisitorKind): Promise<void> {
  if (kind === "jwt") errand("identify", { getToken: fetchToken });
  if (kind === "user_hash") errand("identify", await fetchIdentity("user_hash"));
}

async function fetchToken(): Promise<string> {
  const { token } = await fetchIdentity("jwt");
  return String(token);
}

async function fetchIdentity(kind: VisitorKind): Promise<Record<string, unknown>> {
  const response = await fetch(`/identity?kind=${kind}`);
  return (await response.json()) as Record<string, unknown>;
}
