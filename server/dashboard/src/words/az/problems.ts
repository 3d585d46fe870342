import type { problems as english } from "../en/problems.ts";

/** What the server refuses, by its code, and its sentences: `…` stands for whatever a sentence names there. */
export const problems: typeof english = {
  problems: {
    identity_missing: "Kimlik sübutu verilməyib.",
    identity_malformed: "Kimlik sübutu düzgün formada deyil.",
    identity_bad_signature: "Sübutun imzası düzgün deyil.",
    identity_expired: "Sübutun vaxtı bitib və ya hələ çatmayıb.",
    identity_too_long_lived: "Sübut həddindən çox müddət qüvvədədir.",
    identity_wrong_audience: "Sübut başqası üçündür.",
    identity_wrong_algorithm: "Sübut burada qəbul edilməyən üsulla hazırlanıb.",
    identity_hash_mismatch: "İstifadəçi heşi bu id-yə aid deyil.",
    invalid_request: "Sorğu düzgün deyil.",
    unauthorized: "Zəhmət olmasa, daxil olun.",
    session_expired: "Sessiya bitib.",
    origin_not_allowed: "Bu mənbəyə icazə yoxdur.",
    csrf_rejected: "Sorğu bu paneldən gəlməyib. Səhifəni yenidən yükləyin.",
    forbidden: "Rolunuz buna icazə vermir.",
    not_found: "Bu burada yoxdur və ya artıq silinib.",
    conflict: "Bu, artıq mövcud olanla uyğun gəlmir.",
    approval_gone: "Təsdiq artıq açıq deyil.",
    payload_too_large: "Bu həddindən böyükdür.",
    unsupported_media_type: "Server bu növ məzmunu oxumur.",
    rate_limited: "Bir anda çox oldu. Bir az gözləyin.",
    blocked_address: "Bu ünvana müraciət etmək olmaz.",
    internal_error: "Bizim tərəfdə xəta baş verdi.",
  },
  serverSentences: {
    "This … was changed meanwhile. Read it again, then change it.":
      "Bu, arada dəyişdirilib. Yenidən açıb sonra dəyişin.",
    'The name "…" is taken.': '"…" adı tutulub.',
    '"…" is the last owner who can sign in. Make somebody else an owner first.':
      '"…" daxil ola bilən sonuncu sahibdir. Əvvəlcə başqa birini sahib edin.',
    "Too many failed sign-ins. Please try again in … minutes.":
      "Uğursuz daxil olma cəhdləri çoxdur. Gözləyin, dəqiqə: ….",
    "That was a lot at once. Please try again in … seconds.": "Bir anda çox oldu. Gözləyin, saniyə: ….",
    "Name and password do not belong together.": "Ad və parol bir-birinə uyğun deyil.",
    "Please sign in.": "Zəhmət olmasa, daxil olun.",
    "The current password is not right.": "Hazırkı parol düzgün deyil.",
    "is not your password": "parolunuz deyil",
    'The password of "…" is set by ERRAND_ADMIN_PASSWORD. Change it there.':
      '"…" hesabının parolu ERRAND_ADMIN_PASSWORD ilə təyin olunub. Onu orada dəyişin.',
    "Choose a password of your own first.": "Əvvəlcə öz parolunuzu seçin.",
    "Only an owner may change …; your role is ….": "Yalnız sahib dəyişə bilər: … (rolunuz: …).",
    "only an owner may change this; your role is …": "bunu yalnız sahib dəyişə bilər; rolunuz: …",
    'The identifier "…" is taken by another action of this site.':
      '"…" identifikatoru bu saytın başqa əməliyyatındadır.',
    "Enter the credential again: it is bound to the origins and the header it was entered for, and one of them changed.":
      "Açarı yenidən daxil edin: o, daxil edildiyi mənbələrə və başlığa bağlıdır, onlardan biri isə dəyişib.",
    "Enter the key again: it is bound to the vendor and the address it was entered for.":
      "Açarı yenidən daxil edin: o, daxil edildiyi təchizatçıya və ünvana bağlıdır.",
    "A base URL needs a model of a vendor, such as compatible:qwen.":
      "Ünvan üçün təchizatçının modeli lazımdır, məsələn, compatible:qwen.",
    'Model: "…" is not a model that this server knows; use ….':
      'Model: bu server "…" modelini tanımır; istifadə edin: ….',
    'Model: "…" needs an API key or a base URL of the site\'s own.':
      'Model: "…" üçün saytın öz API açarı və ya ünvanı lazımdır.',
    '"…" needs an API key': '"…" üçün API açarı lazımdır',
    '"…" needs a base URL, such as https://llm.example.com/v1':
      '"…" üçün ünvan lazımdır, məsələn, https://llm.example.com/v1',
    'A key with the kid "…" is here already: remove it first, or give another kid.':
      'kid dəyəri "…" olan açar artıq var: əvvəlcə onu silin və ya başqa kid verin.',
    "must be a JWK, a JSON object": "JWK, yəni JSON obyekti olmalıdır",
    "this is a private key, which stays with you: give the public one":
      "bu, məxfi açardır və sizdə qalmalıdır: açıq açarı verin",
    'must be one public key in PEM, beginning with "…"':
      'PEM formatında bir açıq açar olmalıdır, başlanğıcı: "…"',
    "cannot be read as a public key": "açıq açar kimi oxuna bilmir",
    "cannot be read: …": "oxuna bilmir: …",
    "A site may have … sample conversations, and would have ….":
      "Bir saytda nümunə söhbətlərin ən çox sayı: …, indi olardı: ….",
    "The body is larger than … KB.": "Göndərilən həddən böyükdür, KB ilə hədd: ….",
    "The body is not valid JSON.": "Göndərilən düzgün JSON deyil.",
    "This preview has ended. Start another.": "Bu önbaxış bitib. Yenisini başladın.",
    "The model answered without a word.": "Model sözsüz cavab verdi.",
    "The model's address could not be reached.": "Modelin ünvanına çatmaq olmadı.",
    "The vendor answered with status …: …": "Təchizatçının cavab statusu: …. …",
    "The model did not answer in 30 seconds.": "Model 30 saniyə ərzində cavab vermədi.",
    "The answer was not in the vendor's format.": "Cavab təchizatçının formatında deyildi.",
    "The URL is this server's own.": "Bu ünvan həmin serverin özünündür.",
    "The URL has a port other than 443. …": "Ünvanın portu 443 deyil. …",
    "The URL's address is refused (…). …": "Ünvandakı IP rədd edilir (…). …",
    "The URL's name … is refused (…). …": "Bu ad rədd edilir: … (…). …",
    "An address of … is refused (…). …": "Bu hostun ünvanı rədd edilir: … (…). …",
    "Whoever runs this server may allow it by listing the origin in ERRAND_PRIVATE_ORIGINS.":
      "Serveri idarə edən mənbəni ERRAND_PRIVATE_ORIGINS siyahısına əlavə etməklə buna icazə verə bilər.",
    "Looking up … took too long.": "Ad axtarışı çox çəkdi: ….",
    "The name … has no address (…).": "Bu adın ünvanı yoxdur: … (…).",
    "Connecting to … took too long.": "Qoşulma çox çəkdi: ….",
    "No connection to … could be made (…).": "Qoşulmaq olmadı: … (…).",
    "The TLS connection to … failed (…).": "TLS bağlantısı alınmadı: … (…).",
    "… did not answer in … ms.": "… vaxtında cavab vermədi (ms: …).",
    "The answer is larger than … bytes.": "Cavab həddən böyükdür, bayt ilə hədd: ….",
  },
};
