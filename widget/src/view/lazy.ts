import { signal } from "@preact/signals-core";
import { useApp } from "../panel/use-app.ts";

/** A part of the view that is a file of its own, with the style sheet it needs. */
interface LazyModule {
  css: string;
}

/**
 * Answers with a module, or begins to fetch it and answers with nothing until it is there; then what asked is
 * drawn anew. What could not be fetched is tried again the next time.
 */
export function lazy<Module extends LazyModule>(
  fetchModule: () => Promise<Module>,
): () => Module | undefined {
  const loaded = signal<Module>();
  const sheet = new CSSStyleSheet();
  let loading: Promise<void> | undefined;
  const load = async () => {
    const module = await fetchModule();
    sheet.replaceSync(module.css);
    loaded.value = module;
  };
  return () => {
    loading ??= load().catch(() => {
      loading = undefined;
    });
    const { adoptedStyleSheets: adopted } = useApp().shell.root;
    if (!adopted.includes(sheet)) adopted.push(sheet);
    return loaded.value;
  };
}
