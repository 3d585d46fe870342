import { useState } from "preact/hooks";
import type { ImportSource } from "../../api/editing-api.ts";
import { SegmentedField } from "../../components/choice-field.tsx";
import { FieldFrame } from "../../components/field-frame.tsx";
import { Card } from "../../components/states.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { Form } from "../../components/form.tsx";
import { words } from "../../words/words.ts";

type Kind = "openapi" | "address" | "curl";

interface SourceFormProps {
  isBusy: boolean;
  onRead: (source: ImportSource) => void;
}

/** What drafts are made from: a document typed, chosen or fetched, or a command. */
export function SourceForm({ isBusy, onRead }: SourceFormProps) {
  const [kind, setKind] = useState<Kind>("openapi");
  const [texts, setTexts] = useState<Record<Kind, string>>({ openapi: "", address: "", curl: "" });
  const [isEmpty, setEmpty] = useState(false);
  const text = texts[kind];
  const change = (value: string) => {
    setTexts({ ...texts, [kind]: value });
    setEmpty(false);
  };
  const submit = () => {
    if (text.trim() === "") return setEmpty(true);
    onRead(kind === "curl" ? { curl: text } : { openapi: kind === "address" ? text.trim() : text });
  };
  const field = { value: text, onValue: change, problem: isEmpty ? words.faults.empty : undefined };
  return (
    <Card>
      <Form class="stack" onSubmit={submit}>
        <SegmentedField
          label={words.importing.from}
          value={kind}
          options={[
            ["openapi", words.importing.kinds.openapi],
            ["address", words.importing.kinds.address],
            ["curl", words.importing.kinds.curl],
          ]}
          onValue={(next) => {
            setKind(next);
            setEmpty(false);
          }}
        />
        {kind === "openapi" ? (
          <>
            <TextArea
              {...field}
              label={words.importing.document}
              hint={words.importing.documentHint}
              isCode
              rows={8}
              required
            />
            <FileField onText={change} />
          </>
        ) : null}
        {kind === "address" ? (
          <TextField
            {...field}
            label={words.importing.address}
            hint={words.importing.addressHint}
            type="url"
            isCode
            required
            placeholder="https://api.example.com/openapi.json"
          />
        ) : null}
        {kind === "curl" ? (
          <TextArea
            {...field}
            label={words.importing.command}
            hint={words.importing.commandHint}
            isCode
            rows={5}
            required
            placeholder="curl https://api.example.com/orders/ORD-1001 -H 'X-Shop: acme'"
          />
        ) : null}
        <div>
          <button type="submit" class="button primary" disabled={isBusy}>
            {isBusy ? words.importing.reading : words.importing.read}
          </button>
        </div>
      </Form>
    </Card>
  );
}

function FileField({ onText }: { onText: (text: string) => void }) {
  return (
    <FieldFrame label={words.importing.file}>
      {(control) => (
        <input
          {...control}
          type="file"
          class="file"
          accept=".json,.yaml,.yml,application/json,application/yaml"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void file.text().then(onText);
          }}
        />
      )}
    </FieldFrame>
  );
}
