import type { ComponentType } from "preact";
import lazy from "preact-iso/lazy";
import { words } from "../words/words.ts";
import { ErrorState } from "./states.tsx";

/** A page or part in a file of its own. A file that cannot be read leaves a word about it and a way to try again. */
export function lazyPage<Props>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return lazy(() => load().catch(() => BrokenPage as ComponentType<Props>));
}

function BrokenPage() {
  return (
    <div class="page">
      <ErrorState message={words.errors.file} retry={() => location.reload()} />
    </div>
  );
}
