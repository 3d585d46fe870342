import { useEffect } from "preact/hooks";
import { words } from "../words/words.ts";

/** Names the browser's tab after the page, most telling part first. */
export function usePageTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter(Boolean), words.product].join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
