import type { Vocabulary } from "./vocabulary.ts";

export const tr: Vocabulary = {
  stop: "ben|benim|bana|beni|biz|bizim|bize|sen|senin|sana|siz|sizin|size|o|onu|onun|bu|bunu|bunun|şu|şunu|ve|veya|ya|ile|için|bir|da|de|ki|mi|mı|mu|mü|lütfen|acaba|rica|ederim|istiyorum|istiyoruz|isterim|isterdim|lazım|gerek|gerekiyor|var|yok|şimdi|hem|ise|et|edin|eder|misiniz|misin|mısınız|mısın|etmek|merhaba|selam|ne|hakkında|çok|olur|olabilir|miyim|mıyım|söyle|söyleyin|der|hayır|evet|ama|gibi|kadar|sonra|numaralı|ikisi|yapın|yap|yapmak|bakar|kaldı|öğrenmek|nedir|istedim|edilecek|edildi|edilir",
  weak: "nerede|nerde|nereye|nasıl|neden|niye|hangi|kim|kaç|göster|gösterin|gösterir|bak|bakın|bilmek|yardım|yeni|şey|bul|bulun|zaman|geri",
  greeting:
    "merhaba|merhabalar|selam|selamlar|günaydın|iyi günler|iyi akşamlar|tünaydın|selamün aleyküm|hoş bulduk",
  wellbeing: "nasılsın|nasılsınız|naber|ne haber|nasıl gidiyor|iyi misiniz",
  thanks:
    "teşekkür|teşekkürler|teşekkür ederim|çok teşekkürler|çok teşekkür ederim|sağ ol|sağ olun|sağol|sağolun|eyvallah|harika|süper|mükemmel|eline sağlık",
  goodbye: "hoşça kal|hoşça kalın|güle güle|görüşürüz|görüşmek üzere|iyi geceler|bay bay|bu kadar",
  help: "yardım|yardım et|yardım edin|bana yardım et|ne yapabilirsin|ne yapabilirsiniz|neler yapabilirsin|neler yapabilirsiniz|nasıl yardımcı olabilirsin|nasıl yardımcı olabilirsiniz|ne sorabilirim|menü|seçenekler|yardıma ihtiyacım var|bana nasıl yardımcı olursun",
  who: "sen kimsin|siz kimsiniz|kimsin|kimsiniz|bot musun|robot musun|bot musunuz|insan mısın|insan mısınız|gerçek misin|adın ne|bu bir bot mu",
  noted: "tamam|tamamdır|peki|anladım|oldu|iyi|güzel|olur|anlaşıldı",
  person:
    "temsilci|temsilciye|temsilciyle|müşteri temsilcisi|müşteri temsilcisine|müşteri temsilcisiyle|canlı destek|canlı desteğe|insanla konuşmak|gerçek bir kişi|gerçek biriyle|biriyle konuşmak|bir insanla görüşmek|yetkili|yetkiliyle|yetkiliye|operatör|operatöre|müşteri hizmetleri|bir yetkiliyle görüşmek",
  speak: "konuşmak|görüşmek|görüşebilir|konuşabilir|bağla|bağlayın|bağlanmak|bağlar|aktar|aktarın|ulaşmak",
  cancel:
    "iptal|iptal et|iptal edin|boş ver|boşver|boş verin|vazgeç|vazgeçtim|vazgeçin|gerek yok|gerek kalmadı|dur|durdur|durdurun|bırak|bırakın|istemiyorum|fikrimi değiştirdim|kalsın|unut gitsin",
  retry:
    "tekrar dene|tekrar deneyin|yeniden dene|yeniden deneyin|tekrar|yeniden|bir daha|bir daha dene|bir kez daha|şimdi dene|giriş yaptım|oturum açtım",
  correction:
    "hayır|yok|pardon|affedersiniz|özür dilerim|aslında|yanlış|yanlış yazdım|yanlış oldu|yani|değil|demek istedim|onu değil|düzeltme|daha doğrusu|yerine",
  yes: "evet|tabii|tabi|elbette|olur|tamam|doğru|aynen|kesinlikle",
  no: "hayır|yok|olmaz|istemiyorum|değil|asla",
  and: "ve|veya|ya da",
  also: "ve|ayrıca|sonra|ve sonra|bir de|ardından|hem de|daha sonra",
  yesterday: "dün",
  today: "bugün|bu gün",
  tomorrow: "yarın",
  dayAfterTomorrow: "öbür gün|ertesi gün|yarından sonra",
  last: "geçen|önceki|geçtiğimiz",
  next: "gelecek|önümüzdeki|bu",
  days: "gün",
  weeks: "hafta",
  inTime: "sonra|içinde|sonraya",
  noon: "öğlen|öğle",
  midnight: "gece yarısı",
  about: "hakkında|çünkü|nedeni|konusunda|dair",
  is: "olsun|şudur|şöyle|budur",
  story:
    "açıklama|açıklaması|mesaj|metin|içerik|yorum|soru|sorun|sebep|neden|not|şikayet|ayrıntı|detay|geri bildirim|talep",
  pronoun: "onu|bunu|onun|bunun|onları|bunları|aynısını|o siparişi|bu siparişi",
  numbers: "bir|iki|üç|dört|beş|altı|yedi|sekiz|dokuz|on|on bir|on iki",
  ordinals: "birinci|ikinci|üçüncü|dördüncü|beşinci|sonuncu",
};
