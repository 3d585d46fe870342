import type { ErasureReceipt } from "@errand/shared/conversation-view";
import { saveFile } from "../../components/save-file.ts";
import { Card } from "../../components/states.tsx";
import { formatDate } from "../../words/format.ts";
import { words } from "../../words/words.ts";
import { Counts } from "./counts.tsx";

/** What an erasure took away, to be kept as a record. */
export function Receipt({ userId, receipt }: { userId: string; receipt: ErasureReceipt }) {
  return (
    <div role="status">
      <Card
        title={words.visitors.receipt}
        text={words.visitors.erasedAt(formatDate(receipt.erasedAt))}
        aside={
          <button
            type="button"
            class="button"
            onClick={() => saveFile("erasure-receipt.json", { user_id: userId, ...receipt })}
          >
            {words.visitors.export}
          </button>
        }
      >
        <Counts counts={receipt} />
      </Card>
    </div>
  );
}
