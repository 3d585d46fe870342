import { askIn, misfitIn, type Sentences } from "./language.ts";

export const tr: Sentences = {
  greeting: (siteName) => (siteName ? `Merhaba! Ben ${siteName} sitesinin asistanıyım.` : "Merhaba!"),
  wellbeing: "İyiyim, teşekkür ederim! Size nasıl yardımcı olabilirim?",
  who: (siteName) =>
    siteName
      ? `Ben ${siteName} sitesinin asistanıyım: insan değil, bir bilgisayar programıyım.`
      : "Ben bu sitenin asistanıyım: insan değil, bir bilgisayar programıyım.",
  thanks: "Rica ederim!",
  goodbye: "Hoşça kalın!",
  noted: "Peki. Başka bir şeye ihtiyacınız olursa yazın.",
  canDo: "Size şu konularda yardımcı olabilirim:",
  canDoAfterSignIn: "Oturum açtıktan sonra şunlarda da:",
  canDoNothing: "Burada sizin için henüz yapabileceğim bir şey yok.",
  notUnderstood: "Üzgünüm, bunu anlayamadım.",
  signInFirst: (action) =>
    `“${action}” için önce oturum açmanız gerekiyor. Lütfen oturum açıp bana tekrar sorun.`,
  notForYou: (action) => `“${action}” hesabınız için kullanılamıyor.`,
  cancelled: "Peki, bundan vazgeçtim.",
  cannotRepeat: "Tekrar deneyebileceğim bir şey yok.",
  whichOne: "Bunlardan hangisini kastediyorsunuz?",
  noPerson: "Sizi buradan bir yetkiliye bağlayamıyorum. Lütfen sitedeki iletişim bilgilerini kullanın.",
  handedOver: "Konuşmanızı ekibimize ilettim. Size buradan bir çalışanımız yanıt verecek.",
  cannotFill: (action) => `“${action}” için sohbette soramadığım bilgiler gerekiyor.`,

  ask: askIn({
    email: "Lütfen e-posta adresini yazın",
    phone: "Lütfen telefon numarasını yazın",
    url: "Lütfen web adresini yazın",
    date: "Lütfen tarihi yazın",
    datetime: "Lütfen tarihi ve saati yazın",
    number: "Lütfen sayıyı yazın",
    integer: "Lütfen sayıyı yazın",
    choice: "Lütfen seçin",
    boolean: "Lütfen belirtin",
    otherwise: "Lütfen şunu yazın",
  }),
  askList: (label) => `Lütfen şunları virgülle ayırarak yazın: ${label}.`,
  forExample: (example) => `Örneğin ${example}.`,
  options: (list) => `Seçenekler: ${list}.`,
  yesOrNo: "Evet ya da hayır yazın.",
  inUtc: "Saati UTC olarak yazın.",
  misfit: misfitIn({
    email: "Bu bir e-posta adresine benzemiyor; ad@example.com gibi olmalı.",
    phone: "Bu bir telefon numarasına benzemiyor; ülke koduyla yazın, örneğin +90 532 123 45 67.",
    url: "Bu bir web adresine benzemiyor; https://example.com gibi olmalı.",
    date: "Bunu tarih olarak okuyamadım; 31.05.2026 gibi olmalı.",
    datetime: "Bunu tarih ve saat olarak okuyamadım; 31.05.2026 14:30 gibi olmalı.",
    number: "Bu bir sayıya benzemiyor.",
    integer: "Bu bir tam sayıya benzemiyor.",
    boolean: "Bunun evet mi hayır mı olduğunu anlayamadım.",
    choice: "Bu, seçeneklerden biri değil.",
    object: "Bunu okuyamadım; JSON olmalı, örneğin {}.",
    otherwise: "Bu uygun görünmüyor.",
  }),

  shown: "Buyurun.",
  found: "Bulduklarım:",
  foundNothing: "Hiçbir şey bulunamadı.",
  done: (action) => `“${action}” tamamlandı:`,
  doneEmpty: "Tamamlandı.",
  more: (count) => `ve ${count} tane daha`,
  yes: "evet",
  no: "hayır",

  notFound: "Bunu bulamadım. Lütfen yazdığınızı kontrol edin; başka bir değer de gönderebilirsiniz.",
  notAllowed: "Hizmet buna izin vermedi.",
  notAccepted: "Hizmet bunu kabul etmedi.",
  busy: "Hizmet şu anda çok yoğun. Lütfen biraz sonra tekrar deneyin.",
  remoteError: (changes) =>
    changes
      ? "Hizmette bir sorun oluştu, bu yüzden işlemin yapıldığını söyleyemem. Tekrar denemeden önce lütfen kontrol edin."
      : "Hizmette bir sorun oluştu ve yanıt gelmedi. Lütfen daha sonra tekrar deneyin.",
  serviceSays: (message) => `Hizmetin yanıtı: “${message}”`,
  timeout: (changes) =>
    changes
      ? "Hizmet çok geç yanıt verdi. İşlemin gerçekleşip gerçekleşmediğini göremedim; tekrar denemeden önce lütfen kontrol edin."
      : "Hizmet çok geç yanıt verdi. Lütfen daha sonra tekrar deneyin.",
  unreachable: (changes) =>
    changes
      ? "Hizmetle bağlantı koptu. İşlemin gerçekleşip gerçekleşmediğini göremedim; tekrar denemeden önce lütfen kontrol edin."
      : "Hizmete ulaşamadım. Lütfen daha sonra tekrar deneyin.",
  tooLarge: "Hizmetin yanıtı okuyamayacağım kadar büyüktü.",
  misconfigured: "Bu doğru ayarlanmamış, bu yüzden yapamadım. Lütfen sitenin sahiplerine bildirin.",
  invalidArguments:
    "Verdiğiniz bilgilerin bir kısmı uygun değil, bu yüzden hiçbir şey gönderilmedi. Lütfen kontrol edin.",
  identityRequired: "Önce oturum açmanız gerekiyor. Lütfen oturum açıp bana tekrar sorun.",
  notApproved: "Peki, hiçbir şey değiştirilmedi.",
  unknown: "İşlemin gerçekleşip gerçekleşmediğini göremedim. Tekrar denemeden önce lütfen kontrol edin.",
};
