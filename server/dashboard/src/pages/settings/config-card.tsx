import type { ConfigDiff } from "@errand/shared/site-config";
import type { FieldError } from "@errand/shared/wire";
import { useRef, useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/owner-api.ts";
import { may } from "../../api/role.ts";
import { settingsApi } from "../../api/settings-api.ts";
import { saveFile } from "../../components/save-file.ts";
import { Card } from "../../components/states.tsx";
import { notify } from "../../components/toast.tsx";
import { words } from "../../words/words.ts";
import type { PartProps } from "../site/part-props.ts";
import { ConfigDiffView, ConfigFaults, isEmptyDiff } from "./config-diff.tsx";

/** A file as it was compared with the site. */
interface Compared {
  config: unknown;
  diff?: ConfigDiff;
  faults?: FieldError[];
}

/** The site as a file: to take away, and to bring back after seeing what it changes. */
export function ConfigCard({ site, onSite }: PartProps) {
  const [compared, setCompared] = useState<Compared>();
  const picker = useRef<HTMLInputElement>(null);
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (thrown) {
      notify(toApiError(thrown).message, true);
    }
  };
  const download = () =>
    attempt(async () => saveFile(`${site.id}.json`, await settingsApi.readConfig(site.id)));
  const compare = async (file: File | undefined) => {
    if (picker.current) picker.current.value = "";
    const config = file && (await readJson(file));
    if (config === undefined) return file && notify(words.configCard.unreadable, true);
    try {
      setCompared({ config, diff: (await settingsApi.applyConfig(site.id, config, true)).diff });
    } catch (thrown) {
      const error = toApiError(thrown);
      setCompared({
        config,
        faults: error.errors.length > 0 ? error.errors : [{ pointer: "", message: error.message }],
      });
    }
  };
  const apply = (config: unknown) =>
    attempt(async () => {
      await settingsApi.applyConfig(site.id, config, false);
      setCompared(undefined);
      notify(words.configCard.applied);
      onSite(await api.readSite(site.id));
    });
  return (
    <Card
      title={words.configCard.title}
      text={words.configCard.text}
      aside={
        <div class="actions">
          <button type="button" class="button" onClick={() => void download()}>
            {words.configCard.download}
          </button>
          {may("editor") ? (
            <>
              <button type="button" class="button" onClick={() => picker.current?.click()}>
                {words.configCard.choose}
              </button>
              <input
                ref={picker}
                type="file"
                accept="application/json,.json"
                hidden
                aria-label={words.configCard.choose}
                onChange={(event) => void compare(event.currentTarget.files?.[0])}
              />
            </>
          ) : null}
        </div>
      }
    >
      {compared ? (
        <ComparedView
          compared={compared}
          onApply={() => void apply(compared.config)}
          onDiscard={() => setCompared(undefined)}
        />
      ) : null}
    </Card>
  );
}

function ComparedView(props: { compared: Compared; onApply: () => void; onDiscard: () => void }) {
  const { diff, faults } = props.compared;
  const canApply = diff !== undefined && !isEmptyDiff(diff);
  return (
    <div class="stack" role="status">
      {faults ? <ConfigFaults faults={faults} /> : null}
      {diff ? <ConfigDiffView diff={diff} /> : null}
      <div class="actions">
        {canApply ? (
          <button type="button" class="button primary" onClick={props.onApply}>
            {words.configCard.apply}
          </button>
        ) : null}
        <button type="button" class="button" onClick={props.onDiscard}>
          {words.configCard.discard}
        </button>
      </div>
    </div>
  );
}

async function readJson(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text()) as unknown;
  } catch {
    return undefined;
  }
}
