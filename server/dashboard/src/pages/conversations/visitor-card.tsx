import type { ConversationVisitor } from "@errand/shared/conversation-view";
import type { ComponentChildren } from "preact";
import { Card } from "../../components/states.tsx";
import { formatDate } from "../../words/format.ts";
import { words } from "../../words/words.ts";

/** Who the visitor is: what was proved, what was only said, and since when. */
export function VisitorCard({ site, visitor }: { site: string; visitor: ConversationVisitor }) {
  const { verification, user_id, user_name, user_email, proved, declared, at } = visitor;
  return (
    <Card title={words.transcript.who}>
      <dl class="facts">
        <Fact name={words.transcript.verified}>
          {words.conversations.verifications[verification ?? "unknown"]}
        </Fact>
        {user_id === undefined ? null : (
          <Fact name={words.transcript.userId}>
            <code>{user_id}</code>
          </Fact>
        )}
        {user_name === undefined ? null : <Fact name={words.transcript.name}>{user_name}</Fact>}
        {user_email === undefined ? null : <Fact name={words.transcript.email}>{user_email}</Fact>}
        {user_id === undefined ? null : (
          <>
            <Fact name={words.transcript.proved}>
              <Names names={proved} />
            </Fact>
            <Fact name={words.transcript.declared}>
              <Names names={declared} />
            </Fact>
          </>
        )}
        {at === null ? null : (
          <Fact name={words.transcript.since}>
            <time dateTime={at}>{formatDate(at)}</time>
          </Fact>
        )}
      </dl>
      {user_id === undefined ? null : (
        <p class="link-row">
          <a href={`/sites/${site}/conversations?visitor=${encodeURIComponent(user_id)}`}>
            {words.transcript.otherConversations}
          </a>
          <a href={`/sites/${site}/visitors/${encodeURIComponent(user_id)}`}>
            {words.transcript.visitorPage}
          </a>
        </p>
      )}
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Names({ names }: { names: string[] }) {
  if (names.length === 0) return <>{words.transcript.nothing}</>;
  return (
    <span class="name-list">
      {names.map((name) => (
        <code key={name}>{name}</code>
      ))}
    </span>
  );
}
