import type { Vocabulary } from "./vocabulary.ts";

export const az: Vocabulary = {
  stop: "mən|mənim|mənə|məni|biz|bizim|bizə|sən|sənin|siz|sizin|sizə|o|onu|onun|bu|bunu|bunun|şu|və|ya|ilə|üçün|bir|da|də|ki|mi|mı|mu|mü|zəhmət|olmasa|olar|olarmı|xahiş|edirəm|istəyirəm|istəyirik|istərdim|lazımdır|lazım|var|varmı|yox|bəs|indi|həm|isə|edin|elə|et|etmək|salam|nə|haqqında|barədə|çox|bilər|bilərəm|bilərsiniz|bilərsən|deyin|de|deyə|yox|xeyr|bəli|hə",
  weak: "harada|haradadır|hardadır|hara|necə|necədir|niyə|hansı|kim|kimdir|neçə|göstər|göstərin|bax|baxın|bilmək|kömək|yeni|şey|tap|tapın|vaxt",
  greeting:
    "salam|salamlar|salam əleyküm|sabahınız xeyir|sabahın xeyir|günortanız xeyir|axşamınız xeyir|xoş gördük|necəsiniz|necəsən|hər vaxtınız xeyir",
  thanks:
    "təşəkkür|təşəkkürlər|təşəkkür edirəm|çox sağ ol|çox sağ olun|sağ ol|sağ olun|çox sağol|sağol|sağolun|minnətdaram|əla|super",
  goodbye: "hələlik|sağlıqla|görüşənədək|gecəniz xeyrə|xudahafiz",
  help: "kömək|kömək et|kömək edin|nə edə bilərsən|nə edə bilərsiniz|nə bacarırsan|nə bacarırsınız|necə kömək edə bilərsən|necə kömək edə bilərsiniz|sən kimsən|siz kimsiniz|imkanlar|menyu|nə soruşa bilərəm|kömək lazımdır|mənə kömək et",
  cancel:
    "ləğv et|ləğv edin|ləğv elə|ləğv|imtina|imtina edirəm|boş ver|boş verin|lazım deyil|vazgeç|vaz keç|vazkeçdim|fikrimi dəyişdim|saxla|dayan|dayandır|dayandırın|istəmirəm",
  retry:
    "yenidən|yenidən yoxla|yenidən yoxlayın|bir daha|bir daha yoxla|bir daha yoxlayın|təkrar et|təkrarla|yenə yoxla|indi yoxla",
  correction:
    "yox|xeyr|bağışla|bağışlayın|üzr istəyirəm|əslində|səhv|səhvdir|səhv yazdım|düzəliş|yəni|deyil|demək istəyirdim|onu yox",
  yes: "hə|bəli|əlbəttə|təbii|oldu|düzdür|doğrudur|razıyam",
  no: "yox|xeyr|istəmirəm|deyil|olmaz",
  and: "və|yaxud|və ya",
  yesterday: "dünən",
  today: "bu gün|bugün|bu günə",
  tomorrow: "sabah|sabaha",
  about: "çünki|deyə ki|səbəbi",
  is: "olsun|budur|belədir",
  story:
    "təsvir|təsviri|mesaj|mətn|mətni|məzmun|məzmunu|şərh|sual|problem|səbəb|səbəbi|qeyd|rəy|şikayət|təfərrüat",
  pronoun: "onu|bunu|onun|bunun|onları|bunları|həmin",
  numbers: "bir|iki|üç|dörd|beş|altı|yeddi|səkkiz|doqquz|on",
};
