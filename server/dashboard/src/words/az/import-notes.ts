import type { importNotes as english } from "../en/import-notes.ts";

/** By the English sentence; `…` stands for whatever a sentence names there. */
export const importNotes: typeof english = {
  importNotes: {
    "Enter the credential under authorization before you enable the action.":
      "Əməliyyatı işə salmazdan əvvəl giriş məlumatını avtorizasiya bölməsində yazın.",
    'The call also needs "…", and an action carries one credential.':
      'Çağırışa "…" də lazımdır, əməliyyat isə yalnız bir giriş məlumatı daşıyır.',
    'The value of "…" was left out: enter the credential under authorization before you enable the action.':
      '"…" dəyəri buraxıldı: əməliyyatı işə salmazdan əvvəl giriş məlumatını avtorizasiya bölməsində yazın.',
    "The command's … was left out: enter the credential under authorization before you enable the action.":
      "Əmrdəki … buraxıldı: əməliyyatı işə salmazdan əvvəl giriş məlumatını avtorizasiya bölməsində yazın.",
    password: "şifrə",
    token: "token",
    "These headers keep the command's values: …. Check that none is secret.":
      "Bu başlıqlar əmrdəki dəyərlərini saxlayır: …. Heç birinin gizli olmadığını yoxlayın.",
    "The command's cookies were left out: actions send none.":
      "Əmrdəki kukilər buraxıldı: əməliyyatlar kuki göndərmir.",
    "https was put in the place of http: actions call nothing else.":
      "http əvəzinə https yazıldı: əməliyyatlar başqasını çağırmır.",
    'The query\'s "…" was left out, for it looks like a secret.':
      'Sorğudakı "…" buraxıldı, çünki gizli məlumata oxşayır.',
    "The query keeps the command's values of …; where the visitor decides, add a parameter and its placeholder.":
      "Sorğu əmrdəki dəyərləri saxlayır: …; dəyəri ziyarətçi seçirsə, parametr və onun yer tutucusunu əlavə edin.",
    "Redirects (-L) are not followed: give the final address.":
      "Yönləndirmələr (-L) izlənmir: son ünvanı yazın.",
    "Certificates are always checked, whatever -k said.": "-k nə desə də, sertifikatlar həmişə yoxlanılır.",
    "The file of -T was left out: actions send no files.": "-T faylı buraxıldı: əməliyyatlar fayl göndərmir.",
    "Say under “When to use” when the assistant should use this action.":
      "“Nə vaxt istifadə olunsun” sahəsində köməkçinin bu əməliyyatdan nə vaxt istifadə edəcəyini yazın.",
    'The content of the file "…" is not known here; add its fields as parameters.':
      '"…" faylının məzmunu burada məlum deyil; sahələrini parametr kimi əlavə edin.',
    "The body's values became examples; check each parameter's type and whether it is required.":
      "Gövdədəki dəyərlər nümunəyə çevrildi; hər parametrin növünü və məcburi olub-olmadığını yoxlayın.",
    "The command sends a multipart form; the action sends a URL-encoded one, so check that it is taken.":
      "Əmr multipart forma göndərir, əməliyyat isə URL kodlu forma; qəbul olunduğunu yoxlayın.",
    'The file "…" was left out: actions send no files.': '"…" faylı buraxıldı: əməliyyatlar fayl göndərmir.',
    "The description calls this operation deprecated.": "Təsvir bu əməliyyatı köhnəlmiş adlandırır.",
    "Its optional body is not sent: actions send none with ….":
      "Məcburi olmayan gövdə göndərilmir: … metodu ilə əməliyyatlar gövdə göndərmir.",
    "Left out because they are optional: …. To use one, add a required parameter and its placeholder.":
      "Məcburi olmadığı üçün buraxıldı: …. İstifadə etmək üçün məcburi parametr və onun yer tutucusunu əlavə edin.",
    "Always sent with their defaults: ….": "Həmişə standart dəyərləri ilə göndərilir: ….",
    '"…" and … more': '"…" və daha … ədəd',
    '"…" may have … forms; the first was taken, so check its type.':
      '"…" … formada ola bilər; birincisi götürüldü, növünü yoxlayın.',
    '"…" is a file, which the assistant cannot supply.': '"…" fayldır, köməkçi onu verə bilməz.',
    'The default of "…" does not have the type that the description gives it.':
      '"…" üçün standart dəyər təsvirdəki növə uyğun deyil.',
    "The body may have … forms; the first was taken.": "Gövdə … formada ola bilər; birincisi götürüldü.",
    "Its optional body (…) is not sent.": "Məcburi olmayan gövdə (…) göndərilmir.",
    'The body\'s "identity" is a reserved name and was left out.':
      'Gövdədəki "identity" qorunan addır və buraxıldı.',
    'The body\'s "…" is the visitor\'s proved one, when "Send visitor identity" is on; the assistant never fills it.':
      'Ziyarətçinin kimliyi göndərilirsə, gövdədəki "…" onun sübut olunmuş dəyəridir; köməkçi onu heç vaxt doldurmur.',
    '"…" is encoded text; check what it holds.': '"…" kodlanmış mətndir; nə saxladığını yoxlayın.',
    '"…" looks like a secret, and no visitor should be asked for one.':
      '"…" gizli məlumata oxşayır, ziyarətçidən belə şey soruşulmamalıdır.',
    '"…" is filled in here by the assistant; where the visitor\'s own is meant, use ….':
      'Burada "…" köməkçi tərəfindən doldurulur; ziyarətçinin öz dəyəri nəzərdə tutulursa, bunu işlədin: ….',
    "{{identity.sub}} with a verified identity": "{{identity.sub}} və təsdiqlənmiş kimlik",
    '"…" is a list or an object; here it is text, written with commas.':
      '"…" siyahı və ya obyektdir; burada vergüllə yazılan mətndir.',
    'The call … the cookie "…", and no cookie is ever sent.':
      'Çağırış bunu …: "…" kukisi. Kukilər isə heç vaxt göndərilmir.',
    needs: "tələb edir",
    "may have": "ehtiva edə bilər",
    'The call needs "…", a way to authorize that actions do not have.':
      'Çağırışa "…" lazımdır, əməliyyatlarda belə avtorizasiya üsulu yoxdur.',
    'The key "…" goes into the …; actions send theirs in a header only.':
      '"…" açarının yeri: …; əməliyyatlar öz açarını yalnız başlıqda göndərir.',
    "an unknown place": "naməlum",
    'Enter the OAuth client\'s id in place of "your-client-id". …':
      '"your-client-id" əvəzinə OAuth müştərisinin id-sini yazın. …',
    "The call needs a token of …, which every visitor would have to sign in for; a token of your own, entered under authorization, speaks for all of them.":
      "Çağırışa … tokeni lazımdır, bunun üçün hər ziyarətçi daxil olmalı idi; avtorizasiya bölməsində yazdığınız öz tokeniniz hamısının adından çıxış edir.",
    "The description gives an http address; https was put in its place, as actions call nothing else.":
      "Təsvirdə http ünvanı var; əvəzinə https yazıldı, çünki əməliyyatlar başqasını çağırmır.",
    'The server\'s "…" is "…", the description\'s default.':
      'Serverin "…" dəyəri "…" oldu: təsvirdəki standart dəyər.',
    "Its body is neither JSON nor a URL-encoded form.": "Gövdəsi nə JSON, nə də URL kodlu formadır.",
    "It needs a body, and actions send none with ….":
      "Ona gövdə lazımdır, əməliyyatlar isə bu metodla gövdə göndərmir: ….",
    "Actions do not use the method ….": "Əməliyyatlar bu metoddan istifadə etmir: ….",
    '"…" is a list of lists.': '"…" siyahılar siyahısıdır.',
    "Its schemas lead to too many others.": "Sxemləri həddən artıq başqa sxemə aparır.",
    '"…" refers to itself.': '"…" özünə istinad edir.',
    'It refers to "…", and other documents are not fetched.':
      '"…" ünvanına istinad edir, başqa sənədlər isə yüklənmir.',
    'It refers to "…", which the document does not have.':
      '"…" hissəsinə istinad edir, sənəddə isə o yoxdur.',
    "Its form has no fields that the description names.": "Formasında təsvirin adlandırdığı sahə yoxdur.",
    "Its body is …; only JSON and URL-encoded forms are sent.":
      "Gövdəsi: …; yalnız JSON və URL kodlu formalar göndərilir.",
    "not described": "təsvir olunmayıb",
    'The query\'s "…" is an object.': 'Sorğudakı "…" obyektdir.',
    "Its schemas nest deeper than … levels.": "Sxemləri … səviyyədən dərindir.",
    "The description names no server by an https address.": "Təsvirdə https ünvanlı server adlandırılmayıb.",
    "/…: …": "/…: …",
  },
};
