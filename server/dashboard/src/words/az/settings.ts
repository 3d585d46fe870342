import type { settings as english } from "../en/settings.ts";

/** A site's settings. */
export const settings: typeof english = {
  settings: {
    text: "Saytın adı nədir və köməkçiyə nə deyilir.",
    general: "Ümumi",
    locale: "Standart dil",
    localeHint: "Dili məlum olmayan ziyarətçilər üçün, məsələn, en və ya pt-BR.",
    timeZone: "Saat qurşağı",
    timeZoneHint:
      "Brauzeri bildirməyən ziyarətçilər üçün “sabah” və “10:30” burada sayılır. Boş: köməkçi tarixi soruşur.",
    instructions: "Köməkçiyə göstərişlər",
    instructionsHint: "Ton, daxili qaydalar və faktlar. Daxili model onları oxumur.",
    deleteTitle: "Bu saytı sil",
    deleteText: "Əməliyyatları, sirləri, yazışmaları və çağırışları onunla birlikdə silinir.",
    delete: "Saytı sil",
    deleted: (name) => `“${name}” silindi`,
    deleting: (name) => ({
      title: `“${name}” silinsin?`,
      text: "Vidcet bütün səhifələrdə dərhal işini dayandırır. Bunu geri qaytarmaq olmaz.",
      yes: "Saytı sil",
    }),
  },
};
