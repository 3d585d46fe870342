import type { ConversationVisitor } from "@errand/shared/conversation-view";
import type { Verification } from "@errand/shared/wire";
import type { Visitor } from "../identity/visitor.ts";
import { timestamp } from "../storage/database.ts";

/** What a conversation's row keeps of its visitor: names of what was proved, and no claim's value. */
export function toVisitorNote(visitor: Visitor): { verification: Verification; visitor: string | null } {
  const { verification } = visitor;
  if (verification === "anonymous") return { verification, visitor: null };
  const isHash = verification === "user_hash";
  const name = isHash ? visitor.declaredName : visitor.name;
  const email = isHash ? visitor.declaredEmail : visitor.email;
  const said = [...(name === undefined ? [] : ["user_name"]), ...(email === undefined ? [] : ["user_email"])];
  const claims = isHash ? [] : Object.keys(visitor.claims).filter((claim) => !STANDARD_CLAIMS.has(claim));
  const note: Omit<ConversationVisitor, "verification"> = {
    user_id: visitor.userId,
    ...(name === undefined ? {} : { user_name: name }),
    ...(email === undefined ? {} : { user_email: email }),
    proved: ["user_id", ...(isHash ? [] : [...said, ...claims])],
    declared: isHash ? said : [],
    at: timestamp(),
  };
  return { verification, visitor: JSON.stringify(note) };
}

/** Claims that say something of the token, or that stand under a name of ours (RFC 7519 §4.1). */
const STANDARD_CLAIMS = new Set(
  "iss sub aud exp nbf iat jti user_id email name user_email user_name locale".split(" "),
);

interface VisitorRow {
  visitor_key: string;
  verification: string | null;
  visitor: string | null;
}

/** The visitor of a conversation as the owner sees them. */
export function readVisitorNote(row: VisitorRow): ConversationVisitor {
  const verification = row.verification as Verification | null;
  const userId = userIdOf(row.visitor_key);
  const known = userId === undefined ? {} : { user_id: userId };
  const note = row.visitor === null ? {} : (JSON.parse(row.visitor) as Partial<ConversationVisitor>);
  return { ...known, proved: [], declared: [], at: null, ...note, verification };
}

/** The id of a visitor who has one, out of `user:<id>`. */
export function userIdOf(visitorKey: string): string | undefined {
  return visitorKey.startsWith("user:") ? visitorKey.slice("user:".length) : undefined;
}
