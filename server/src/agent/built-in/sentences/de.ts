import { askIn, misfitIn, type Sentences } from "./language.ts";

export const de: Sentences = {
  greeting: (siteName) => (siteName ? `Guten Tag! Ich bin der Assistent von ${siteName}.` : "Guten Tag!"),
  wellbeing: "Danke, gut! Was kann ich für Sie tun?",
  who: (siteName) =>
    siteName
      ? `Ich bin der Assistent von ${siteName}: ein Computerprogramm, kein Mensch.`
      : "Ich bin der Assistent dieser Website: ein Computerprogramm, kein Mensch.",
  thanks: "Gern geschehen!",
  goodbye: "Auf Wiedersehen!",
  noted: "In Ordnung. Sagen Sie Bescheid, wenn Sie noch etwas brauchen.",
  canDo: "Ich kann Ihnen hierbei helfen:",
  canDoAfterSignIn: "Nach der Anmeldung auch hierbei:",
  canDoNothing: "Ich kann hier noch nichts für Sie tun.",
  notUnderstood: "Entschuldigung, das habe ich nicht verstanden.",
  signInFirst: (action) =>
    `Für „${action}“ müssen Sie sich zuerst anmelden. Bitte melden Sie sich an und fragen Sie mich noch einmal.`,
  notForYou: (action) => `„${action}“ ist für Ihr Konto nicht verfügbar.`,
  cancelled: "In Ordnung, das lasse ich.",
  cannotRepeat: "Es gibt nichts, was ich noch einmal versuchen könnte.",
  whichOne: "Was davon meinen Sie?",
  noPerson:
    "Ich kann Sie hier nicht mit einem Menschen verbinden. Bitte nutzen Sie die Kontaktangaben auf dieser Website.",
  handedOver: "Ich habe Ihr Gespräch an das Team weitergegeben. Ein Mensch antwortet Ihnen hier.",
  cannotFill: (action) => `Für „${action}“ braucht es Angaben, die ich im Gespräch nicht erfragen kann.`,

  ask: askIn({
    email: "Bitte nennen Sie eine E-Mail-Adresse",
    phone: "Bitte nennen Sie eine Telefonnummer",
    url: "Bitte nennen Sie eine Webadresse",
    date: "Bitte nennen Sie ein Datum",
    datetime: "Bitte nennen Sie Datum und Uhrzeit",
    number: "Bitte nennen Sie eine Zahl",
    integer: "Bitte nennen Sie eine Zahl",
    choice: "Bitte wählen Sie",
    otherwise: "Bitte geben Sie noch an",
  }),
  askList: (label) => `Bitte geben Sie Folgendes an, durch Kommas getrennt: ${label}.`,
  forExample: (example) => `Zum Beispiel ${example}.`,
  options: (list) => `Zur Wahl stehen: ${list}.`,
  yesOrNo: "Bitte antworten Sie mit Ja oder Nein.",
  inUtc: "Bitte geben Sie die Zeit in UTC an.",
  misfit: misfitIn({
    email: "Das sieht nicht nach einer E-Mail-Adresse aus; sie sollte so aussehen: name@example.com.",
    phone:
      "Das sieht nicht nach einer Telefonnummer aus; bitte mit Ländervorwahl angeben, zum Beispiel +49 151 23456789.",
    url: "Das sieht nicht nach einer Webadresse aus; sie sollte so aussehen: https://example.com.",
    date: "Das konnte ich nicht als Datum lesen; schreiben Sie zum Beispiel 31.05.2026.",
    datetime:
      "Das konnte ich nicht als Datum mit Uhrzeit lesen; schreiben Sie zum Beispiel 31.05.2026 14:30.",
    number: "Das sieht nicht nach einer Zahl aus.",
    integer: "Das sieht nicht nach einer ganzen Zahl aus.",
    boolean: "Ich konnte nicht erkennen, ob das Ja oder Nein heißt.",
    choice: "Das steht nicht zur Wahl.",
    object: "Das konnte ich nicht lesen; es sollte JSON sein, zum Beispiel {}.",
    otherwise: "Das scheint nicht zu passen.",
  }),

  shown: "Hier, bitte.",
  found: "Das habe ich gefunden:",
  foundNothing: "Es wurde nichts gefunden.",
  done: (action) => `„${action}“ ist erledigt:`,
  doneEmpty: "Erledigt.",
  more: (count) => `und ${count} weitere`,
  yes: "ja",
  no: "nein",

  notFound:
    "Das konnte ich nicht finden. Bitte prüfen Sie Ihre Angabe; Sie können mir auch einen anderen Wert schicken.",
  notAllowed: "Der Dienst hat das nicht erlaubt.",
  notAccepted: "Der Dienst hat das nicht angenommen.",
  busy: "Der Dienst ist gerade überlastet. Bitte versuchen Sie es in Kürze noch einmal.",
  remoteError: (changes) =>
    changes
      ? "Beim Dienst ist ein Fehler aufgetreten, deshalb kann ich nicht sagen, dass es erledigt ist. Bitte prüfen Sie es, bevor Sie es erneut versuchen."
      : "Beim Dienst ist ein Fehler aufgetreten, und es kam keine Antwort. Bitte versuchen Sie es später noch einmal.",
  serviceSays: (message) => `Die Antwort lautet: „${message}“`,
  timeout: (changes) =>
    changes
      ? "Der Dienst hat zu lange nicht geantwortet. Ich konnte nicht sehen, ob es geklappt hat; bitte prüfen Sie es, bevor Sie es erneut versuchen."
      : "Der Dienst hat zu lange nicht geantwortet. Bitte versuchen Sie es später noch einmal.",
  unreachable: (changes) =>
    changes
      ? "Die Verbindung zum Dienst ist abgebrochen. Ich konnte nicht sehen, ob es geklappt hat; bitte prüfen Sie es, bevor Sie es erneut versuchen."
      : "Ich konnte den Dienst nicht erreichen. Bitte versuchen Sie es später noch einmal.",
  tooLarge: "Die Antwort des Dienstes war zu groß, ich konnte sie nicht lesen.",
  misconfigured:
    "Das ist nicht richtig eingerichtet, deshalb konnte ich es nicht tun. Bitte sagen Sie den Betreibern dieser Website Bescheid.",
  invalidArguments:
    "Ein Teil Ihrer Angaben passt nicht, deshalb wurde nichts gesendet. Bitte prüfen Sie sie.",
  identityRequired:
    "Sie müssen sich zuerst anmelden. Bitte melden Sie sich an und fragen Sie mich noch einmal.",
  notApproved: "In Ordnung, es wurde nichts geändert.",
  unknown: "Ich konnte nicht sehen, ob es geklappt hat. Bitte prüfen Sie es, bevor Sie es erneut versuchen.",
};
