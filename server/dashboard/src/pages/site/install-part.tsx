import { useState } from "preact/hooks";
import { api } from "../../api/owner-api.ts";
import { useResource } from "../../api/use-resource.ts";
import { SegmentedField } from "../../components/choice-field.tsx";
import { CodeBlock } from "../../components/code-block.tsx";
import { Card, Shown } from "../../components/states.tsx";
import { words } from "../../words/words.ts";
import { IDENTIFY_PAGE, IDENTIFY_SERVER, type ProofKind, type ServerLanguage } from "./identify-samples.ts";
import { OriginsCard } from "./origins-card.tsx";
import { PartHead } from "./part-head.tsx";
import type { PartProps } from "./part-props.ts";

/** How the widget comes onto the owner's pages, and how those tell it who is there. */
export function InstallPart({ site, onSite }: PartProps) {
  const snippet = useResource(`snippet:${site.id}`, () => api.readSnippet(site.id));
  return (
    <>
      <PartHead title={words.site.parts.install} text={words.install.text} />
      <Card title={words.install.tagTitle} text={words.install.tagText}>
        <Shown resource={snippet}>
          {(html) => <CodeBlock text={html} label={words.install.tagTitle} canCopy />}
        </Shown>
      </Card>
      <OriginsCard site={site} onSite={onSite} />
      <IdentifyCard site={site.id} />
    </>
  );
}

function IdentifyCard({ site }: { site: string }) {
  const [kind, setKind] = useState<ProofKind>("jwt");
  const [language, setLanguage] = useState<ServerLanguage>("node");
  return (
    <Card title={words.install.identifyTitle} text={words.install.identifyText}>
      <div class="stack">
        <div class="columns">
          <SegmentedField
            label={words.install.proof}
            value={kind}
            options={[
              ["jwt", words.identity.kinds.jwt],
              ["user_hash", words.identity.kinds.user_hash],
            ]}
            onValue={setKind}
            hint={words.install.proofHints[kind]}
          />
          <SegmentedField
            label={words.install.language}
            value={language}
            options={[
              ["node", "Node.js"],
              ["php", "PHP"],
              ["python", "Python"],
            ]}
            onValue={setLanguage}
          />
        </div>
        <h3>{words.install.onServer}</h3>
        <CodeBlock text={IDENTIFY_SERVER[kind][language]} label={words.install.onServer} canCopy />
        <h3>{words.install.onPage}</h3>
        <CodeBlock text={IDENTIFY_PAGE[kind]} label={words.install.onPage} canCopy />
        <p class="muted">
          {words.install.secretsBefore} <a href={`/sites/${site}/identity`}>{words.site.parts.identity}</a>.
        </p>
      </div>
    </Card>
  );
}
