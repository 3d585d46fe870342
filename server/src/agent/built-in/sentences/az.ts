import { askIn, misfitIn, type Sentences } from "./language.ts";

export const az: Sentences = {
  greeting: (siteName) => (siteName ? `Salam! Mən ${siteName} saytının köməkçisiyəm.` : "Salam!"),
  wellbeing: "Yaxşıyam, təşəkkür edirəm! Sizə necə kömək edə bilərəm?",
  who: (siteName) =>
    siteName
      ? `Mən ${siteName} saytının köməkçisiyəm: insan deyil, kompüter proqramıyam.`
      : "Mən bu saytın köməkçisiyəm: insan deyil, kompüter proqramıyam.",
  thanks: "Buyurun!",
  goodbye: "Sağ olun, hələlik!",
  noted: "Yaxşı. Başqa bir şey lazım olsa, yazın.",
  canDo: "Sizə bunlarda kömək edə bilərəm:",
  canDoAfterSignIn: "Hesabınıza daxil olduqdan sonra bunlarda da:",
  canDoNothing: "Hələ ki, burada sizin üçün edə biləcəyim bir şey yoxdur.",
  notUnderstood: "Üzr istəyirəm, bunu başa düşmədim.",
  signInFirst: (action) =>
    `“${action}” üçün əvvəlcə hesabınıza daxil olmalısınız. Daxil olun və yenidən soruşun.`,
  notForYou: (action) => `“${action}” sizin hesabınız üçün mövcud deyil.`,
  cancelled: "Yaxşı, bunu saxladım.",
  cannotRepeat: "Təkrar yoxlaya biləcəyim bir şey yoxdur.",
  whichOne: "Bunlardan hansını nəzərdə tutursunuz?",
  noPerson:
    "Sizi buradan əməkdaşa qoşa bilmirəm. Zəhmət olmasa, saytdakı əlaqə məlumatlarından istifadə edin.",
  handedOver: "Yazışmanızı komandaya ötürdüm. Sizə burada əməkdaşımız cavab verəcək.",
  cannotFill: (action) => `“${action}” üçün yazışmada soruşa bilmədiyim məlumatlar lazımdır.`,

  ask: askIn({
    email: "Zəhmət olmasa, e-poçt ünvanını yazın",
    phone: "Zəhmət olmasa, telefon nömrəsini yazın",
    url: "Zəhmət olmasa, veb ünvanı yazın",
    date: "Zəhmət olmasa, tarixi yazın",
    datetime: "Zəhmət olmasa, tarixi və saatı yazın",
    number: "Zəhmət olmasa, ədədi yazın",
    integer: "Zəhmət olmasa, ədədi yazın",
    choice: "Zəhmət olmasa, seçin",
    boolean: "Zəhmət olmasa, bildirin",
    otherwise: "Zəhmət olmasa, bunu yazın",
  }),
  askList: (label) => `Zəhmət olmasa, bunları vergüllə ayıraraq yazın: ${label}.`,
  forExample: (example) => `Məsələn, ${example}.`,
  options: (list) => `Seçimlər: ${list}.`,
  yesOrNo: "Hə və ya yox yazın.",
  inUtc: "Vaxtı UTC ilə yazın.",
  misfit: misfitIn({
    email: "Bu, e-poçt ünvanına oxşamır; ad@example.com kimi olmalıdır.",
    phone: "Bu, telefon nömrəsinə oxşamır; ölkə kodu ilə yazın, məsələn, +994 50 123 45 67.",
    url: "Bu, veb ünvanına oxşamır; https://example.com kimi olmalıdır.",
    date: "Bunu tarix kimi oxuya bilmədim; 31.05.2026 kimi olmalıdır.",
    datetime: "Bunu tarix və vaxt kimi oxuya bilmədim; 31.05.2026 14:30 kimi olmalıdır.",
    number: "Bu, ədədə oxşamır.",
    integer: "Bu, tam ədədə oxşamır.",
    boolean: "Bunun hə, yoxsa yox olduğunu başa düşmədim.",
    choice: "Bu, seçimlərdən biri deyil.",
    object: "Bunu oxuya bilmədim; JSON olmalıdır, məsələn, {}.",
    otherwise: "Bu uyğun gəlmir.",
  }),

  shown: "Buyurun.",
  found: "Tapdıqlarım:",
  foundNothing: "Heç nə tapılmadı.",
  done: (action) => `“${action}” yerinə yetirildi:`,
  doneEmpty: "Hazırdır.",
  more: (count) => `və daha ${count}`,
  yes: "hə",
  no: "yox",

  notFound: "Bunu tapa bilmədim. Yazdığınızı yoxlayın; başqa dəyər də göndərə bilərsiniz.",
  notAllowed: "Xidmət buna icazə vermədi.",
  notAccepted: "Xidmət bunu qəbul etmədi.",
  busy: "Xidmət hazırda çox yüklüdür. Bir az sonra yenidən yoxlayın.",
  remoteError: (changes) =>
    changes
      ? "Xidmətdə xəta baş verdi, ona görə yerinə yetirildiyini deyə bilmərəm. Yenidən cəhd etməzdən əvvəl yoxlayın."
      : "Xidmətdə xəta baş verdi və cavab gəlmədi. Sonra yenidən yoxlayın.",
  serviceSays: (message) => `Xidmətin cavabı: “${message}”`,
  timeout: (changes) =>
    changes
      ? "Xidmət çox gec cavab verdi. Yerinə yetirilib-yetirilmədiyini görə bilmədim; yenidən cəhd etməzdən əvvəl yoxlayın."
      : "Xidmət çox gec cavab verdi. Sonra yenidən yoxlayın.",
  unreachable: (changes) =>
    changes
      ? "Xidmətlə əlaqə kəsildi. Yerinə yetirilib-yetirilmədiyini görə bilmədim; yenidən cəhd etməzdən əvvəl yoxlayın."
      : "Xidmətlə əlaqə qura bilmədim. Sonra yenidən yoxlayın.",
  tooLarge: "Xidmətin cavabı oxuya bilməyəcəyim qədər böyük idi.",
  misconfigured: "Bu, düzgün qurulmayıb, ona görə edə bilmədim. Zəhmət olmasa, saytın sahiblərinə bildirin.",
  invalidArguments: "Yazdıqlarınızın bir hissəsi uyğun gəlmir, ona görə heç nə göndərilmədi. Yoxlayın.",
  identityRequired: "Əvvəlcə hesabınıza daxil olmalısınız. Daxil olun və yenidən soruşun.",
  notApproved: "Yaxşı, heç nə dəyişdirilmədi.",
  unknown: "Yerinə yetirilib-yetirilmədiyini görə bilmədim. Yenidən cəhd etməzdən əvvəl yoxlayın.",
};
