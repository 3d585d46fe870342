import type { Embed, PanelModule } from "../shell.ts";
import { startLoader } from "./start.ts";

/** The server writes the site's settings here when it answers with this file. */
declare const __ERRAND_EMBED__: Embed;

startLoader(
  __ERRAND_EMBED__,
  document.currentScript as HTMLScriptElement,
  (address) => import(/* @vite-ignore */ address) as Promise<PanelModule>,
);
