import type { Sentences } from "./language.ts";

export const az: Sentences = {
  greeting: (siteName) => (siteName ? `Salam! Mən ${siteName} saytının köməkçisiyəm.` : "Salam!"),
  thanks: "Buyurun!",
  goodbye: "Sağ olun, hələlik!",
  canDo: "Sizə bunlarda kömək edə bilərəm:",
  canDoAfterSignIn: "Hesabınıza daxil olduqdan sonra bunlarda da:",
  canDoNothing: "Hələ ki, burada sizin üçün edə biləcəyim bir şey yoxdur.",
  notUnderstood: "Üzr istəyirəm, bunu başa düşmədim.",
  signInFirst: (action) =>
    `“${action}” üçün əvvəlcə hesabınıza daxil olmalısınız. Daxil olun və yenidən soruşun.`,
  cancelled: "Yaxşı, bunu saxladım.",
  cannotRepeat: "Təkrar yoxlaya biləcəyim bir şey yoxdur.",

  ask: (label) => `“${label}” nədir?`,
  askList: (label) => `Zəhmət olmasa, “${label}” yazın; bir neçəsini vergüllə ayırın.`,
  forExample: (example) => `Məsələn, ${example}.`,
  options: (list) => `Seçimlər: ${list}.`,
  yesOrNo: "Zəhmət olmasa, hə və ya yox yazın.",
  misfit(kind) {
    switch (kind) {
      case "email":
        return "Bu, e-poçt ünvanına oxşamır; ad@example.com kimi olmalıdır.";
      case "phone":
        return "Bu, telefon nömrəsinə oxşamır; ölkə kodu ilə yazın, məsələn, +994 50 123 45 67.";
      case "url":
        return "Bu, veb ünvanına oxşamır; https://example.com kimi olmalıdır.";
      case "date":
        return "Bunu tarix kimi oxuya bilmədim; 31.05.2026 kimi olmalıdır.";
      case "datetime":
        return "Bunu tarix və vaxt kimi oxuya bilmədim; 31.05.2026 14:30 kimi olmalıdır.";
      case "number":
        return "Bu, ədədə oxşamır.";
      case "integer":
        return "Bu, tam ədədə oxşamır.";
      case "boolean":
        return "Bunun hə, yoxsa yox olduğunu başa düşmədim.";
      case "choice":
        return "Bu, seçimlərdən biri deyil.";
      case "object":
        return "Bunu oxuya bilmədim; JSON olmalıdır, məsələn, {}.";
      default:
        return "Bu uyğun gəlmir.";
    }
  },

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
