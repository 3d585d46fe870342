import type { testing as english } from "../en/testing.ts";

/** Test runs, their outcomes and what went over the wire. */
export const testing: typeof english = {
  test: {
    title: "Sınaq",
    mode: "Bu səhifədəki ilə nə etməli",
    useAnswer: "Bu cavabdan sahələr və kart üçün istifadə et",
    used: "Cavabın sahələri və kart dolduruldu. “Cavab” bölməsinə baxın.",
    text: "Bu səhifədəkini, saxlanmış olub-olmamasından asılı olmayaraq, ziyarətçi üçün olduğu kimi icra edir.",
    samples: "Nümunə dəyərlər",
    oneALine: "Hər sətirdə biri.",
    visitor: "Ziyarətçi",
    verification: "Sübut",
    anonymous: "Anonim",
    claims: "İddialar, JSON kimi",
    claimsHint: "Tokenin user_id-dən başqa deyəcəkləri.",
    locale: "Dil",
    dryRun: "Göndərmədən",
    dryRunHint: "Sorğunu göndərmədən göstərir.",
    run: "Sınağı işə sal",
    running: "İcra olunur…",
    result: "Nəticə",
    dryOk: "Sorğu qaydasındadır. Göndərilmədi.",
    notYet: "İcra etməzdən əvvəl bəzi sahələrə baxmaq lazımdır.",
  },
  outcomes: {
    ok: { title: "OK", advice: "" },
    remote_error: {
      title: "Rədd edildi",
      advice: "API xəta ilə cavab verdi. Səbəbi statusunda və gövdəsindədir.",
    },
    timeout: {
      title: "Vaxt bitdi",
      advice: "Tam cavab vaxtında gəlmədi. API-ni sürətləndirin və ya daha çox saniyə verin.",
    },
    too_large: { title: "Çox böyükdür", advice: "Cavab 1 MB-dan böyükdür. API daha az qaytarsın." },
    blocked_address: {
      title: "Bloklanmış ünvan",
      advice:
        "Ünvan daxili şəbəkədədir və ya icazəsizdir. Operator ona ERRAND_PRIVATE_ORIGINS ilə icazə verə bilər.",
    },
    blocked_redirect: {
      title: "Yönləndirildi",
      advice: "Yönləndirmələr izlənilmir. API-nin yönləndirdiyi ünvanı daxil edin.",
    },
    tls_error: {
      title: "TLS xətası",
      advice: "Sertifikata etibar etmək mümkün olmadı. Adını, tarixini və zəncirini yoxlayın.",
    },
    network_error: {
      title: "Əlçatmazdır",
      advice: "Bağlantı qurulmadı. Hostun adını və API-nin işlədiyini yoxlayın.",
    },
    invalid_arguments: {
      title: "Yanlış dəyər",
      advice: "Dəyər öz parametrinə uyğun deyil. Növünü və mütləq olanların doldurulduğunu yoxlayın.",
    },
    identity_required: {
      title: "Kimlik tələb edir",
      advice: "Bu əməliyyata JWT ilə sübut olunmuş və istifadə etdiyi iddiaları olan ziyarətçi lazımdır.",
    },
    not_approved: { title: "Təsdiqlənmədi", advice: "Ziyarətçi çağırışı təsdiqləmədi." },
    definition_error: {
      title: "Yanlış təyinat",
      advice: "Təyinat bu halda icra oluna bilmir. Sorğunu və açarını yoxlayın.",
    },
  },
  exchange: {
    request: "Göndərilən sorğu",
    response: "Cavab",
    headers: (count) => `${count} başlıq`,
    requestBody: "Sorğunun gövdəsi",
    responseBody: "Cavabın gövdəsi",
    noBody: "Gövdə yoxdur",
    noRequest: "Serverdən heç bir sorğu getmədi.",
    noResponse: "Cavab gəlmədi.",
    truncated: "Qalanı kəsilib.",
    reason: (status) =>
      status < 300 ? "Uğurlu" : status < 400 ? "Yönləndirmə" : status < 500 ? "Rədd edildi" : "Server xətası",
  },
};
