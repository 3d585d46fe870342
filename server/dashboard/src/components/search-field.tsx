import { useEffect, useId, useState } from "preact/hooks";
import { words } from "../words/words.ts";

/** A search that begins with Enter or its button; emptied, it ends. */
export function SearchField(props: {
  label: string;
  placeholder?: string;
  value: string;
  onSearch: (text: string) => void;
}) {
  const id = useId();
  const [text, setText] = useState(props.value);
  useEffect(() => setText(props.value), [props.value]);
  return (
    <form
      role="search"
      class="search-row"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSearch(text.trim());
      }}
    >
      <label for={id} class="visually-hidden">
        {props.label}
      </label>
      <input
        id={id}
        type="search"
        class="input"
        placeholder={props.placeholder ?? props.label}
        maxLength={200}
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          if (event.currentTarget.value === "" && props.value !== "") props.onSearch("");
        }}
      />
      <button type="submit" class="button">
        {words.paging.search}
      </button>
    </form>
  );
}
