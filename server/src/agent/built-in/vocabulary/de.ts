import type { Vocabulary } from "./vocabulary.ts";

export const de: Vocabulary = {
  stop: "ich|mir|mich|mein|meine|meinen|meiner|meines|meinem|wir|uns|unser|unsere|du|dir|dich|dein|deine|sie|ihr|ihre|ihnen|er|es|der|die|das|den|dem|des|ein|eine|einen|einer|einem|und|oder|aber|in|im|an|am|auf|aus|bei|mit|von|vom|zu|zum|zur|für|über|nach|ist|sind|war|waren|sein|habe|haben|hat|hatte|kann|kannst|können|könnte|könnten|könntest|möchte|möchten|will|würde|würden|soll|sollte|muss|bitte|nicht|kein|keine|ja|nein|doch|mal|noch|schon|jetzt|hier|da|dort|so|wenn|dann|dass|ob|auch|nur|sehr|was|hallo|geben|gib|sagen|sag|sagen sie|wissen|brauche|gern|gerne|danke|wieder|eins|nummer|beide|beides|lassen|machen|werden|wird|worden",
  weak: "wo|wohin|wann|wie|wer|welche|welcher|welches|warum|wieso|viel|viele|zeig|zeige|zeigen|sehen|schau|schauen|prüfen|finden|hilfe|hilf|helfen|neu|neue|neues|neuen|ding|etwas|lange",
  greeting:
    "hallo|hi|hey|guten tag|guten morgen|guten abend|servus|moin|grüß gott|grüezi|schönen guten tag|guten tag zusammen",
  wellbeing: "wie geht es dir|wie geht es ihnen|wie geht's|wie gehts|wie läuft's|alles gut bei dir",
  thanks:
    "danke|danke schön|dankeschön|danke sehr|vielen dank|herzlichen dank|besten dank|tausend dank|super|prima|perfekt|klasse|toll",
  goodbye:
    "tschüss|tschüs|auf wiedersehen|bis bald|bis dann|gute nacht|das war's|das wars|das ist alles|ciao|schönen tag noch",
  help: "hilfe|hilf mir|helfen sie mir|was kannst du|was können sie|was kannst du alles|was kannst du tun|was können sie für mich tun|was kannst du für mich tun|wie kannst du helfen|wie können sie helfen|wie können sie mir helfen|was kann ich fragen|menü|optionen|ich brauche hilfe|wie funktioniert das",
  who: "wer bist du|wer sind sie|was bist du|bist du ein bot|bist du ein roboter|bist du ein mensch|sind sie ein mensch|sind sie ein bot|ist das ein bot|wie heißt du|wie heißen sie",
  noted: "ok|okay|gut|alles klar|in ordnung|verstanden|verstehe|einverstanden|schön|sehr gut|na gut|passt",
  person:
    "mensch|menschen|einem menschen|echten menschen|mitarbeiter|mitarbeiterin|einem mitarbeiter|kundenservice|kundendienst|kundenberater|berater|mit jemandem sprechen|mit jemandem reden|mit einem menschen sprechen|mit einem mitarbeiter sprechen|echte person|persönlich sprechen|sachbearbeiter",
  speak: "sprechen|reden|verbinden|verbinde|kontaktieren|erreichen|weiterleiten|persönlich",
  cancel:
    "abbrechen|abbruch|stopp|stop|vergiss es|vergessen sie es|egal|ist egal|lass es|lassen sie es|lassen wir das|nicht nötig|doch nicht|ich habe es mir anders überlegt|habe es mir anders überlegt|aufhören|schon gut|hat sich erledigt|stornieren",
  retry:
    "noch einmal|nochmal|noch mal|erneut|wiederholen|versuch es nochmal|versuche es noch einmal|versuchen sie es noch einmal|versuchen sie es erneut|jetzt nochmal|ich habe mich angemeldet|ich bin angemeldet|ich bin jetzt angemeldet|bin eingeloggt|ich bin eingeloggt",
  correction:
    "nein|nee|ich meinte|ich meine|meinte|falsch|das ist falsch|sondern|eigentlich|entschuldigung|sorry|vielmehr|besser gesagt|korrektur|stattdessen|nein warte|doch lieber|lieber",
  yes: "ja|jawohl|jo|jep|klar|natürlich|gerne|sicher|ok|okay|richtig|stimmt|genau|korrekt|wahr|auf jeden fall",
  no: "nein|nee|nö|nicht|keinesfalls|falsch|niemals|auf keinen fall",
  and: "und|oder|sowie",
  also: "und|und dann|dann|außerdem|und außerdem|sowie|zusätzlich|danach|und auch|und noch",
  yesterday: "gestern",
  today: "heute",
  tomorrow: "morgen",
  dayAfterTomorrow: "übermorgen",
  last: "letzten|letzter|letzte|letztes|vergangenen|vorigen",
  next: "nächsten|nächster|nächste|nächstes|kommenden|kommende",
  days: "tag|tage|tagen",
  weeks: "woche|wochen",
  inTime: "in",
  noon: "mittag|mittags",
  midnight: "mitternacht",
  about: "über|wegen|bezüglich|weil|betreffend|betrifft|dass",
  is: "ist|sind|lautet|heißt|soll sein|sein soll|wäre|auf",
  story:
    "beschreibung|nachricht|text|inhalt|details|einzelheiten|kommentar|frage|problem|grund|notiz|anmerkung|rückmeldung|beschwerde|anliegen|mitteilung",
  pronoun: "es|sie|das|diese|diesen|dieses|ihn|dieselbe|denselben|die",
  numbers: "eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf",
  ordinals: "erste|zweite|dritte|vierte|fünfte|letzte",
};
