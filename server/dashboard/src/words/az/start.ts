import type { firstSteps as english } from "../en/start.ts";

/** The first steps with a new site. */
export const firstSteps: typeof english = {
  start: {
    text: "Boş saytdan iş görən köməkçiyə qədər.",
    progress: (done, all) => `${all} addımdan ${done} tamamlanıb`,
    whole: "Hər şey yerindədir.",
    done: "(tamamlanıb)",
    open: "(hələ tamamlanmayıb)",
    seen: (ago) => `${ago} görülüb`,
    seenAt: (what, ago) => `${what}, ${ago}`,
    password: "Hələ də ilk başlanğıcda çap olunmuş parolla daxil olursunuz?",
    changePassword: "Özünüzünkünü seçin",
    addOrigin: "Ünvan əlavə et",
    proveVisitors: "Sirr yarat",
    makeAction: "Əməliyyat yarat",
    steps: {
      origin: {
        title: "Vidcetin harada dura biləcəyini bildirin",
        text: "Onu yalnız icazə verdiyiniz ünvanların səhifələri göstərə bilər.",
      },
      script: {
        title: "Skripti səhifəyə qoyun",
        text: "Bunu body-nin sonundan əvvəl yerləşdirin. Səhifə onu yükləyən kimi addım işarələnir.",
      },
      identity: {
        title: "Ziyarətçinin kim olduğunu sübut edin",
        text: "Serveriniz token imzalayır, səhifə onu təqdim edir. İlk keçərli sübutla işarələnir.",
      },
      action: {
        title: "Əməliyyatı sınaqdan keçirin",
        text: "API-nizə bir çağırış təyin edin və sınağını işə salın. İlk uğurlu sınaqla işarələnir.",
      },
      conversation: {
        title: "İlk söhbəti aparın",
        text: "Səhifənizdəki vidcetdən nəsə istəyin. İstəsəniz, əvvəlcə burada sınayın.",
      },
    },
  },
  importing: {
    title: "Əməliyyatların idxalı",
    text: "API-nizi təsvir edən mənbədən hazırlanan qaralamalar. Siz baxmadan heç nə saxlanılmır.",
    from: "Mənbə",
    kinds: { openapi: "OpenAPI sənədi", address: "OpenAPI ünvanı", curl: "cURL əmri" },
    document: "Sənəd",
    documentHint: "JSON və ya YAML, 2 və ya 3-cü versiya.",
    file: "Fayl seçin",
    address: "Sənədin ünvanı",
    addressHint: "Yalnız https. Bu server yükləyir.",
    command: "Əmr",
    commandHint: "Brauzerin tərtibatçı alətləri onu necə kopyalayırsa. İçindəki açarlar buraxılır.",
    read: "Oxu",
    reading: "Oxunur…",
    found: (count) => `${count} qaralama tapıldı`,
    foundText: "Əlavə ediləcəkləri işarələyin. Əlavə edilənlər siz açana qədər sönülü qalır.",
    none: "İçində əməliyyata çevrilə bilən heç nə yoxdur.",
    all: "Hamısını işarələ",
    tick: (name) => `“${name}” əlavə et`,
    open: "Aç",
    notes: (count) => `Yoxlanmalı ${count} məqam`,
    skipped: (count) => `${count} buraxıldı`,
    add: (count) => `${count} əməliyyat əlavə et`,
    added: (count) => `${count} əməliyyat əlavə edildi`,
    isAdded: "Əlavə edildi",
  },
};
