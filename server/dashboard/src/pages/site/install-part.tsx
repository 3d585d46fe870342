import { api } from "../../api/owner-api.ts";
import { useResource } from "../../api/use-resource.ts";
import { CodeBlock } from "../../components/code-block.tsx";
import { Card, Shown } from "../../components/states.tsx";
import { words } from "../../words/words.ts";
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
      <Card
        title={words.install.identifyTitle}
        text={words.install.identifyText}
        aside={
          <a class="button" href={`/sites/${site.id}/identity`}>
            {words.site.parts.identity}
          </a>
        }
      />
    </>
  );
}
