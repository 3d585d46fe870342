import type { ErasureReceipt } from "@errand/shared/conversation-view";
import { words } from "../../words/words.ts";

const KINDS = ["conversations", "messages", "runs", "approvals", "feedback", "sessions"] as const;

/** How many there are of each kind. */
export function Counts({ counts }: { counts: Omit<ErasureReceipt, "erasedAt"> }) {
  return (
    <dl class="figures">
      {KINDS.map((kind) => (
        <div key={kind}>
          <dt>{words.visitors[kind]}</dt>
          <dd>{counts[kind]}</dd>
        </div>
      ))}
    </dl>
  );
}
