import type { Vocabulary } from "./vocabulary.ts";

export const fi: Vocabulary = {
  stop: "minä|mä|minun|mun|minua|minulle|minulla|me|meidän|meille|sinä|sinun|sulla|te|teidän|teillä|hän|se|sen|sitä|siitä|tämä|tämän|tätä|nämä|ne|niitä|nuo|ja|tai|vai|mutta|on|ovat|oli|ole|olen|olla|olisi|olisin|ei|en|kyllä|että|jos|niin|nyt|sitten|myös|vielä|jo|kun|kuin|joka|mikä|mitä|voisitko|voisitteko|voitko|voitteko|voinko|voisin|voin|haluan|haluaisin|halusin|tahdon|pitää|pitäisi|täytyy|tarvitsen|kiitos|ole hyvä|ystävällisesti|hei|moi|moikka|anna|kerro|kertokaa|tietää|saisinko|saanko|saada|tehdä|tee|yksi|numero|numerolla|molemmat|ihan|vain|kanssa|asti",
  weak: "missä|minne|mihin|milloin|koska|miten|kuinka|kuka|miksi|monta|paljonko|näytä|näyttäkää|katso|tarkista|etsi|löydä|auta|apua|uusi|uuden|juttu|asia",
  greeting:
    "hei|moi|moikka|terve|morjens|huomenta|hyvää huomenta|hyvää päivää|päivää|hyvää iltaa|iltaa|hei vaan|moro",
  wellbeing: "mitä kuuluu|miten menee|kuinka voit|miten voit|kuinka menee",
  thanks:
    "kiitos|kiitti|kiitoksia|kiitos paljon|paljon kiitoksia|suurkiitos|iso kiitos|kiitos avusta|mahtavaa|loistavaa|hienoa|mainiota",
  goodbye: "hei hei|heippa|moi moi|näkemiin|nähdään|hyvää yötä|siinä kaikki|hyvää päivänjatkoa",
  help: "apua|auta|auta minua|mitä osaat|mitä osaat tehdä|mitä voit tehdä|mitä voit tehdä puolestani|miten voit auttaa|kuinka voit auttaa|mitä voin kysyä|valikko|vaihtoehdot|tarvitsen apua|miten tämä toimii|missä voit auttaa",
  who: "kuka olet|kuka sinä olet|mikä olet|mikä sinä olet|oletko botti|oletko robotti|oletko ihminen|onko tämä botti|mikä sinun nimesi on",
  noted: "ok|okei|selvä|selvä juttu|hyvä|hyvä on|ymmärrän|juu|joo|asia selvä|sopii",
  person:
    "ihminen|ihmisen kanssa|ihmiselle|oikea ihminen|oikean ihmisen|asiakaspalvelija|asiakaspalvelijan|asiakaspalvelijalle|asiakaspalvelu|asiakaspalveluun|asiakaspalvelun|puhua jonkun kanssa|puhua ihmisen kanssa|puhua ihmiselle|oikealle ihmiselle|henkilön kanssa|yhdistä ihmiselle",
  speak: "puhua|jutella|yhdistä|yhdistäkää|yhdistää|keskustella|tavoittaa",
  cancel:
    "peru|peruuta|peruta|peruuttaa|anna olla|antaa olla|unohda|unohda se|ei tarvitse|ei tarvita|lopeta|seis|keskeytä|muutin mieleni|muutin mieltäni|jätetään|ei sittenkään|älä välitä",
  retry:
    "yritä uudelleen|yritä uudestaan|uudelleen|uudestaan|kokeile uudelleen|kokeile uudestaan|vielä kerran|toista|kirjauduin|kirjauduin sisään|olen kirjautunut|olen kirjautunut sisään",
  correction:
    "ei|eikun|siis|anteeksi|tarkoitin|tarkoitan|korjaan|väärin|väärä|itse asiassa|sittenkin|oikeastaan|vaan|korjaus|sen sijaan",
  yes: "kyllä|joo|juu|jep|toki|totta kai|tietenkin|selvä|ok|okei|oikein|kyl",
  no: "ei|en|eipä|ei kiitos|ei käy|älä|ei missään nimessä",
  and: "ja|tai|sekä",
  also: "ja|sekä|ja sitten|sitten|myös|lisäksi|ja myös|sen jälkeen",
  yesterday: "eilen",
  today: "tänään",
  tomorrow: "huomenna|huomiseksi",
  dayAfterTomorrow: "ylihuomenna|ylihuomiseksi",
  last: "viime|edellinen|edellisenä",
  next: "ensi|tulevana|seuraavana",
  days: "päivä|päivää|päivän",
  weeks: "viikko|viikkoa|viikon",
  inTime: "päästä|kuluttua|sisällä",
  noon: "keskipäivä|keskipäivällä|puoliltapäivin",
  midnight: "keskiyö|keskiyöllä",
  about: "koskien|koska|liittyen|aiheesta|sillä",
  is: "on|olisi|olkoon",
  story:
    "kuvaus|viesti|teksti|sisältö|kommentti|kysymys|ongelma|syy|huomautus|palaute|valitus|lisätiedot|yksityiskohdat",
  pronoun: "se|sen|sitä|tämä|tämän|tätä|ne|niitä|sama|saman",
  numbers: "yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen|yksitoista|kaksitoista",
  ordinals: "ensimmäinen|toinen|kolmas|neljäs|viides|viimeinen",
};
