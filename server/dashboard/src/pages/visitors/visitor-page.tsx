import type { ErasureReceipt, VisitorExport } from "@errand/shared/conversation-view";
import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { historyApi } from "../../api/history-api.ts";
import { may } from "../../api/role.ts";
import { useResource } from "../../api/use-resource.ts";
import { confirm } from "../../components/confirm.tsx";
import { Icon } from "../../components/icon.tsx";
import { usePageTitle } from "../../components/page-title.ts";
import { saveFile } from "../../components/save-file.ts";
import { Card, EmptyState, Shown } from "../../components/states.tsx";
import { notify } from "../../components/toast.tsx";
import { words } from "../../words/words.ts";
import { Counts } from "./counts.tsx";
import { Receipt } from "./receipt.tsx";

/** What is kept of one person; to hand out, or to take away. */
export function VisitorPage({ site, userId }: { site: string; userId: string }) {
  usePageTitle(userId, words.site.parts.visitors);
  const visitor = useResource(`visitor:${site}:${userId}`, () => historyApi.exportVisitor(site, userId));
  const [receipt, setReceipt] = useState<ErasureReceipt>();
  const isGone = visitor.error?.status === 404;
  return (
    <>
      <p>
        <a class="back-link" href={`/sites/${site}/visitors`}>
          <Icon name="back" />
          {words.visitors.back}
        </a>
      </p>
      <div class="page-head">
        <div>
          <h1>{userId}</h1>
        </div>
      </div>
      {receipt ? (
        <Receipt userId={userId} receipt={receipt} />
      ) : isGone ? (
        <EmptyState title={words.paging.nothingTitle} text={words.visitors.gone} />
      ) : (
        <Shown resource={visitor}>{(data) => <Kept site={site} data={data} onErased={setReceipt} />}</Shown>
      )}
    </>
  );
}

function Kept(props: { site: string; data: VisitorExport; onErased: (receipt: ErasureReceipt) => void }) {
  const { site, data, onErased } = props;
  const erase = async () => {
    const question = words.visitors.erasing(data.user_id);
    if (!(await confirm({ ...question, isDangerous: true, typed: data.user_id }))) return;
    try {
      onErased(await historyApi.eraseVisitor(site, data.user_id));
    } catch (thrown) {
      notify(toApiError(thrown).message, true);
    }
  };
  return (
    <>
      <Card title={words.visitors.kept}>
        <Counts counts={countsOf(data)} />
        <p class="link-row">
          <a href={`/sites/${site}/conversations?visitor=${encodeURIComponent(data.user_id)}`}>
            {words.visitors.seeConversations}
          </a>
        </p>
      </Card>
      <Card
        title={words.visitors.exportTitle}
        text={words.visitors.exportText}
        aside={
          <button
            type="button"
            class="button"
            onClick={() => saveFile(`visitor-${data.user_id.replaceAll(/[^\w.@-]+/g, "_")}.json`, data)}
          >
            {words.visitors.export}
          </button>
        }
      />
      {may("owner") ? (
        <Card
          title={words.visitors.eraseTitle}
          text={words.visitors.eraseText}
          aside={
            <button type="button" class="button danger-quiet" onClick={() => void erase()}>
              {words.visitors.erase}
            </button>
          }
        />
      ) : null}
    </>
  );
}

function countsOf({ conversations, sessions }: VisitorExport) {
  const sum = (key: "messages" | "runs" | "approvals" | "feedback") =>
    conversations.reduce((total, conversation) => total + conversation[key].length, 0);
  return {
    conversations: conversations.length,
    messages: sum("messages"),
    runs: sum("runs"),
    approvals: sum("approvals"),
    feedback: sum("feedback"),
    sessions: sessions.length,
  };
}
