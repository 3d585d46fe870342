import { pickText } from "@errand/shared/locale";
import { useApp } from "../panel/use-app.ts";

/** What the assistant says first, and before anything else was said the site's starters. */
export function Greeting() {
  const { settings, locale, conversation } = useApp();
  const { greeting, starters, locale: siteDefault } = settings.value;
  const pick = (text: typeof greeting) => pickText(text, locale.value, siteDefault);
  const say = (text: string) => () => {
    conversation.send(text).catch(() => {});
  };
  const first = pick(greeting);
  const isUntouched = conversation.messages.value.length === 0;
  const offered = isUntouched ? starters.map(pick).filter((text) => text !== undefined) : [];
  return (
    <>
      {first && (
        <div class="message assistant">
          <div class="bubble" dir="auto">
            {first}
          </div>
        </div>
      )}
      {offered.length > 0 && (
        <div class="starters">
          {offered.map((text) => (
            <button type="button" key={text} dir="auto" onClick={say(text)}>
              {text}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
