/** What is said in the gallery, in a language from left to right and one from right to left. */
export const TEXTS = {
  en: {
    site: "Kettle & Pine",
    label: "Chat with us",
    greeting: "Hi! Ask me about an order, or tell me what went wrong.",
    starters: ["Where is my order ORD-1001?", "Show my orders", "I’d like to return something"],
    ask: "Where is my order ORD-1001?",
    answer:
      "Your order **ORD-1001** is in transit and should arrive on **Thursday, 27 November**.\n\n- Carrier: Nordpost\n- Parcel: `NP-5529-1043`\n\nYou can follow it [on the carrier’s page](https://track.nordpost.example/NP-5529-1043).",
    thanks: "Thanks! And the other one?",
    short: "That one was delivered yesterday.",
    long: 'Here is all I know about returns.\n\n## Sending something back\n1. Open your order and choose what comes back.\n2. Print the label, or show the code at the counter.\n3. Hand the parcel in **within 30 days**.\n\nThe address as your tools may want it:\n\n```json\n{ "name": "Kettle & Pine Returns", "street": "Pine Road 4", "postcode": "00150" }\n```\n\nOur workshop is in Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft, and the page is https://shop.example.com/help/returns/how-do-i-send-something-back-and-when-do-i-see-my-money-again.\n\nMoney is back on your card within **five working days** after the parcel has reached us. If you paid with a gift card, you get a new one by e-mail.',
    table:
      "These are your orders:\n\n| Order | Placed | Status | Total |\n|:--|:--|:--|--:|\n| **ORD-1001** | 24 November | in transit | 59.00 € |\n| ORD-1002 | 25 November | processing | 129.50 € |\n| ORD-1003 | 12 October | delivered | 8.90 € |\n\nWhich one is it about?",
    askLong:
      "I ordered the enamel kettle two weeks ago, and the lid does not fit. I have tried turning it, warming it and asking my neighbour, who is an engineer.\n\nWhat can we do?",
    progress: "Looking up your order…",
    lookUp: "Look up order",
    cancelOrder: "Cancel order",
    orderNumber: "Order number",
    reason: "Reason",
    reasonText: "The lid does not fit, and the colour is not the one in the picture",
    gift: "Gift",
    notify: "Notify",
    slowAnswer: "The shop’s system took too long to answer. Nothing was changed.",
    partial: "Your order ORD-1001 left our workshop this morning. It is now on its way to",
    person: "Hello, this is Aysel from the workshop. I have put a new lid in the post for you today.",
    products: ["Enamel kettle", "Stormfell jacket", "Camp lantern"],
    stock: "In stock",
    price: "Price",
    size: "Size",
    see: "See it in the shop",
  },
  ar: {
    label: "راسلنا",
    site: "متجر Kettle & Pine",
    greeting: "مرحبًا! اسألني عن طلبك، أو أخبرني بما حدث.",
    starters: ["أين طلبي ORD-1001؟", "اعرض طلباتي", "أريد إرجاع منتج"],
    ask: "أين طلبي ORD-1001؟",
    answer:
      "طلبك **ORD-1001** في الطريق، ومن المتوقع وصوله **يوم الخميس 27 نوفمبر**.\n\n- شركة الشحن: Nordpost\n- رقم الطرد: `NP-5529-1043`\n\nيمكنك متابعته [على صفحة شركة الشحن](https://track.nordpost.example/NP-5529-1043).",
    thanks: "شكرًا! وماذا عن الطلب الآخر؟",
    short: "وصل ذلك الطلب أمس.",
    long: 'هذا كل ما أعرفه عن الإرجاع.\n\n## إرجاع منتج\n1. افتح طلبك واختر ما تريد إرجاعه.\n2. اطبع الملصق، أو أظهر الرمز عند الاستلام.\n3. سلّم الطرد **خلال 30 يومًا**.\n\n```json\n{ "name": "Kettle & Pine Returns", "street": "Pine Road 4" }\n```\n\nيعود المبلغ إلى بطاقتك خلال **خمسة أيام عمل** من وصول الطرد إلينا.',
    table:
      "هذه طلباتك:\n\n| الطلب | الحالة | المجموع |\n|:--|:--|--:|\n| **ORD-1001** | في الطريق | 59,00 € |\n| ORD-1002 | قيد التجهيز | 129,50 € |\n\nعن أي طلب تسأل؟",
    askLong: "طلبت إبريق Enamel Kettle قبل أسبوعين، والغطاء لا يناسبه. ماذا يمكننا أن نفعل؟",
    progress: "جارٍ البحث عن طلبك…",
    lookUp: "البحث عن طلب",
    cancelOrder: "إلغاء الطلب",
    orderNumber: "رقم الطلب",
    reason: "السبب",
    reasonText: "الغطاء لا يناسب الإبريق، واللون ليس كما في الصورة",
    gift: "هدية",
    notify: "إشعار",
    slowAnswer: "استغرق نظام المتجر وقتًا طويلًا للرد. لم يتغيّر شيء.",
    partial: "غادر طلبك ORD-1001 ورشتنا هذا الصباح، وهو الآن في طريقه إلى",
    person: "مرحبًا، أنا Aysel من الورشة. أرسلت لك اليوم غطاءً جديدًا بالبريد.",
    products: ["إبريق مطلي", "سترة Stormfell", "فانوس تخييم"],
    stock: "متوفر",
    price: "السعر",
    size: "المقاس",
    see: "شاهده في المتجر",
  },
};

export type Language = keyof typeof TEXTS;
export type Texts = (typeof TEXTS)[Language];
