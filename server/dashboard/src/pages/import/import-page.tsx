import type { ActionImportResult } from "@errand/shared/action-import";
import { useRoute } from "preact-iso/router";
import { useState } from "preact/hooks";
import { type ImportSource, importActions } from "../../api/editing-api.ts";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/owner-api.ts";
import { useResource } from "../../api/use-resource.ts";
import { Allowed } from "../../components/allowed.tsx";
import { PageFrame } from "../../components/page-frame.tsx";
import { usePageTitle } from "../../components/page-title.ts";
import { ErrorState } from "../../components/states.tsx";
import { words } from "../../words/words.ts";
import { PartHead } from "../site/part-head.tsx";
import { DraftReview } from "./draft-review.tsx";
import { SourceForm } from "./source-form.tsx";

/** Drafts of actions from an OpenAPI document or a cURL command, to look at, rename, tick and open. */
export function ImportPage() {
  const { site = "" } = useRoute().params;
  const [result, setResult] = useState<ActionImportResult>();
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const siteName = useResource(`site:${site}`, () => api.readSite(site)).data?.name;
  usePageTitle(words.importing.title, siteName);
  const read = async (source: ImportSource) => {
    setBusy(true);
    setFailure(undefined);
    try {
      setResult(await importActions(site, source));
    } catch (thrown) {
      const error = toApiError(thrown);
      setFailure(error.errors[0]?.message ?? error.message);
      setResult(undefined);
    }
    setBusy(false);
  };
  return (
    <PageFrame
      crumbs={[
        { text: siteName ?? words.site.unnamed, href: `/sites/${site}/actions` },
        { text: words.importing.title, href: `/sites/${site}/actions/import` },
      ]}
    >
      <div class="page-column">
        <PartHead title={words.importing.title} text={words.importing.text} />
        <Allowed least="editor">
          <SourceForm isBusy={isBusy} onRead={(source) => void read(source)} />
        </Allowed>
        <div aria-live="polite">
          {failure ? <ErrorState message={failure} /> : null}
          {result ? <DraftReview key={JSON.stringify(result).length} site={site} result={result} /> : null}
        </div>
      </div>
    </PageFrame>
  );
}
