import type { RequestView, ResponseView } from "@errand/shared/action-test";
import { words } from "../words/words.ts";
import { CodeBlock } from "./code-block.tsx";

/** A request as it left and the answer as it came, where there are any. */
export function Exchange(props: { request?: RequestView | undefined; response?: ResponseView | undefined }) {
  const { request, response } = props;
  return (
    <div class="exchange">
      <section>
        <h3>{words.exchange.request}</h3>
        {request ? (
          <>
            <p class="request-line">
              <strong>{request.method}</strong> {request.url}
            </p>
            <Headers headers={request.headers} isOpen />
            <Body text={request.body} label={words.exchange.requestBody} />
          </>
        ) : (
          <p class="muted">{words.exchange.noRequest}</p>
        )}
      </section>
      <section>
        <h3>{words.exchange.response}</h3>
        {response ? (
          <>
            <p class="request-line">
              <strong>{response.status}</strong> {words.exchange.reason(response.status)}
            </p>
            <Headers headers={response.headers} />
            <Body text={response.body} label={words.exchange.responseBody} />
            {response.truncated ? <p class="muted">{words.exchange.truncated}</p> : null}
          </>
        ) : (
          <p class="muted">{words.exchange.noResponse}</p>
        )}
      </section>
    </div>
  );
}

function Headers({ headers, isOpen = false }: { headers: Record<string, string>; isOpen?: boolean }) {
  const entries = Object.entries(headers);
  if (entries.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>{words.exchange.headers(entries.length)}</summary>
      <dl class="headers">
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Body({ text, label }: { text: string | null; label: string }) {
  if (!text) return <p class="muted">{words.exchange.noBody}</p>;
  return <CodeBlock text={prettyJson(text)} label={label} />;
}

/** JSON on several lines; any other text as it is. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
