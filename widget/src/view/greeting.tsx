import { pickText } from "@errand/shared/locale";
import { useApp } from "../panel/use-app.ts";

/** A greeting longer than this is read, not hailed. */
const LONG = 120;

/** What the assistant says first: large, with the site's starters, until something else was said. */
export function Greeting() {
  const { settings, locale, conversation } = useApp();
  const { greeting, starters, locale: siteDefault } = settings.value;
  const pick = (text: typeof greeting) => pickText(text, locale.value, siteDefault);
  const say = (text: string) => () => {
    conversation.send(text).catch(() => {});
  };
  const first = pick(greeting) ?? "";
  if (conversation.messages.value.length > 0) {
    return (
      first && (
        <div class="message assistant">
          <div class="bubble" dir="auto">
            {first}
          </div>
        </div>
      )
    );
  }
  const offered = starters.map(pick).filter((text) => text !== undefined);
  return (
    <>
      <div class={`welcome ${first.length > LONG ? "long" : ""}`} dir="auto">
        {first}
      </div>
      {offered.length > 0 && (
        <div class="starters">
          {offered.map((text) => (
            <button type="button" key={text} onClick={say(text)}>
              <bdi>{text}</bdi>
            </button>
          ))}
        </div>
      )}
    </>
  );
}
