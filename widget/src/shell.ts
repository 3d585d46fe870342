import type { EmbedSettings } from "@errand/shared/wire";
import type { Emit } from "./errand.ts";

/** What the server writes into the loader. `panel` is the path of the panel file. */
export type Embed = EmbedSettings & { panel: string };

/** What the loader hands to the panel. */
export interface Shell {
  /** Address of the loader; its origin is that of the visitor API. */
  readonly address: string;
  /** The `data-` attributes of the script tag. */
  readonly attributes: DOMStringMap;
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Stands in `root` unless `data-mode` wants it otherwise. */
  readonly launcher: HTMLButtonElement;
  readonly emit: Emit;
  readonly settings: EmbedSettings;
  /** Whether the visitor has used the widget on this page; before that nothing is stored. */
  touched: boolean;
}

/** Carries out a command of the global function `Errand`. */
export type RunCommand = (command: string, argument?: unknown) => Promise<void>;

/** What the panel file exports. */
export interface PanelModule {
  createPanel: (shell: Shell) => RunCommand;
}
