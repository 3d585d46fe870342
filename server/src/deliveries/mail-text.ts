import type { DeliveryEvent, EventVisitor, TranscriptLine } from "./delivery.ts";

/** An event as a mail to the owner, in plain text. */
export function mailText(event: DeliveryEvent): { subject: string; text: string } {
  const { site, visitor, conversation } = event.data;
  const who = nameOf(visitor);
  const lines = [`Site: ${site.name}`, `Visitor: ${describe(visitor)}`, `Conversation: ${conversation}`, ""];
  if (event.type === "conversation.message") {
    const { text, at } = event.data.message;
    return {
      subject: oneLine(`${who} wrote on ${site.name}`),
      text: [...lines, `${at}  Visitor`, text].join("\n"),
    };
  }
  const { reason, transcript } = event.data;
  return {
    subject: oneLine(`${who} asks for a person on ${site.name}`),
    text: [...(reason ? [`Why: ${reason}`] : []), ...lines, ...transcript.flatMap(toLines)].join("\n"),
  };
}

type Field = "user_id" | "user_name" | "user_email";

const nameOf = (visitor: EventVisitor): string =>
  tell(visitor, "user_name", "user_email", "user_id")[0] ?? "A visitor";

/** Those of the fields that have a value, each marked unless it was proved. */
function tell(visitor: EventVisitor, ...fields: Field[]): string[] {
  return fields.flatMap((name) => {
    const value = visitor[name];
    return value ? [`${value}${visitor.verified.includes(name) ? "" : " (not verified)"}`] : [];
  });
}

function describe(visitor: EventVisitor): string {
  const known = tell(visitor, "user_id", "user_name", "user_email");
  const contact = visitor.contact ? [`${visitor.contact} (as they wrote)`] : [];
  return [...known, ...contact].join(", ") || "not signed in";
}

const NAMES: Record<TranscriptLine["role"], string> = {
  visitor: "Visitor",
  assistant: "Assistant",
  person: "Team",
};

function toLines({ role, text, at, actions = [] }: TranscriptLine): string[] {
  const did = actions.map(({ name, state }) => `[${name}: ${state}]`);
  return [`${at}  ${NAMES[role]}`, ...did, ...(text ? [text] : []), ""];
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").slice(0, 200);
