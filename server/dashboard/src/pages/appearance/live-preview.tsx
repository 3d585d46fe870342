import type { PreviewView } from "@errand/shared/preview";
import type { SiteView } from "@errand/shared/site";
import { useEffect, useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/owner-api.ts";
import { may } from "../../api/role.ts";
import { SegmentedField } from "../../components/choice-field.tsx";
import { ErrorState } from "../../components/states.tsx";
import type { FormModel } from "../../forms/form-model.ts";
import { PreviewFrame } from "../../try/preview-frame.tsx";
import { words } from "../../words/words.ts";
import { type AppearanceForm, toAppearance } from "./appearance-form.ts";

/** Long enough to go on typing without a new preview for every letter. */
const FOLLOW_AFTER_MS = 700;

interface LivePreviewProps {
  site: SiteView;
  model: FormModel<AppearanceForm>;
}

/** The real widget as it would be with what is on the page; it waits while something there is wrong. */
export function LivePreview(props: LivePreviewProps) {
  return may("editor") ? <Following {...props} /> : null;
}

function Following({ site, model }: LivePreviewProps) {
  const [preview, setPreview] = useState<PreviewView>();
  const [failure, setFailure] = useState<string>();
  const [mode, setMode] = useState<"inline" | "launcher">("inline");
  const settings = model.problems.value.length === 0 ? JSON.stringify(toAppearance(model.form.value)) : "";
  useEffect(() => {
    if (settings === "") return undefined;
    let isCurrent = true;
    const follow = async () => {
      const body = {
        visitor: { verification: "anonymous" as const },
        settings: JSON.parse(settings) as Record<string, unknown>,
      };
      try {
        const begun = await api.beginPreview(site.id, body);
        if (isCurrent) setPreview(begun);
        setFailure(undefined);
      } catch (thrown) {
        setFailure(toApiError(thrown).message);
      }
    };
    const timer = setTimeout(() => void follow(), preview ? FOLLOW_AFTER_MS : 0);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [settings]);
  if (failure) return <ErrorState message={failure} />;
  if (!preview) return <p class="preview-frame is-empty">{words.loading}</p>;
  return (
    <div class="stack">
      <SegmentedField
        label={words.appearance.shown}
        isLabelHidden
        value={mode}
        options={[
          ["inline", words.appearance.modes.inline],
          ["launcher", words.appearance.modes.launcher],
        ]}
        onValue={setMode}
      />
      <PreviewFrame preview={preview} mode={mode} />
    </div>
  );
}
