import { defaultContentType } from "@errand/shared/request-body";
import { words } from "../../../words/words.ts";
import type { ActionForm } from "../action-form.ts";
import { hasBody, toInput } from "../action-input.ts";

/** A header that every call carries, and what it holds. */
type SentHeader = readonly [name: string, value: string];

/** What Errand sends by itself, to read: a header of the same name in the list above takes its place. */
export function DefaultHeaders({ form }: { form: ActionForm }) {
  const own = new Set(form.headers.map(({ name }) => name.trim().toLowerCase()));
  const headers = sentHeaders(form);
  return (
    <details class="default-headers">
      <summary>{words.pairs.sentHeaders(headers.length)}</summary>
      <dl class="headers">
        {headers.map(([name, value]) => (
          <div key={name} class={own.has(name.toLowerCase()) ? "is-replaced" : undefined}>
            <dt>{name}</dt>
            <dd>{own.has(name.toLowerCase()) ? words.pairs.replaced : value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function sentHeaders(form: ActionForm): SentHeader[] {
  const says = words.pairs.sent;
  const identity: SentHeader[] = [
    ["X-User-Id", says.userId],
    ["X-User-Hash", says.userHash],
    ["X-User-Verified", says.verified],
  ];
  return [
    ["Origin", location.origin],
    ["Locale", says.locale],
    ["Accept-Language", says.locale],
    ...(hasBody(form.method) ? [["Content-Type", defaultContentType(toInput(form).body)] as const] : []),
    ["X-Requested-With", "XMLHttpRequest"],
    ["User-Agent", "Errand"],
    ...(form.method === "GET" ? [] : [["Idempotency-Key", says.run] as const]),
    ["traceparent", says.trace],
    ...(form.sendVisitorIdentity ? identity : []),
    ["webhook-id, webhook-timestamp, webhook-signature", says.signature],
    ["X-Errand-Assertion", says.assertion],
  ];
}
