import { type Language, LANGUAGES, chooseLanguage, currentLanguage } from "../words/language.ts";
import { words } from "../words/words.ts";
import { notify } from "./toast.tsx";

/** Lets the reader choose the language of the dashboard; each stands under its own name. */
export function LanguageSwitch() {
  const choose = async (select: HTMLSelectElement) => {
    try {
      await chooseLanguage(select.value as Language);
    } catch {
      select.value = currentLanguage();
      notify(words.errors.language, true);
    }
  };
  return (
    <select
      class="language-switch"
      aria-label={words.dashboardLanguage}
      value={currentLanguage()}
      onChange={(event) => void choose(event.currentTarget)}
    >
      {Object.entries(LANGUAGES).map(([tag, name]) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </select>
  );
}
