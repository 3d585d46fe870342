/** What leads from an empty site to a first conversation, in the order it is best done. */
export const CHECKLIST_STEPS = ["origin", "script", "identity", "action", "conversation"] as const;

export type ChecklistStep = (typeof CHECKLIST_STEPS)[number];

/** One step as it stands. Times are ISO 8601 UTC. */
export interface ChecklistItem {
  step: ChecklistStep;
  isDone: boolean;
  /** When it first happened; null for what the settings alone tell. */
  firstAt: string | null;
  /** When it last happened, to the hour. */
  lastAt: string | null;
  /** Where or what it was: an origin, or the name of an action. */
  detail: string | null;
}

/** Answer of `GET /admin/v1/sites/:site/checklist`. */
export interface ChecklistView {
  items: ChecklistItem[];
}
