import { useState } from "preact/hooks";
import { SegmentedField } from "../../components/choice-field.tsx";
import { CodeBlock } from "../../components/code-block.tsx";
import { Card } from "../../components/states.tsx";
import { words } from "../../words/words.ts";
import { IDENTIFY_PAGE, IDENTIFY_SERVER, type ProofKind, type ServerLanguage } from "./samples.ts";

/** Code that proves who is signed in, in the language of the owner's server. */
export function SamplesCard() {
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
              ["ruby", "Ruby"],
              ["go", "Go"],
            ]}
            onValue={setLanguage}
          />
        </div>
        <h3>{words.install.onServer}</h3>
        <CodeBlock text={IDENTIFY_SERVER[kind][language]} label={words.install.onServer} canCopy />
        <h3>{words.install.onPage}</h3>
        <CodeBlock text={IDENTIFY_PAGE[kind]} label={words.install.onPage} canCopy />
        <p>
          <a href="/docs/sign-identity" target="_blank">
            {words.install.guide}
          </a>
        </p>
      </div>
    </Card>
  );
}
