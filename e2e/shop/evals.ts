import type { EvalDraft } from "@errand/shared/eval";
import { CUSTOMER } from "./orders.ts";

const customer: EvalDraft["visitor"] = {
  verification: "jwt",
  user_id: CUSTOMER.user_id,
  claims: { email: CUSTOMER.email, name: CUSTOMER.name, plan: CUSTOMER.plan },
};
const shipped = { number: "ORD-1001", status: "in transit", carrier: "Nordpost" };

/** What visitors of one language write, and the words that its replies must hold. */
interface Conversations {
  /** Names ORD-1001. */
  lookUp: string;
  /** Names no order. */
  lookUpWhich: string;
  list: string;
  /** After an order was looked up. */
  cancelIt: string;
  /** Names ORD-1002. */
  cancel: string;
  /** Asks for a ticket, and tells what is wrong when asked. */
  ticket: [ask: string, subject: string, description: string];
  /** Takes back ORD-1001 and names ORD-1002. */
  correction: string;
  neverMind: string;
  /** Names ORD-1001 to be looked up and ORD-1002 to be cancelled. */
  both: string;
  offTopic: string;
  signIn: string;
}

const LANGUAGES: Record<string, Conversations> = {
  en: {
    lookUp: "Where's my order ORD-1001?",
    lookUpWhich: "has my parcel been shipped yet",
    list: "What have I ordered so far?",
    cancelIt: "please cancel it",
    cancel: "I don't need ORD-1002 any more, cancel the order",
    ticket: ["I'd like to create a ticket", "Broken zip", "The zip of my jacket came off."],
    correction: "sorry, I meant ORD-1002",
    neverMind: "never mind",
    both: "Where is ORD-1001 and cancel ORD-1002",
    offTopic: "Who won the football match?",
    signIn: "sign in first",
  },
  az: {
    lookUp: "ORD-1001 nömrəli sifarişim hardadı?",
    lookUpWhich: "bağlamam nə vaxt çatdırılacaq",
    list: "Bütün sifarişlərimi göstərin",
    cancelIt: "onu ləğv edin",
    cancel: "ORD-1002-ni ləğv edin",
    ticket: ["Müraciət yaratmaq istəyirəm", "Sınıq fermuar", "Gödəkçənin fermuarı çıxdı."],
    correction: "xeyr, ORD-1002 demək istəyirdim",
    neverMind: "lazım deyil",
    both: "ORD-1001 haradadır və ORD-1002-ni ləğv et",
    offTopic: "Bu gün Bakıda hava necədir?",
    signIn: "daxil olmalısınız",
  },
  ru: {
    lookUp: "Где мой заказ ORD-1001?",
    lookUpWhich: "когда доставят мою посылку",
    list: "Покажите все мои заказы",
    cancelIt: "отмените его",
    cancel: "Хочу отменить заказ ORD-1002",
    ticket: ["Создайте обращение", "Сломалась молния", "У куртки отвалилась молния."],
    correction: "нет, я имел в виду ORD-1002",
    neverMind: "неважно",
    both: "Где заказ ORD-1001 и отмените ORD-1002",
    offTopic: "Кто выиграл матч?",
    signIn: "войти в учётную запись",
  },
  tr: {
    lookUp: "ORD-1001 numaralı siparişim nerede?",
    lookUpWhich: "kargom ne zaman teslim edilecek",
    list: "Bütün siparişlerimi göster",
    cancelIt: "onu iptal edin",
    cancel: "ORD-1002'yi iptal etmek istiyorum",
    ticket: ["Destek talebi oluşturmak istiyorum", "Bozuk fermuar", "Montun fermuarı çıktı."],
    correction: "hayır, ORD-1002 demek istedim",
    neverMind: "boş ver",
    both: "ORD-1001 nerede ve ORD-1002'yi iptal et",
    offTopic: "Maçı kim kazandı?",
    signIn: "oturum açmanız gerekiyor",
  },
  fi: {
    lookUp: "Missä tilaukseni ORD-1001 on?",
    lookUpWhich: "milloin pakettini toimitetaan",
    list: "Näytä kaikki tilaukseni",
    cancelIt: "peruuta se tilaus",
    cancel: "Haluaisin perua tilauksen ORD-1002",
    ticket: ["Haluan luoda tukipyynnön", "Rikkinäinen vetoketju", "Takin vetoketju irtosi."],
    correction: "eikun tarkoitin ORD-1002",
    neverMind: "anna olla",
    both: "Missä ORD-1001 on ja peruuta ORD-1002",
    offTopic: "Kuka voitti pelin?",
    signIn: "kirjautua sisään",
  },
  de: {
    lookUp: "Wo ist meine Bestellung ORD-1001?",
    lookUpWhich: "wann wird mein Paket geliefert",
    list: "Zeigen Sie mir alle meine Bestellungen",
    cancelIt: "stornieren Sie sie bitte",
    cancel: "Ich möchte die Bestellung ORD-1002 stornieren",
    ticket: ["Ich möchte ein Ticket erstellen", "Kaputter Reißverschluss", "Der Reißverschluss ist ab."],
    correction: "nein, ich meinte ORD-1002",
    neverMind: "vergessen Sie es",
    both: "Wo ist ORD-1001 und stornieren Sie ORD-1002",
    offTopic: "Wer hat das Spiel gewonnen?",
    signIn: "zuerst anmelden",
  },
  es: {
    lookUp: "¿Dónde está mi pedido ORD-1001?",
    lookUpWhich: "cuándo entregan mi paquete",
    list: "Muéstreme todos mis pedidos",
    cancelIt: "cancélelo",
    cancel: "Quiero cancelar el pedido ORD-1002",
    ticket: ["Quiero crear un ticket", "Cremallera rota", "Se ha soltado la cremallera."],
    correction: "no, quería decir ORD-1002",
    neverMind: "olvídelo",
    both: "¿Dónde está ORD-1001? Y cancele ORD-1002",
    offTopic: "¿Quién ganó el partido?",
    signIn: "iniciar sesión",
  },
  fr: {
    lookUp: "Où est ma commande ORD-1001 ?",
    lookUpWhich: "quand mon colis sera-t-il livré",
    list: "Montrez-moi toutes mes commandes",
    cancelIt: "annulez-la",
    cancel: "Je voudrais annuler la commande ORD-1002",
    ticket: ["Je voudrais créer un ticket", "Fermeture cassée", "La fermeture s’est détachée."],
    correction: "non, je voulais dire ORD-1002",
    neverMind: "laissez tomber",
    both: "Où est ORD-1001 et annulez ORD-1002",
    offTopic: "Qui a gagné le match ?",
    signIn: "vous connecter",
  },
};

/** The shop's sample conversations: the same habits in each language. */
export const evals: EvalDraft[] = Object.entries(LANGUAGES).flatMap(([locale, said]) =>
  conversationsIn(said).map(({ name, ...sample }) => ({ ...sample, locale, name: `${locale}: ${name}` })),
);

function conversationsIn(said: Conversations): (EvalDraft & { name: string })[] {
  const look = (number: string) => ({ action: "lookup_order", arguments: { order_number: number } });
  const cancel = (number: string) => ({ action: "cancel_order", arguments: { order_number: number } });
  const [ask, subject, description] = said.ticket;
  return [
    {
      name: "looks an order up by its number",
      turns: [said.lookUp],
      expected: { ...look("ORD-1001"), reply: "Nordpost" },
      answer: shipped,
    },
    {
      name: "asks for the number",
      turns: [said.lookUpWhich],
      expected: { action: null, asks: "order_number" },
    },
    { name: "takes the number", turns: [said.lookUpWhich, "ord 1001"], expected: look("ORD-1001") },
    {
      name: "lists the customer's orders",
      turns: [said.list],
      visitor: customer,
      expected: { action: "list_orders" },
    },
    { name: "asks to sign in", turns: [said.list], expected: { action: null, reply: said.signIn } },
    { name: "cancels an order", turns: [said.cancel], visitor: customer, expected: cancel("ORD-1002") },
    {
      name: "cancels what was looked up",
      turns: [said.lookUp, said.cancelIt],
      visitor: customer,
      expected: cancel("ORD-1001"),
    },
    {
      name: "creates a ticket",
      turns: [ask, subject, description],
      expected: { action: "create_ticket", arguments: { subject, description } },
    },
    { name: "takes a correction", turns: [said.lookUp, said.correction], expected: look("ORD-1002") },
    { name: "leaves a question", turns: [said.lookUpWhich, said.neverMind], expected: { action: null } },
    {
      name: "starts two things at once",
      turns: [said.both],
      visitor: customer,
      expected: { ...look("ORD-1001"), also: [cancel("ORD-1002")] },
    },
    { name: "does nothing off topic", turns: [said.offTopic], expected: { action: null } },
  ];
}
