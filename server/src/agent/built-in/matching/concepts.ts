import { fold } from "../words.ts";

/**
 * What shops, services and their visitors speak of, in the languages that the built-in model knows: an action described
 * in one of them is found in all. Each row is one notion; an entry is the beginning of a folded word, or with `=` the
 * whole word. The languages stand in the order en az ru tr fi de es fr.
 */
const CONCEPTS: Record<string, string> = {
  order:
    "order sifariş заказ sipariş tilau tilaukse tilaa bestell pedido =pedidos command =commande =commandes =ordered =ordering =ordre",
  cancel: "cancel =ləğv отмен аннулир iptal =peru =perua =perun =peruta peruut storn annull anula annul",
  status:
    "status vəziyyət =statusu статус состояни durum =durumu =tila =tilanne =tilan =tilannetta zustand stand estado statut =état =etat",
  track:
    "track izlə отслед отслеж takip =seuraa =seurata seuran verfolg sendungsverfolg rastre seguimiento =seguir suivi suivre",
  parcel:
    "parcel package shipment =bağlama bağlamam =bağlamanı bağlamanız bağlamalar посылк =paket =paketim =pakete =paketi kargo koli paket paketti lähety sendung päckchen paquete envío =envoi colis livraison",
  deliver: "deliver shipp çatdır достав teslim toimit liefer geliefer zustell zugestell entrega livr",
  where:
    "=where =whereabouts =harada =haradadır =hardadır =hardadı =hara =где =куда =nerede =nerde =missä =wo =dónde =donde =où",
  show: "=show =display =list göstər покаж показ göster näyt zeig anzeig muestr mostr montr affich",
  return:
    "return qaytar возврат верн iade palaut retour rückgab retoure zurückgeb zurückschick devol devuelv renvoy",
  refund: "refund возмещ hyvity erstatt reembols rembours",
  money: "=money =pul pulumu =деньги =денег =para paramı =rahat rahani rahaa =geld dinero =argent",
  ticket:
    "ticket müraciət тикет обращени заявк talep taleb tukipyyn =tiketti =tiketin vorgang supportanfrage =incidencia =ticket tique =demande",
  create:
    "create =open =submit =file =raise yarat созда =откро =открой =откройте =открыть оформ oluştur =aç =açın =açmak luo =luoda =avaa =avata erstell eröffn anlegen crear crea =abre =abrir =abra crée créer créez =ouvrir =ouvrez =ouvre",
  complain:
    "complain complaint şikayət жалоб şikayet valit valittaa reklam beschwer queja quejar réclam plaind plaint",
  problem:
    "problem issue trouble =xarab problem проблем sorun arıza ongelma =vika vikaa problema =avería problème =souci panne",
  broken:
    "broken =broke damaged defect =faulty sınıq qırıq zədəl слома поврежд bozuk kırık hasarlı rikki =viallinen vahingoit kaputt beschädigt =defekt roto =rota dañad averiad cassé abîmé endommag",
  missing:
    "missing =lost itkin =itib itmiş потер пропа kayıp kadonn =puuttuu fehl verloren =perdido =perdida falta =perdu =perdue manqu",
  support: "support =dəstək поддержк destek tuki =tukea =tuen kundendienst soporte assistance",
  pay: "pay =ödəniş ödə оплат плат ödeme öde maksu =maksaa =maksan zahl bezahl pago pagar =paga paiement payer",
  invoice:
    "invoice =bill =receipt faktura =qaimə счет =счёт =чек fatura lasku =kuitti rechnung factura =recibo facture =reçu",
  price:
    "price =cost =costs qiymət цен =стоит стоимост fiyat =ücret hinta =hinnan =maksaa preis =kostet kosten precio =cuesta prix =coûte tarif",
  product:
    "product item article məhsul товар продукт ürün tuote =tuotteen artikel produkt producto artículo produit",
  stock:
    "stock availab =anbarda mövcud налич stok varasto saatav lager verfügbar existencias disponib dispon",
  search:
    "search =find axtar =tap найди найт поиск искать =ara =arama etsi =hae haku =suche =suchen =sucht busca cherch trouv",
  book: "=book =booking =bookings reserv =rezervasiya bron заброни брони rezerv vara =varata buchen buchung reservier reserva réserv",
  table: "=table =tables =masa =masası стол столик =masa masayı pöytä =pöydän tisch mesa =table",
  appointment:
    "appointment =görüş təyinat =запись записат =randevu randevu ajan =aikaa termin =cita =citas rendez",
  room: "=room =rooms =otaq otağ комнат =oda odası huone zimmer habitación chambre",
  account:
    "account hesab аккаунт =учётная учетн hesap =hesabım =tili =tilin =tilini käyttäjätil konto cuenta compte",
  password: "password parol şifrə парол şifre parola salasana passwort kennwort contraseña =clave =passe",
  reset: "reset sıfırla сброс сбрось восстанов sıfırla nollaa palauta zurücksetz restablec réinitialis",
  change:
    "change =update modify dəyiş измен помен обнов değiştir güncelle muuta vaihda päivit änder aktualisier cambi modific actualiz chang modifi",
  address: "address ünvan адрес =adres adresi osoite osoit adress anschrift dirección adresse",
  email: "email =mail =poçt =poçtu почт =posta =postası eposta sähköposti correo courriel",
  phone: "phone telephone telefon телефон puhelin teléfono téléphone",
  name: "=name =adı =adım имя =isim =nimi nimen =namen nombre =nom",
  subscribe: "subscri abunə подпис abone tilaaja abonn abonier suscri",
  newsletter: "newsletter bülleten рассылк bülten uutiskirje rundbrief boletín =infolettre",
  send: "=send =sent göndər отправ пошл gönder lähetä =lähettää send schick enviar =envía =envíe =envoyer =envoyez =envoie",
  message: "message mesaj сообщени viesti nachricht mensaje",
  buy: "buy purchas =al =almaq купи =купить satın ostaa =ostan ostaisin kauf =comprar compra =acheter achet",
  cart: "=cart =basket səbət корзин sepet =ostoskori ostoskor warenkorb carrito =panier",
  weather: "weather =hava =havası погод =sää =säätä wetter =clima =météo",
  open_hours: "=hours opening =saatları часы aukiolo öffnungszeit horario horaire",
  discount:
    "discount coupon voucher endirim скидк купон промокод indirim kupon alennu rabatt gutschein descuento =cupón remise réduc",
  warranty: "warranty guarantee zəmanət гаранти garanti takuu garantie garantía",
  exchange: "exchange =swap =dəyişmək обмен takas =vaihto umtausch =umtauschen =cambio échange",
  report: "report bildir сообщит rapor ilmoita meld informe signal",
  confirm: "confirm təsdiq подтверд onayla vahvist bestätig confirm",
  start: "=start =begin başla начат başlat aloita =starte =starten beginn empez comenz commenc démarr",
  date: "=date =tarix tarixi дат =tarih tarihi =päivä päivämäär datum fecha =date",
};

/** Notions of one matter: who asks for the one may be served by what the other describes. */
const RELATED = [
  ["status", "track", "where", "deliver"],
  ["refund", "return", "money"],
  ["ticket", "complain", "problem", "broken", "missing", "support"],
  ["parcel", "order"],
];

/** A shorter stem, or one that lost a letter, would stand at the beginning of too many words. */
const MIN_STEM = 4;
const MIN_SLIPPED = 7;

interface Stem {
  text: string;
  concept: string;
}

/** Stems by their first three letters, longest first; whole words apart. */
const stems = new Map<string, Stem[]>();
const slipped = new Map<string, Stem[]>();
const whole = new Map<string, string>();

for (const [concept, row] of Object.entries(CONCEPTS)) {
  for (const entry of row.split(" ").map(fold)) {
    const word = entry.replace("=", "");
    const isWhole = entry !== word;
    if (isWhole || word.length < MIN_STEM) whole.set(word, concept);
    else add(stems, word, concept);
    const least = /\p{Script=Cyrillic}/u.test(word) ? MIN_SLIPPED - 2 : MIN_SLIPPED - Number(isWhole);
    if (word.length >= least) for (const slip of [word, ...withoutOne(word)]) add(slipped, slip, concept);
  }
}
for (const list of [...stems.values(), ...slipped.values()])
  list.sort((a, b) => b.text.length - a.text.length);

function add(to: Map<string, Stem[]>, text: string, concept: string): void {
  to.set(text.slice(0, 3), [...(to.get(text.slice(0, 3)) ?? []), { text, concept }]);
}

/** The word with any one of its letters left out, but the first. */
export function withoutOne(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 1) + word.slice(at + 2));
}

/** The notion that a folded word names, in any of the known languages; undefined when it names none. */
export function conceptOf(word: string): string | undefined {
  const named = whole.get(word);
  if (named !== undefined) return named;
  return stems.get(word.slice(0, 3))?.find(({ text }) => word.startsWith(text))?.concept;
}

/** The notion that a mistyped word was to name: a letter is missing, another stands for it, or is one too many. */
export function mistypedConceptOf(word: string): string | undefined {
  for (const slip of [word, ...withoutOne(word)]) {
    const concept = slipped.get(slip.slice(0, 3))?.find(({ text }) => slip.startsWith(text))?.concept;
    if (concept !== undefined) return concept;
  }
  return undefined;
}

/** Other notions of the same matter. */
export function relatedConcepts(concept: string): string[] {
  return RELATED.filter((group) => group.includes(concept))
    .flat()
    .filter((each) => each !== concept);
}
