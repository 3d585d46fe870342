import { api } from "../../api/owner-api.ts";
import { useResource } from "../../api/use-resource.ts";
import { SegmentedField, SelectField } from "../../components/choice-field.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import type { FormModel } from "../../forms/form-model.ts";
import { VisitorFields } from "../../try/visitor-fields.tsx";
import { words } from "../../words/words.ts";
import type { EvalForm } from "./eval-form.ts";
import { TurnFields } from "./turn-fields.tsx";

/** What is said, by whom, and what must come of it. */
export function EvalFields({ site, model }: { site: string; model: FormModel<EvalForm> }) {
  const { form, change, field, bind } = model;
  const { turns, visitor, expects } = form.value;
  return (
    <>
      <TextField
        {...bind("name")}
        label={words.evals.name}
        hint={words.evals.nameHint}
        maxLength={200}
        isFocused
      />
      <TurnFields turns={turns} onTurns={(rows) => change({ turns: rows })} field={field} />
      <VisitorFields
        visitor={visitor}
        onVisitor={(changed) => change({ visitor: changed })}
        problemAt={(pointer) => field(pointer === "/visitor/locale" ? "/locale" : pointer).problem}
      />
      <SegmentedField
        label={words.evals.expects}
        value={expects}
        options={(["call", "question", "neither"] as const).map((kind) => [kind, words.evals.kinds[kind]])}
        onValue={(value) => change({ expects: value })}
      />
      <Expected site={site} model={model} />
      <TextField
        {...bind("reply", "/expected/reply")}
        label={words.evals.reply}
        hint={words.evals.replyHint}
        maxLength={500}
      />
      <TextArea
        {...bind("answer")}
        label={words.evals.answer}
        hint={words.evals.answerHint}
        isCode
        rows={3}
        placeholder={'{ "status": "in_transit" }'}
      />
    </>
  );
}

function Expected({ site, model }: { site: string; model: FormModel<EvalForm> }) {
  const { form, bind } = model;
  const { expects, action } = form.value;
  const actions = useResource(`actions:${site}`, () => api.listActions(site)).data ?? [];
  if (expects === "neither") return null;
  if (expects === "question") {
    return (
      <TextField
        {...bind("asks", "/expected/asks")}
        label={words.evals.asks}
        hint={words.evals.asksHint}
        isCode
        required
        maxLength={130}
        placeholder="order_number"
      />
    );
  }
  const known = actions.map(({ identifier, name }) => [identifier, `${name} (${identifier})`] as const);
  const isGone = action !== "" && !actions.some(({ identifier }) => identifier === action);
  return (
    <>
      <SelectField
        {...bind("action", "/expected/action")}
        label={words.evals.action}
        options={[["", words.evals.choose], ...known, ...(isGone ? [[action, action] as const] : [])]}
      />
      <TextArea
        {...bind("arguments", "/expected/arguments")}
        label={words.evals.arguments}
        hint={words.evals.argumentsHint}
        isCode
        rows={3}
        placeholder={'{ "order_number": "ORD-1001" }'}
      />
    </>
  );
}
