import type { InvitedMember } from "@errand/shared/team";
import { CodeBlock } from "../../components/code-block.tsx";
import { words } from "../../words/words.ts";

/** A password just made for somebody: it can be copied here and nowhere else. */
export function OneTimePassword({ member, onDone }: { member: InvitedMember; onDone: () => void }) {
  return (
    <div class="note warning stack page-note" role="status">
      <p>
        <strong>{words.team.onceTitle(member.name)}</strong> {words.team.onceText}
      </p>
      <CodeBlock text={member.password} label={words.team.oneTime} canCopy />
      <div class="actions">
        <button type="button" class="button small" onClick={onDone}>
          {words.team.onceDone}
        </button>
      </div>
    </div>
  );
}
