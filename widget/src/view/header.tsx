import { useApp } from "../panel/use-app.ts";
import { BACK, CHATS, CLOSE, Icon } from "./icon.tsx";

/** Who the visitor talks to, and the ways out of the conversation. */
export function Header({ close }: { close: () => unknown }) {
  const { settings, words, shell, isListing } = useApp();
  const { name, avatarUrl } = settings.value;
  const { assistant, closeChat, chats, conversation } = words.value;
  const draw = (label: string, path: string, onClick: () => unknown, kind = "") => (
    <button type="button" class={kind} aria-label={label} title={label} onClick={onClick}>
      <Icon path={path} />
    </button>
  );
  const isList = isListing.value;
  return (
    <div class="header">
      {isList ? (
        draw(conversation, BACK, () => (isListing.value = false), "back")
      ) : (
        <span class="avatar" aria-hidden="true">
          {/./u.exec(name)?.[0].toLocaleUpperCase()}
          {avatarUrl && (
            // A picture that the page does not let through, or that is gone, leaves the letter.
            <img
              src={avatarUrl}
              alt=""
              referrerpolicy="no-referrer"
              onError={({ currentTarget }) => (currentTarget.hidden = true)}
            />
          )}
        </span>
      )}
      <h2>{isList ? chats : [<bdi>{name}</bdi>, <small>{assistant}</small>]}</h2>
      {!isList && draw(chats, CHATS, () => (isListing.value = true))}
      {shell.script.dataset.mode !== "inline" && draw(closeChat, CLOSE, close)}
    </div>
  );
}
