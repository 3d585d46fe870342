import { azOrdinal } from "../az-ordinal.ts";
import type { looks as english } from "../en/appearance.ts";

/** How the widget looks and greets. */
export const looks: typeof english = {
  appearance: {
    text: "Vidcet necə görünür və necə salamlayır. Yanındakı əsl vidcetdir.",
    shown: "Önizləmədə nə göstərilir",
    modes: { inline: "Açıq söhbət", launcher: "Düymə" },
    looks: "Görünüş",
    color: "Rəng",
    colorHint: "Düymənin və ziyarətçinin mesajlarının rəngi.",
    colorPick: "Rəng seçin",
    theme: "Mövzu",
    themes: { auto: "Ziyarətçininki", light: "Açıq", dark: "Tünd" },
    side: "Tərəf",
    left: "Sol",
    right: "Sağ",
    launcher: "Düymə",
    launchers: { icon: "İkon", label: "Yazı ilə" },
    avatar: "Köməkçinin şəkli",
    avatarHint: "https ünvanı. Olmasa, adın ilk hərfi göstərilir.",
    sound: "Səs",
    soundHint: "Ziyarətçinin görmədiyi cavab səslə bildirilir.",
    speech: "Sözlər",
    greeting: "Salamlama",
    greetingHint: "Ziyarətçinin ilk oxuduğu mətn.",
    starters: "Başlanğıc sualları",
    startersHint: "Ziyarətçinin başlaya biləcəyi ən çoxu altı sual.",
    starter: (number) => `${azOrdinal(number)} sual`,
    removeStarter: (number) => `${azOrdinal(number)} sualı sil`,
    addStarter: "Sual əlavə et",
  },
};
