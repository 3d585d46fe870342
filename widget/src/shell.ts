import type { EmbedSettings } from "@errand/shared/wire";
import type { Emit } from "./errand.ts";

/** What the server writes into the loader. `panel` is the path of the panel file. */
export type Embed = EmbedSettings & { panel: string };

/** What the loader hands to the panel. */
export interface Shell {
  /** The origin of its address is that of the visitor API; its `data-` attributes are the page's wishes. */
  readonly script: HTMLScriptElement;
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Stands in `root` unless `data-mode` wants it otherwise. */
  readonly launcher: HTMLButtonElement;
  readonly emit: Emit;
  readonly settings: EmbedSettings;
  /** Aborted by `destroy`: what listens ends with it. */
  readonly life: AbortController;
}

/** Carries out a command of the global function `Errand`. */
export type RunCommand = (command: string, argument?: unknown) => Promise<unknown>;

/** What the panel file exports. The parts of the shell come one by one, which keeps their names out of the loader. */
export interface PanelModule {
  createPanel: (
    host: Shell["host"],
    launcher: Shell["launcher"],
    settings: Shell["settings"],
    script: Shell["script"],
    emit: Shell["emit"],
    life: Shell["life"],
  ) => RunCommand;
}
