import { notify } from "../../components/toast.tsx";
import { words } from "../../words/words.ts";
import { fieldsOf, parseAnswer } from "./answer-fields.ts";
import { suggestCard } from "./suggest-card.ts";
import type { ActionModel } from "./use-save-action.ts";

/** Fills the fields the model may see, and a card where the answer has something for one, from a test's answer. */
export function takeAnswer(model: ActionModel, body: string): void {
  const answer = parseAnswer(body);
  const card = suggestCard(answer);
  const include = fieldsOf(answer).map(({ pointer }) => pointer);
  model.change({ include: include.join("\n"), ...(card ? { card } : {}) });
  notify(words.test.used);
  document.getElementById("answer")?.scrollIntoView({ block: "start" });
}
