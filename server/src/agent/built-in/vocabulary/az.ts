import type { Vocabulary } from "./vocabulary.ts";

export const az: Vocabulary = {
  stop: "mən|mənim|mənə|məni|biz|bizim|bizə|sən|sənin|siz|sizin|sizə|o|onu|onun|bu|bunu|bunun|şu|və|ya|ilə|üçün|bir|da|də|ki|mi|mı|mu|mü|zəhmət|olmasa|olar|olarmı|xahiş|edirəm|istəyirəm|istəyirik|istərdim|lazımdır|lazım|var|varmı|yox|bəs|indi|həm|isə|edin|elə|et|etmək|salam|nə|haqqında|barədə|çox|bilər|bilərəm|bilərsiniz|bilərsən|deyin|de|deyə|xeyr|bəli|hə|sonra|nömrəli|ikisi",
  weak: "harada|haradadır|hardadır|hara|necə|necədir|niyə|hansı|kim|kimdir|neçə|göstər|göstərin|bax|baxın|bilmək|kömək|yeni|şey|tap|tapın|vaxt|geri",
  greeting:
    "salam|salamlar|salam əleyküm|sabahınız xeyir|sabahın xeyir|günortanız xeyir|axşamınız xeyir|xoş gördük|hər vaxtınız xeyir",
  wellbeing: "necəsiniz|necəsən|işlər necədir|nə var nə yox",
  thanks:
    "təşəkkür|təşəkkürlər|təşəkkür edirəm|çox sağ ol|çox sağ olun|sağ ol|sağ olun|çox sağol|çox sağolun|sağol|sağolun|minnətdaram|əla|super",
  goodbye: "hələlik|sağlıqla|görüşənədək|gecəniz xeyrə|xudahafiz|vəssalam",
  help: "kömək|kömək et|kömək edin|nə edə bilərsən|nə edə bilərsiniz|nə bacarırsan|nə bacarırsınız|necə kömək edə bilərsən|necə kömək edə bilərsiniz|imkanlar|menyu|nə soruşa bilərəm|kömək lazımdır|mənə kömək et|nələr edə bilirsən|nə işə yarayırsan",
  who: "sən kimsən|siz kimsiniz|kimsən|kimsiniz|sən botsan|siz botsunuz|sən robotsan|bu botdur|robotsan|insansan|adın nədir",
  noted: "oldu|yaxşı|aydındır|başa düşdüm|anladım|gözəl|lap yaxşı|tamam",
  person:
    "operator|operatorla|operatora|canlı operator|insanla danışmaq|adamla danışmaq|canlı insan|bir nəfərlə danışmaq|müştəri xidməti|əməkdaşla danışmaq|operatora qoş|məni operatora qoşun|mütəxəssislə danışmaq|canlı dəstək",
  speak: "danışmaq|danışım|danışa|qoşun|qoş|bağlayın|əlaqə|yazmaq|çağırın",
  cancel:
    "ləğv et|ləğv edin|ləğv elə|ləğv|imtina|imtina edirəm|boş ver|boş verin|lazım deyil|vazgeç|vaz keç|vazkeçdim|vaz keçdim|fikrimi dəyişdim|saxla|dayan|dayandır|dayandırın|istəmirəm|qalsın",
  retry:
    "yenidən|yenidən yoxla|yenidən yoxlayın|bir daha|bir daha yoxla|bir daha yoxlayın|təkrar et|təkrarla|yenə yoxla|indi yoxla|daxil oldum|hesabıma daxil oldum|artıq daxil olmuşam",
  correction:
    "yox|xeyr|bağışla|bağışlayın|üzr istəyirəm|əslində|səhv|səhvdir|səhv yazdım|səhv etdim|düzəliş|yəni|deyil|demək istəyirdim|onu yox",
  yes: "hə|bəli|əlbəttə|təbii|oldu|düzdür|doğrudur|razıyam|hə hə",
  no: "yox|xeyr|istəmirəm|deyil|olmaz",
  and: "və|yaxud|və ya",
  also: "və|həm də|sonra|sonra da|və sonra|həmçinin|üstəlik|bir də|və bir də",
  yesterday: "dünən",
  today: "bu gün|bugün|bu günə",
  tomorrow: "sabah|sabaha",
  dayAfterTomorrow: "birigün|o biri gün|birisi gün",
  last: "ötən|keçən|keçmiş",
  next: "növbəti|gələn|bu",
  days: "gün|gündən|günə",
  weeks: "həftə|həftədən|həftəyə",
  inTime: "sonra",
  noon: "günorta",
  midnight: "gecəyarısı",
  about: "çünki|deyə ki|səbəbi",
  is: "olsun|budur|belədir",
  story:
    "təsvir|təsviri|mesaj|mətn|mətni|məzmun|məzmunu|şərh|sual|problem|səbəb|səbəbi|qeyd|rəy|şikayət|təfərrüat",
  pronoun: "onu|bunu|onun|bunun|onları|bunları|həmin|həmin sifarişi",
  numbers: "bir|iki|üç|dörd|beş|altı|yeddi|səkkiz|doqquz|on|on bir|on iki",
  ordinals: "birinci|ikinci|üçüncü|dördüncü|beşinci|sonuncu",
};
