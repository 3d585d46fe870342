import { ErrorState } from "../../components/states.tsx";
import { focusProblem } from "../../forms/focus-problem.ts";
import { words } from "../../words/words.ts";
import type { ActionModel } from "./use-save-action.ts";

/** Why the action cannot be run yet, as long as its fields have problems, and the way to the first of them. */
export function NotYet({ model }: { model: ActionModel }) {
  const problems = model.problems.value;
  const [first] = problems;
  if (!first) return null;
  return (
    <div class="stack tight">
      <ErrorState message={words.test.notYet} />
      <button
        type="button"
        class="link-button problem-link align-start"
        onClick={() => focusProblem(first.pointer)}
      >
        {words.editor.problems(problems.length)}
      </button>
    </div>
  );
}
