import type { IdentityCheckLine, IdentityCheckResult } from "@errand/shared/identity-check";
import { useState } from "preact/hooks";
import { toApiError } from "../../api/api-error.ts";
import { identityApi } from "../../api/identity-api.ts";
import { SegmentedField } from "../../components/choice-field.tsx";
import { CodeBlock } from "../../components/code-block.tsx";
import { Icon } from "../../components/icon.tsx";
import { Card, ErrorState } from "../../components/states.tsx";
import { TextArea, TextField } from "../../components/text-field.tsx";
import { inOwnWords, problemInWords } from "../../words/in-own-words.ts";
import { Form } from "../../components/form.tsx";
import { words } from "../../words/words.ts";

/** A proof put in as the page would hand it over, judged rule by rule. */
export function IdentityCheck({ site }: { site: string }) {
  const [kind, setKind] = useState<"jwt" | "user_hash">("jwt");
  const [token, setToken] = useState("");
  const [user, setUser] = useState({ user_id: "", user_hash: "" });
  const [result, setResult] = useState<IdentityCheckResult>();
  const [failure, setFailure] = useState<string>();
  const check = async () => {
    setFailure(undefined);
    try {
      setResult(await identityApi.check(site, kind === "jwt" ? { token: token.trim() } : user));
    } catch (thrown) {
      setResult(undefined);
      setFailure(toApiError(thrown).message);
    }
  };
  return (
    <Card title={words.check.title} text={words.check.text}>
      <Form class="stack" onSubmit={check}>
        <SegmentedField
          label={words.install.proof}
          isLabelHidden
          value={kind}
          options={[
            ["jwt", words.identity.kinds.jwt],
            ["user_hash", words.identity.kinds.user_hash],
          ]}
          onValue={(next) => {
            setKind(next);
            setResult(undefined);
          }}
        />
        {kind === "jwt" ? (
          <TextArea label={words.check.token} isCode rows={4} value={token} onValue={setToken} />
        ) : (
          <div class="columns">
            {(["user_id", "user_hash"] as const).map((name) => (
              <TextField
                key={name}
                label={name}
                isCode
                autocomplete="off"
                value={user[name]}
                onValue={(value) => setUser({ ...user, [name]: value })}
              />
            ))}
          </div>
        )}
        <div>
          <button type="submit" class="button">
            {words.check.submit}
          </button>
        </div>
      </Form>
      <div class="test-outcome" aria-live="polite">
        {failure ? <ErrorState message={failure} /> : null}
        {result ? <CheckResult result={result} /> : null}
      </div>
    </Card>
  );
}

function CheckResult({ result }: { result: IdentityCheckResult }) {
  const { valid, message, code, checks, receives, claims } = result;
  return (
    <div class="stack">
      <p class="result-line">
        <span class={valid ? "badge good" : "badge bad"}>
          {valid ? words.check.valid : words.check.invalid}
        </span>
        {message === undefined ? null : problemInWords({ title: message, code })}
      </p>
      <ul class="check-list">
        {checks.map((line) => (
          <CheckLine key={line.rule} line={line} />
        ))}
      </ul>
      {receives && receives.headers.length > 0 ? (
        <>
          <h3>{words.check.receives}</h3>
          <CodeBlock text={receivedText(receives)} label={words.check.receives} />
        </>
      ) : null}
      {claims ? (
        <details>
          <summary>{words.check.claims}</summary>
          <CodeBlock text={JSON.stringify(claims, null, 2)} label={words.check.claims} />
        </details>
      ) : null}
    </div>
  );
}

function CheckLine({ line: { rule, ok, detail } }: { line: IdentityCheckLine }) {
  const state = ok === null ? "unjudged" : ok ? "holds" : "fails";
  return (
    <li class={state}>
      <span class="check-mark">{ok === null ? "–" : <Icon name={ok ? "check" : "close"} />}</span>
      <div>
        <strong>{words.check.rules[rule]}</strong>
        <span class="visually-hidden"> {words.check.states[state]}</span>
        <p class="muted">{inOwnWords(detail)}</p>
      </div>
    </li>
  );
}

function receivedText({ headers, body }: NonNullable<IdentityCheckResult["receives"]>): string {
  const lines = headers.map(({ name, value }) => `${name}: ${value}`);
  const fields = Object.fromEntries(body.map(({ name, value }) => [name, value]));
  return body.length === 0 ? lines.join("\n") : `${lines.join("\n")}\n\n${JSON.stringify(fields, null, 2)}`;
}
