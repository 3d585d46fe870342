import { azOrdinal } from "../az-ordinal.ts";
import type { install as english } from "../en/install.ts";

/** How the widget comes onto the owner's pages. */
export const install: typeof english = {
  install: {
    text: "Səhifələrinizdə bir sətir və kimin daxil olduğunun sübutu.",
    tagTitle: "Skript teqi",
    tagText: "Vidceti göstərməli olan hər səhifədə body-nin sonundan əvvəl yerləşdirin.",
    originsTitle: "İcazə verilən ünvanlar",
    originsText:
      "Vidcet yalnız bu ünvanların səhifələrində işləyir. https://*.example.com bütün alt domenlərə icazə verir.",
    noOrigins: "Hələ heç bir ünvana icazə verilməyib, ona görə də vidcet heç yerdə işləmir.",
    origin: (number) => `${azOrdinal(number)} ünvan`,
    addOrigin: "Ünvan əlavə et",
    removeOrigin: (origin) => (origin ? `${origin} ünvanını sil` : "Bu ünvanı sil"),
    identifyTitle: "Kimin daxil olduğunu bildirin",
    identifyText: "Sübut olmadan hər ziyarətçi anonimdir və kimlik tələb edən əməliyyatlar gizli qalır.",
    proof: "Sübut",
    proofHints: {
      jwt: "Tövsiyə olunur. İddia etdiyi hər şeyi sübut edir və müddəti bitir.",
      user_hash: "Yalnız istifadəçi id-sini sübut edir və müddəti bitmir.",
    },
    language: "Dil",
    onServer: "Serverinizdə",
    onPage: "Səhifədə, skript teqinin üstündə",
    guide: "Bütün təlimatı oxuyun",
  },
};
