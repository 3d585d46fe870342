import type { App } from "./app.ts";

let current: App | undefined;

/** Sets the app that components belong to: a page has one panel, so this needs no context. */
export function provideApp(app: App): void {
  current = app;
}

/** The app that every component belongs to. */
export const useApp = () => current as App;
