import { actionSchema, type Action } from "@errand/shared/action";

const VERBS = ["Look up", "Cancel", "Change", "Create", "List", "Confirm", "Send", "Book", "Return", "Pay"];
const THINGS = [
  ["order", "ORD-1001"],
  ["invoice", "INV-2026-17"],
  ["booking", "BK1234"],
  ["ticket", "TCK-5001"],
  ["subscription", "SUB-77"],
] as const;
const PLACES = ["shop", "warehouse", "store", "app", "club", "hotel", "office", "school", "garage", "clinic"];

/** So many different actions, such as owners define them. */
export function createActions(count: number): Action[] {
  return Array.from({ length: count }, (_, at) => {
    const verb = VERBS[at % VERBS.length] ?? "";
    const [thing, example] = THINGS[Math.floor(at / VERBS.length) % THINGS.length] ?? THINGS[0];
    const place = PLACES[Math.floor(at / (VERBS.length * THINGS.length)) % PLACES.length] ?? "";
    const action = actionSchema.parse({
      identifier: `action_${at}`,
      name: `${verb} ${thing} at the ${place}`,
      whenToUse: `${verb} a ${thing} of the ${place} when its customer asks for it.`,
      examples: [`${verb} my ${thing}`, `I would like to ${verb.toLowerCase()} the ${thing} ${example}`],
      method: "POST",
      url: `https://api.example.com/things/${at}`,
      parameters: [
        { name: "number", label: `${thing} number`, hint: `Such as ${example}` },
        { name: "note", label: "Note", required: false },
        { name: "day", label: "Day", type: "date", required: false },
      ],
    });
    return { ...action, auth: { type: "none" } };
  });
}
