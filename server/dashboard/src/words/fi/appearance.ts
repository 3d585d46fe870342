import type { looks as english } from "../en/appearance.ts";

/** How the widget looks and greets. */
export const looks: typeof english = {
  appearance: {
    text: "Miltä pienoisohjelma näyttää ja miten se tervehtii. Vieressä on se oikea.",
    shown: "Mitä esikatselu näyttää",
    modes: { inline: "Avoin keskustelu", launcher: "Painike" },
    looks: "Ulkoasu",
    color: "Väri",
    colorHint: "Painikkeen ja kävijän viestien väri.",
    colorPick: "Valitse väri",
    theme: "Teema",
    themes: { auto: "Kävijän oma", light: "Vaalea", dark: "Tumma" },
    side: "Puoli",
    left: "Vasen",
    right: "Oikea",
    launcher: "Painike",
    launchers: { icon: "Kuvake", label: "Tekstin kanssa" },
    avatar: "Avustajan kuva",
    avatarHint: "https-osoite. Ilman sitä näytetään nimen ensimmäinen kirjain.",
    sound: "Ääni",
    soundHint: "Vastauksesta, jota kävijä ei näe, kuuluu ääni.",
    speech: "Sanat",
    greeting: "Tervehdys",
    greetingHint: "Ensimmäinen teksti, jonka kävijä lukee.",
    starters: "Aloituskysymykset",
    startersHint: "Enintään kuusi kysymystä, joista kävijä voi aloittaa.",
    starter: (number) => `Kysymys ${number}`,
    removeStarter: (number) => `Poista kysymys ${number}`,
    addStarter: "Lisää kysymys",
  },
};
