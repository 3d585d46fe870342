import type { schemaFaults as english } from "../en/schema-faults.ts";

/** What the schemas say of a value, by their English sentence; a quoted text stands as "…". */
export const schemaFaults: typeof english = {
  schemaFaults: {
    "must not be empty": "boş ola bilməz",
    "must be an origin, such as https://shop.example or https://*.shop.example":
      "mənbə ünvanı olmalıdır, məsələn https://shop.example və ya https://*.shop.example",
    "must be an address such as https://shop.example/logo.png":
      "https://shop.example/logo.png kimi ünvan olmalıdır",
    "must be a colour such as #2f6feb": "#2f6feb kimi rəng olmalıdır",
    "must be a host name, such as images.example.com": "host adı olmalıdır, məsələn images.example.com",
    "must be a JSON Pointer, such as /orders": "JSON Pointer olmalıdır, məsələn /orders",
    "must be a JSON Pointer, such as /status": "JSON Pointer olmalıdır, məsələn /status",
    "must be a BCP 47 language tag, such as en or pt-BR": "BCP 47 dil kodu olmalıdır, məsələn en və ya pt-BR",
    "must be a time zone, such as Asia/Baku or Europe/Berlin":
      "saat qurşağı olmalıdır, məsələn Asia/Baku və ya Europe/Berlin",
    "must be letters, digits, _ or -, not digits alone":
      "hərflərdən, rəqəmlərdən, _ və ya - işarələrindən ibarət olmalıdır, yalnız rəqəmlərdən yox",
    "must be the name of one claim, such as plan": "bir iddianın (claim) adı olmalıdır, məsələn plan",
    "needs at least one value": "ən azı bir dəyər lazımdır",
    "must be snake_case: a-z, 0-9 and _, starting with a letter":
      "snake_case olmalıdır: a-z, 0-9 və _, hərflə başlayaraq",
    "must say when the assistant should use this action":
      "köməkçinin bu əməliyyatdan nə vaxt istifadə edəcəyini deməlidir",
    "must be at most 2,048 characters": "ən çoxu 2 048 simvol ola bilər",
    "must not hold a placeholder": "içində yer tutucu ola bilməz",
    "needs a webhookUrl or an email": "webhook ünvanı və ya e-poçt lazımdır",
    "a choice needs at least one option": "seçim üçün ən azı bir variant lazımdır",
    "must be printable ASCII without a space at either end":
      "çap oluna bilən ASCII olmalıdır, əvvəlində və sonunda boşluq olmadan",
    "a query key must not hold a placeholder": "sorğu açarında yer tutucu ola bilməz",
    "is not well-formed Unicode": "düzgün Unicode deyil",
    "a form is made of body fields; a JSON template cannot be sent as one":
      "forma gövdə sahələrindən ibarətdir; JSON şablonu forma kimi göndərilə bilməz",
    "must be an HTTP header name, such as X-Shop": "HTTP başlığının adı olmalıdır, məsələn X-Shop",
    "must be printable ASCII": "çap oluna bilən ASCII olmalıdır",
    "must be scopes parted by single spaces": "bir boşluqla ayrılmış əhatələr (scope) olmalıdır",
    "must be an action's identifier, such as lookup_order":
      "əməliyyatın identifikatoru olmalıdır, məsələn lookup_order",
    "must not have a space, a backslash or an invisible character; percent-encode it":
      "boşluq, tərs kəsr xətti və ya görünməyən simvol ola bilməz; onu faizlə kodlayın",
    "has no host; write it as https://api.example.com/path":
      "host yoxdur; https://api.example.com/path kimi yazın",
    "must not have a placeholder in its host or port": "hostda və portda yer tutucu ola bilməz",
    "must not have a user name or a password; put it under authorization":
      "istifadəçi adı və ya şifrə ola bilməz; onu avtorizasiya bölməsində yazın",
    "must not have . or .. between slashes": "kəsr xətləri arasında . və ya .. ola bilməz",
    "must not have a #fragment: it never reaches a server":
      "#fraqment ola bilməz: o, serverə heç vaxt çatmır",
    "must not have a placeholder in a query key": "sorğu açarında yer tutucu ola bilməz",
    "has a % that no two hexadecimal digits follow; write it as %25":
      "% işarəsindən sonra iki onaltılıq rəqəm gəlmir; onu %25 kimi yazın",
    '"…" must start with https://': '"…" https:// ilə başlamalıdır',
    '"…" is not a URL': '"…" URL deyil',
    '"…" stands twice': '"…" iki dəfə yazılıb',
    '"…" is set by the call itself': '"…" başlığını çağırışın özü qoyur',
    '"…" is the authorization\'s own header': '"…" avtorizasiyanın öz başlığıdır',
    '"…" is used in the request, so it must be required':
      '"…" sorğuda istifadə olunur, ona görə məcburi olmalıdır',
  },
};
