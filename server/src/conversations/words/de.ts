import type { Sentences } from "./sentences.ts";

export const de: Sentences = {
  ok: "Erledigt.",
  remote_error: "Der Dienst hat mit einem Fehler geantwortet.",
  timeout: "Der Dienst hat zu lange nicht geantwortet.",
  too_large: "Die Antwort des Dienstes war zu groß.",
  not_set_up: "Diese Aktion ist nicht richtig eingerichtet. Der Betreiber der Website sieht, warum.",
  tls_error: "Es kam keine sichere Verbindung zum Dienst zustande.",
  network_error: "Der Dienst war nicht erreichbar.",
  invalid_arguments: "Etwas an der Anfrage stimmte nicht.",
  identity_required: "Bitte melden Sie sich dafür an.",
  not_approved: "Abgebrochen. Es wurde nichts geändert.",
  unknown:
    "Wir konnten nicht sehen, ob das geklappt hat. Bitte prüfen Sie es, bevor Sie es noch einmal versuchen.",
  working: "In Arbeit: {name}",
  stopped: "Angehalten, bevor der Dienst geantwortet hat.",
  model_failed: "Entschuldigung, ich konnte gerade nicht antworten. Bitte versuchen Sie es noch einmal.",
  model_busy: "Hier ist gerade viel los. Bitte versuchen Sie es gleich noch einmal.",
  model_refused: "Dabei kann ich nicht helfen.",
  model_cut_short: "Diese Antwort wurde zu lang und endet hier.",
  budget_used: "Der Assistent hat sein Limit für heute erreicht. Bitte versuchen Sie es morgen wieder.",
  caps_reached: "Mehr schaffe ich in einer Antwort nicht.",
  approval_expired:
    "Diese Frage war zehn Minuten offen und ist beendet. Es wurde nichts geändert. Bitte fragen Sie noch einmal.",
  page_failed: "Das hat auf dieser Seite nicht geklappt.",
  hand_over: "An einen Menschen übergeben",
  handing_over: "Ein Mensch wird gerufen…",
  handed_over: "Ich habe dieses Gespräch an das Team weitergegeben. Ein Mensch antwortet Ihnen hier.",
  hand_over_failed: "Gerade war niemand erreichbar. Bitte versuchen Sie es später noch einmal.",
};
