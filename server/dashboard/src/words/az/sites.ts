import type { sites as english } from "../en/sites.ts";

/** The list of sites, and the parts of one. */
export const sites: typeof english = {
  sites: {
    title: "Saytlar",
    text: "Hər saytın öz vidceti, əməliyyatları və ayarları var.",
    add: "Yeni sayt",
    emptyTitle: "Hələ sayt yoxdur",
    emptyText: "Sayt ziyarətçilərinizin köməkçi ilə görüşdüyü bir yerdir, məsələn, mağazanız.",
    newTitle: "Yeni sayt",
    name: "Ad",
    nameHint: "Ziyarətçilər onu söhbətin yuxarısında görür.",
    origin: "Səhifələrinizin ünvanı",
    originHint: "Yalnız oradakı səhifələr vidceti göstərə bilər. Sonra başqalarını da əlavə edə bilərsiniz.",
    create: "Sayt yarat",
    made: (name) => `“${name}” yaradıldı`,
    origins: (first, others) => (others > 0 ? `${first} və daha ${others}` : first),
    noOrigins: "Hələ ünvan yoxdur",
  },
  site: {
    nav: "Sayt",
    unnamed: "Sayt",
    parts: {
      start: "İlk addımlar",
      actions: "Əməliyyatlar",
      try: "Sınayın",
      appearance: "Görünüş",
      install: "Quraşdırma",
      identity: "Kimlik",
      conversations: "Yazışmalar",
      visitors: "Ziyarətçilər",
      runs: "Çağırışlar",
      settings: "Ayarlar",
    },
  },
};
