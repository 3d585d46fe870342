import { useState } from "preact/hooks";
import { may } from "../../api/role.ts";
import { words } from "../../words/words.ts";
import { PartHead } from "../site/part-head.tsx";
import type { PartProps } from "../site/part-props.ts";
import { ConfigCard } from "./config-card.tsx";
import { DeleteCard } from "./delete-card.tsx";
import { GeneralForm } from "./general-form.tsx";
import { HandOverForm } from "./hand-over-form.tsx";
import { ModelCard } from "./model-card.tsx";
import { WebhookCard } from "./webhook-card.tsx";

/** What a site is called, told and keeps, who answers, and the site as a whole. */
export function SettingsPart({ site, onSite }: PartProps) {
  // A document that was applied changes what every form began with.
  const [edition, setEdition] = useState(0);
  const takeOver = (changed: PartProps["site"]) => {
    onSite(changed);
    setEdition(edition + 1);
  };
  return (
    <div class="settings">
      <PartHead title={words.site.parts.settings} text={words.settings.text} />
      <GeneralForm key={`general ${edition}`} site={site} onSite={onSite} />
      <ModelCard key={`model ${edition}`} site={site} onSite={onSite} />
      <HandOverForm key={`hand-over ${edition}`} site={site} onSite={onSite} />
      <WebhookCard site={site.id} />
      <ConfigCard site={site} onSite={takeOver} />
      {may("owner") ? <DeleteCard site={site} /> : null}
    </div>
  );
}
