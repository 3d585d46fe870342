import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { type CredentialKind, identityApi } from "../../api/identity-api.ts";
import { may } from "../../api/role.ts";
import { confirm } from "../../components/confirm.tsx";
import { TextField } from "../../components/text-field.tsx";
import { notify } from "../../components/toast.tsx";
import { formatAgo, formatDay } from "../../words/format.ts";
import { words } from "../../words/words.ts";

/** What secrets and keys have in common. Times are ISO 8601 UTC. */
interface Credential {
  id: string;
  label: string;
  createdAt: string;
  lastUsedAt: string | null;
  endsAt: string | null;
  /** Told after the label, such as a key's algorithm. */
  note?: string;
}

interface CredentialListProps {
  site: string;
  kind: CredentialKind;
  list: readonly Credential[];
  onChange: () => Promise<void>;
}

/** The secrets or keys there are, with their ends. */
export function CredentialList({ site, kind, list, onChange }: CredentialListProps) {
  if (list.length === 0) return <p class="muted">{words.identity.none[kind]}</p>;
  return (
    <ul class="plain-list">
      {list.map((credential) => (
        <Item key={credential.id} site={site} kind={kind} credential={credential} onChange={onChange} />
      ))}
    </ul>
  );
}

type ItemProps = Omit<CredentialListProps, "list"> & { credential: Credential };

function Item({ site, kind, credential, onChange }: ItemProps) {
  const [isEnding, setEnding] = useState(false);
  const label = credential.label || words.identity.unnamed[kind];
  const attempt = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      notify(done);
    } catch (thrown) {
      notify(toApiError(thrown).message, true);
    }
    await onChange();
  };
  const remove = async () => {
    if (!(await confirm({ ...words.identity.remove(label), isDangerous: true }))) return;
    await attempt(() => identityApi.remove(site, kind, credential.id), words.identity.removed);
  };
  const end = async (endsAt: string | null) => {
    setEnding(false);
    await attempt(() => identityApi.setEnd(site, kind, credential.id, endsAt), words.saved);
  };
  return (
    <li class="credential">
      <div>
        <strong>{label}</strong> {credential.note ? <code>{credential.note}</code> : null}
        <p class="muted">
          {words.identity.made(formatDay(credential.createdAt))} ·{" "}
          {credential.lastUsedAt
            ? words.identity.used(formatAgo(credential.lastUsedAt))
            : words.identity.neverUsed}
          <Ends endsAt={credential.endsAt} />
        </p>
      </div>
      {may("owner") ? (
        <div class="actions">
          <button
            type="button"
            class="button small"
            aria-expanded={isEnding}
            onClick={() => setEnding(!isEnding)}
          >
            {words.identity.setEnd}
            <span class="visually-hidden"> {label}</span>
          </button>
          <button type="button" class="button small danger-quiet" onClick={() => void remove()}>
            {words.remove}
            <span class="visually-hidden"> {label}</span>
          </button>
        </div>
      ) : null}
      {isEnding ? <EndForm endsAt={credential.endsAt} onEnd={(at) => void end(at)} /> : null}
    </li>
  );
}

function Ends({ endsAt }: { endsAt: string | null }) {
  if (endsAt === null) return null;
  const isOver = Date.parse(endsAt) <= Date.now();
  return (
    <>
      {" "}
      ·{" "}
      <span class={isOver ? "has-ended" : undefined}>
        {isOver ? words.identity.ended(formatDay(endsAt)) : words.identity.ends(formatDay(endsAt))}
      </span>
    </>
  );
}

/** The day from which on nothing signed with it counts. */
function EndForm({ endsAt, onEnd }: { endsAt: string | null; onEnd: (endsAt: string | null) => void }) {
  const [day, setDay] = useState(endsAt?.slice(0, 10) ?? "");
  return (
    <form
      class="row with-button end-form"
      onSubmit={(event) => {
        event.preventDefault();
        onEnd(day === "" ? null : `${day}T00:00:00Z`);
      }}
    >
      <TextField
        label={words.identity.endDay}
        hint={words.identity.endDayHint}
        type="date"
        isFocused
        value={day}
        onValue={setDay}
      />
      <button type="submit" class="button">
        {day === "" ? words.identity.noEnd : words.save}
      </button>
    </form>
  );
}
