import type { ConfigDiff } from "@errand/shared/site-config";
import type { FieldError } from "@errand/shared/wire";
import { Note } from "../../components/states.tsx";
import { TableFrame } from "../../components/table-frame.tsx";
import { words } from "../../words/words.ts";

/** Whether a document says what the site is already. */
export function isEmptyDiff({ settings, losesModelKey, actions, evals }: ConfigDiff): boolean {
  const { added, removed, changed } = actions;
  const counts = [settings.length, added.length, removed.length, changed.length, evals.added, evals.removed];
  return !losesModelKey && counts.every((count) => count === 0);
}

/** What a document changes: settings side by side, and actions by name. */
export function ConfigDiffView({ diff }: { diff: ConfigDiff }) {
  const { settings, actions, evals } = diff;
  if (isEmptyDiff(diff)) return <Note>{words.configCard.same}</Note>;
  return (
    <>
      <h3>{words.configCard.changes}</h3>
      {settings.length > 0 ? <SettingsTable settings={settings} /> : null}
      {diff.losesModelKey ? (
        <p>
          <span class="badge warn">{words.configCard.losesModelKey}</span>
        </p>
      ) : null}
      <Names title={words.configCard.added} names={actions.added} />
      <Names title={words.configCard.removed} names={actions.removed} />
      {actions.changed.length > 0 ? (
        <section>
          <h4>{words.configCard.changed}</h4>
          <ul class="diff-list">
            {actions.changed.map(({ identifier, fields, losesCredential }) => (
              <li key={identifier}>
                <code>{identifier}</code> <span class="muted">{fields.join(", ")}</span>
                {losesCredential ? <span class="badge warn">{words.configCard.losesKey}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {evals.added + evals.removed > 0 ? (
        <p>{words.configCard.evals(String(evals.added), String(evals.removed))}</p>
      ) : null}
    </>
  );
}

function SettingsTable({ settings }: Pick<ConfigDiff, "settings">) {
  return (
    <TableFrame label={words.configCard.changes} isStacked>
      <thead>
        <tr>
          <th scope="col">{words.configCard.setting}</th>
          <th scope="col">{words.configCard.before}</th>
          <th scope="col">{words.configCard.after}</th>
        </tr>
      </thead>
      <tbody>
        {settings.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">
              <code>{field}</code>
            </th>
            <td class="diff-value" data-label={words.configCard.before}>
              {JSON.stringify(before)}
            </td>
            <td class="diff-value" data-label={words.configCard.after}>
              {JSON.stringify(after)}
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function Names({ title, names }: { title: string; names: string[] }) {
  if (names.length === 0) return null;
  return (
    <section>
      <h4>{title}</h4>
      <p class="name-list">
        {names.map((name) => (
          <code key={name}>{name}</code>
        ))}
      </p>
    </section>
  );
}

/** Why a document cannot be applied, place by place. */
export function ConfigFaults({ faults }: { faults: FieldError[] }) {
  return (
    <Note tone="warning">
      <strong>{words.configCard.faults}</strong>
      <ul class="diff-list">
        {faults.map(({ pointer, message }) => (
          <li key={pointer + message}>
            {pointer ? <code>{pointer}</code> : null} {message}
          </li>
        ))}
      </ul>
    </Note>
  );
}
