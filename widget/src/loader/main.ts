import type { Embed, PanelModule } from "../shell.ts";
import { startLoader } from "./start.ts";

/** The server writes the site's settings here when it answers with this file. */
declare const __ERRAND_EMBED__: Embed;

startLoader(
  __ERRAND_EMBED__,
  document.currentScript as HTMLScriptElement,
  // A browser may never ask again for a module that it could not fetch once; it asks again for a file.
  (address) => fetch(address).then(() => import(/* @vite-ignore */ address) as Promise<PanelModule>),
);
