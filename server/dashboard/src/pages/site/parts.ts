import type { ComponentType } from "preact";
import { lazyPage } from "../../components/lazy-page.tsx";
import type { PartProps } from "./part-props.ts";

/** The parts of a site in the order of its navigation; each is a file of its own, read when it is opened. */
export const PARTS = {
  start: lazyPage(() => import("./start-part.tsx").then((module) => module.StartPart)),
  actions: lazyPage(() => import("./actions-part.tsx").then((module) => module.ActionsPart)),
  try: lazyPage(() => import("./try-part.tsx").then((module) => module.TryPart)),
  conversations: lazyPage(() =>
    import("../conversations/conversations-part.tsx").then((module) => module.ConversationsPart),
  ),
  visitors: lazyPage(() => import("../visitors/visitors-part.tsx").then((module) => module.VisitorsPart)),
  runs: lazyPage(() => import("../runs/runs-part.tsx").then((module) => module.RunsPart)),
  identity: lazyPage(() => import("../identity/identity-part.tsx").then((module) => module.IdentityPart)),
  appearance: lazyPage(() =>
    import("../appearance/appearance-part.tsx").then((module) => module.AppearancePart),
  ),
  install: lazyPage(() => import("./install-part.tsx").then((module) => module.InstallPart)),
  settings: lazyPage(() => import("../settings/settings-part.tsx").then((module) => module.SettingsPart)),
} satisfies Record<string, ComponentType<PartProps>>;

export type PartName = keyof typeof PARTS;

/** Parts that show one of their entries when the address goes on with its id. */
export const PARTS_WITH_ITEMS: ReadonlySet<PartName> = new Set(["conversations", "visitors", "runs"]);

export const PART_NAMES = Object.keys(PARTS) as PartName[];
