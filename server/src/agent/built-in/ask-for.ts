import type { Parameter } from "@errand/shared/action";
import type { Sentences } from "./sentences/language.ts";
import { sentenceCase } from "./tools.ts";
import { kindOf } from "./values/find-values.ts";
import { patternOf } from "./values/patterns.ts";

/** The question for one missing value, with the hint's example, the options, or the hint itself. */
export function askFor(parameter: Parameter, say: Sentences): string {
  return [question(parameter, say), ...helpFor(parameter, say)].join(" ");
}

/** What would fit, after an answer that does not. */
export function askAgain(parameter: Parameter, say: Sentences): string {
  return `${say.misfit(kindOf(parameter))} ${askFor(parameter, say)}`;
}

function question(parameter: Parameter, say: Sentences): string {
  const label = parameter.label || sentenceCase(parameter.name.replaceAll(/[_-]+/g, " "));
  if (/[?？؟]$/.test(label)) return label;
  const noun = label.replace(/[.:]$/, "");
  return parameter.isArray ? say.askList(noun) : say.ask(noun, kindOf(parameter));
}

function helpFor(parameter: Parameter, say: Sentences): string[] {
  const kind = kindOf(parameter);
  const example = patternOf(parameter)?.example;
  if (example !== undefined) return [say.forExample(example)];
  if (kind === "choice") return [say.options(parameter.options.join(", "))];
  if (kind === "boolean") return [say.yesOrNo];
  if (parameter.hint === "") return [];
  return [/[.!?]$/.test(parameter.hint) ? parameter.hint : `${parameter.hint}.`];
}
