import type { actions as english } from "../en/actions.ts";

/** The list of a site's actions. */
export const actions: typeof english = {
  actions: {
    text: "Köməkçinin API-lərinizi çağıraraq ziyarətçi üçün edə bildikləri.",
    add: "Yeni əməliyyat",
    import: "İdxal et",
    duplicate: (name) => `“${name}” surətini yarat`,
    delete: (name) => `“${name}” sil`,
    noRuns: "Bu həftə çağırış yoxdur",
    lastRun: (ago) => `sonuncu ${ago}`,
    emptyTitle: "Köməkçi hələ heç nə edə bilmir",
    emptyText: "Əməliyyat öz API-nizə bir çağırışdır, məsələn, sifarişin axtarılması.",
    needsIdentity: "Kimlik tələb edir",
    asksFirst: "Əvvəlcə soruşur",
    enabled: (name) => `“${name}” aktivdir`,
    turnedOn: (name) => `“${name}” aktivləşdirildi`,
    turnedOff: (name) => `“${name}” söndürüldü`,
  },
};
