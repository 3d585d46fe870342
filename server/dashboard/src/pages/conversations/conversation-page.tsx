import type { ConversationView } from "@errand/shared/conversation-view";
import { useLocation } from "preact-iso/router";
import { useEffect } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { historyApi } from "../../api/history-api.ts";
import { may } from "../../api/role.ts";
import { type Resource, useResource } from "../../api/use-resource.ts";
import { confirm } from "../../components/confirm.tsx";
import { Icon } from "../../components/icon.tsx";
import { usePageTitle } from "../../components/page-title.ts";
import { Shown } from "../../components/states.tsx";
import { notify } from "../../components/toast.tsx";
import { formatDate } from "../../words/format.ts";
import { words } from "../../words/words.ts";
import { AnswerForm } from "./answer-form.tsx";
import { Transcript } from "./transcript.tsx";
import { VisitorCard } from "./visitor-card.tsx";

/** While a person answers, the visitor may write at any moment, in milliseconds. */
const WATCH_MS = 5_000;

/** One conversation: what was said, what was done, and who the visitor is. */
export function ConversationPage({ site, id }: { site: string; id: string }) {
  usePageTitle(words.transcript.title, words.site.parts.conversations);
  const conversation = useResource(`conversation:${site}:${id}`, () => historyApi.readConversation(site, id));
  useWatch(conversation);
  return (
    <>
      <p>
        <a class="back-link" href={`/sites/${site}/conversations`}>
          <Icon name="back" />
          {words.transcript.back}
        </a>
      </p>
      <Shown resource={conversation}>
        {(data) => (
          <>
            <Head conversation={data} />
            <VisitorCard site={site} visitor={data.visitor} />
            <Transcript site={site} conversation={data} />
            {data.handedOverAt ? (
              <AnswerForm site={site} id={id} onAnswered={() => void conversation.reload()} />
            ) : null}
            {may("owner") ? <Erase site={site} id={id} /> : null}
          </>
        )}
      </Shown>
    </>
  );
}

function useWatch({ data, reload }: Resource<ConversationView>): void {
  const isHandedOver = Boolean(data?.handedOverAt);
  useEffect(() => {
    if (!isHandedOver) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void reload();
    }, WATCH_MS);
    return () => clearInterval(timer);
  }, [isHandedOver]);
}

function Head({ conversation }: { conversation: ConversationView }) {
  return (
    <div class="page-head">
      <div>
        <h1>{words.transcript.title}</h1>
        <p class="muted">
          {words.transcript.startedAt}{" "}
          <time dateTime={conversation.createdAt}>{formatDate(conversation.createdAt)}</time>
          {" · "}
          {words.transcript.lastAt}{" "}
          <time dateTime={conversation.updatedAt}>{formatDate(conversation.updatedAt)}</time>
        </p>
      </div>
      {conversation.handedOverAt ? <span class="badge warn">{words.conversations.handedOver}</span> : null}
    </div>
  );
}

function Erase({ site, id }: { site: string; id: string }) {
  const { route } = useLocation();
  const erase = async () => {
    if (!(await confirm({ ...words.transcript.erasing, isDangerous: true }))) return;
    try {
      await historyApi.eraseConversation(site, id);
      notify(words.transcript.erased);
      route(`/sites/${site}/conversations`, true);
    } catch (thrown) {
      notify(toApiError(thrown).message, true);
    }
  };
  return (
    <div class="actions page-foot">
      <button type="button" class="button danger-quiet" onClick={() => void erase()}>
        {words.transcript.erase}
      </button>
    </div>
  );
}
