import { useState } from "preact/hooks";
import { words } from "../words/words.ts";
import { Icon } from "./icon.tsx";
import { notify } from "./toast.tsx";

const COPIED_MS = 2_000;

/** Puts a text on the clipboard and says so. */
function CopyButton({ text, label = words.copy }: { text: string; label?: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return notify(words.copyFailed, true);
    }
    setCopied(true);
    notify(words.copied);
    setTimeout(() => setCopied(false), COPIED_MS);
  };
  return (
    <button type="button" class="button small" onClick={() => void copy()}>
      <Icon name={isCopied ? "check" : "copy"} />
      {label}
    </button>
  );
}

/** Text to read or copy as it stands; scrolls by keyboard too. */
export function CodeBlock({ text, label, canCopy }: { text: string; label: string; canCopy?: boolean }) {
  return (
    <div class="code-block">
      <pre tabIndex={0} role="region" aria-label={label}>
        <code>{text}</code>
      </pre>
      {canCopy ? <CopyButton text={text} /> : null}
    </div>
  );
}
