import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { historyApi } from "../../api/history-api.ts";
import { may } from "../../api/role.ts";
import { Card } from "../../components/states.tsx";
import { TextArea } from "../../components/text-field.tsx";
import { notify } from "../../components/toast.tsx";
import { words } from "../../words/words.ts";

/** Answers the visitor as a person while the assistant is silent, and hands the conversation back to it. */
export function AnswerForm(props: { site: string; id: string; onAnswered: () => void }) {
  const [text, setText] = useState("");
  const [isBusy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<unknown>, done: () => void) => {
    setBusy(true);
    try {
      await work();
      done();
      props.onAnswered();
    } catch (thrown) {
      notify(toApiError(thrown).message, true);
    }
    setBusy(false);
  };
  const send = () =>
    attempt(
      () => historyApi.answer(props.site, props.id, text.trim()),
      () => setText(""),
    );
  const handBack = () =>
    attempt(
      () => historyApi.handBack(props.site, props.id),
      () => notify(words.transcript.handedBack),
    );
  if (!may("editor")) return null;
  return (
    <Card title={words.conversations.handedOver} text={words.transcript.handedOverText}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextArea
          label={words.transcript.answer}
          value={text}
          onValue={setText}
          maxLength={4_000}
          dir="auto"
          required
        />
        <div class="actions">
          <button type="submit" class="button primary" disabled={isBusy || text.trim() === ""}>
            {words.transcript.send}
          </button>
          <button type="button" class="button" disabled={isBusy} onClick={() => void handBack()}>
            {words.transcript.handBack}
          </button>
        </div>
      </form>
    </Card>
  );
}
