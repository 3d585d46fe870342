import type { trying as english } from "../en/try.ts";

/** Trying the assistant out in the real widget. */
export const trying: typeof english = {
  try: {
    title: "Kokeile",
    text: "Puhu sivustollesi kuin kävijä. Toiminnot suoritetaan oikeasti.",
    draftText: "Keskustelu toiminnon kanssa sellaisena kuin se on tällä sivulla. Kutsut tehdään oikeasti.",
    as: "Kenenä",
    asText: "Kenenkään ei tarvitse kirjautua: kävijä katsotaan todistetuksi.",
    start: "Aloita keskustelu",
    restart: "Aloita alusta",
    changed: "Toiminto on muuttunut sen jälkeen. Aloita alusta puhuaksesi sille nykyisellään.",
    empty: "Valitse kävijä ja aloita keskustelu.",
    frame: "Pienoisohjelma, kuten kävijä sen näkee",
    trace: "Mitä malli teki",
    traceText: "Mitä se näki, mistä se saattoi valita ja mitä se täytti.",
    noTrace: "Mitään ei ole vielä sanottu.",
    reply: (number) => `Vastaus ${number}`,
    said: "Sanoi",
    chose: "Valitsi",
    filled: "Argumentit",
    couldChoose: (count) =>
      count === 1 ? "Saattoi valita 1 toiminnon" : `Saattoi valita ${count} toiminnosta`,
    saw: (count) => (count === 1 ? "Näki 1 viestin" : `Näki ${count} viestiä`),
  },
};
