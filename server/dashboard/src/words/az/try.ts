import { azOrdinal } from "../az-ordinal.ts";
import type { trying as english } from "../en/try.ts";

/** Trying the assistant out in the real widget. */
export const trying: typeof english = {
  try: {
    title: "Sınayın",
    text: "Saytınızla ziyarətçi kimi danışın. Əməliyyatlar həqiqətən icra olunur.",
    draftText: "Bu səhifədəki halı ilə əməliyyatla söhbət. Çağırışlar həqiqətən edilir.",
    as: "Kim kimi",
    asText: "Heç kimin daxil olması lazım deyil: ziyarətçi sübut olunmuş sayılır.",
    start: "Söhbətə başla",
    restart: "Yenidən başla",
    changed: "Əməliyyat o vaxtdan dəyişib. İndiki halı ilə danışmaq üçün yenidən başlayın.",
    empty: "Ziyarətçi seçin və söhbətə başlayın.",
    frame: "Vidcet, ziyarətçinin gördüyü kimi",
    trace: "Model nə etdi",
    traceText: "Nə gördü, nə seçə bilərdi və nə doldurdu.",
    noTrace: "Hələ heç nə deyilməyib.",
    reply: (number) => `${azOrdinal(number)} cavab`,
    said: "Dedi",
    chose: "Seçdi",
    filled: "Arqumentlər",
    couldChoose: (count) => `${count} əməliyyatdan seçə bilərdi`,
    saw: (count) => `${count} mesaj gördü`,
  },
};
