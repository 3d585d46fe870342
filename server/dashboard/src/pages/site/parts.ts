import type { ComponentType } from "preact";
import lazy from "preact-iso/lazy";
import type { PartProps } from "./part-props.ts";

/** The parts of a site in the order of its navigation; each is a file of its own, read when it is opened. */
export const PARTS = {
  start: lazy(() => import("./start-part.tsx").then((module) => module.StartPart)),
  actions: lazy(() => import("./actions-part.tsx").then((module) => module.ActionsPart)),
  try: lazy(() => import("./try-part.tsx").then((module) => module.TryPart)),
  conversations: lazy(() =>
    import("../conversations/conversations-part.tsx").then((module) => module.ConversationsPart),
  ),
  visitors: lazy(() => import("../visitors/visitors-part.tsx").then((module) => module.VisitorsPart)),
  runs: lazy(() => import("../runs/runs-part.tsx").then((module) => module.RunsPart)),
  identity: lazy(() => import("../identity/identity-part.tsx").then((module) => module.IdentityPart)),
  appearance: lazy(() => import("../appearance/appearance-part.tsx").then((module) => module.AppearancePart)),
  install: lazy(() => import("./install-part.tsx").then((module) => module.InstallPart)),
  settings: lazy(() => import("../settings/settings-part.tsx").then((module) => module.SettingsPart)),
} satisfies Record<string, ComponentType<PartProps>>;

export type PartName = keyof typeof PARTS;

/** Parts that show one of their entries when the address goes on with its id. */
export const PARTS_WITH_ITEMS: ReadonlySet<PartName> = new Set(["conversations", "visitors", "runs"]);

export const PART_NAMES = Object.keys(PARTS) as PartName[];
