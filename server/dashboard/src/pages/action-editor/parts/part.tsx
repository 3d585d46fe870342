import type { ComponentChildren } from "preact";
import { Card } from "../../../components/states.tsx";
import { words } from "../../../words/words.ts";
import type { SectionName } from "../section-nav.tsx";
import type { ActionModel } from "../use-save-action.ts";

/** What every part of the editor is given. */
export interface PartProps {
  model: ActionModel;
}

/** One part of the page under its heading. */
export function Part({ name, children }: { name: SectionName; children: ComponentChildren }) {
  const { title, text } = words.editor.sections[name];
  return (
    <Card id={name} title={title} text={text}>
      <div class="stack">{children}</div>
    </Card>
  );
}
