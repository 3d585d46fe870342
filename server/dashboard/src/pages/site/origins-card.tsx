import { SETTING_ROLES } from "@errand/shared/setting-roles";
import { Icon } from "../../components/icon.tsx";
import { Card, Note } from "../../components/states.tsx";
import { TextField } from "../../components/text-field.tsx";
import { type Keyed, addedRow, changeRow, isAdded, keyed, removeRow } from "../../forms/rows.ts";
import { words } from "../../words/words.ts";
import { SiteForm } from "./site-form.tsx";
import type { PartProps } from "./part-props.ts";
import { useSiteForm } from "./use-site-form.ts";

interface OriginsForm {
  origins: (Keyed & { origin: string })[];
}

/** Which pages may carry this site's widget. */
export function OriginsCard({ site, onSite }: PartProps) {
  const state = useSiteForm<OriginsForm>({
    site,
    onSite,
    toForm: (from) => ({ origins: from.allowedOrigins.map((origin) => keyed({ origin })) }),
    toSettings: ({ origins }) => ({ allowedOrigins: origins.map((row) => row.origin) }),
  });
  const { model } = state;
  const { origins } = model.form.value;
  return (
    <Card title={words.install.originsTitle} text={words.install.originsText}>
      <SiteForm class="stack" state={state} least={SETTING_ROLES.allowedOrigins}>
        {origins.length === 0 ? <Note tone="warning">{words.install.noOrigins}</Note> : null}
        <div class="rows">
          {origins.map((row, index) => (
            <div class="row" key={row.key}>
              <TextField
                {...model.field(`/allowedOrigins/${index}`)}
                isFocused={isAdded(row)}
                label={words.install.origin(index + 1)}
                isLabelHidden
                type="url"
                isCode
                placeholder="https://www.example.com"
                value={row.origin}
                onValue={(origin) => model.change({ origins: changeRow(origins, row.key, { origin }) })}
              />
              <button
                type="button"
                class="icon-button"
                aria-label={words.install.removeOrigin(row.origin)}
                onClick={() => model.change({ origins: removeRow(origins, row.key) })}
              >
                <Icon name="close" />
              </button>
            </div>
          ))}
          <button
            type="button"
            class="button small add"
            onClick={() => model.change({ origins: [...origins, addedRow({ origin: "" })] })}
          >
            <Icon name="plus" />
            {words.install.addOrigin}
          </button>
        </div>
      </SiteForm>
    </Card>
  );
}
