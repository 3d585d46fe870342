import { isUnder } from "../../forms/form-model.ts";
import { words } from "../../words/words.ts";
import type { ActionModel } from "./use-save-action.ts";

/** The parts of the page, and the places of a definition that each one shows. */
const SECTIONS = {
  basics: ["/name", "/identifier", "/whenToUse", "/examples", "/enabled"],
  request: ["/method", "/url", "/query", "/headers", "/body", "/timeoutMs"],
  parameters: ["/parameters"],
  authorization: ["/auth"],
  visitor: ["/sendVisitorIdentity", "/requireVerifiedIdentity", "/claimRules"],
  approval: ["/confirmation", "/progressText", "/progressTexts"],
  answer: ["/response", "/reply"],
} as const;

export type SectionName = keyof typeof SECTIONS;

/** Leads to each part, and marks those with a problem that shows. */
export function SectionNav({ model }: { model: ActionModel }) {
  const names = Object.keys(SECTIONS) as SectionName[];
  const shown = model.problems.value.filter((fault) => model.field(fault.pointer).problem !== undefined);
  const isFaulty = (name: SectionName) =>
    shown.some((fault) => SECTIONS[name].some((place) => isUnder(fault.pointer, place)));
  return (
    <nav class="section-nav" aria-label={words.editor.nav}>
      {names.map((name) => (
        <a key={name} href={`#${name}`} class={isFaulty(name) ? "is-faulty" : undefined}>
          {words.editor.sections[name].title}
          {isFaulty(name) ? <span class="visually-hidden"> {words.editor.hasProblem}</span> : null}
        </a>
      ))}
      <a href="#test">{words.test.title}</a>
    </nav>
  );
}
