import { type ActionView, actionSchema } from "@errand/shared/action";

/** An action as the owner API answers it, with a part of it given. For tests. */
export function sampleAction(part: Record<string, unknown> = {}): ActionView {
  const { auth: _, ...action } = actionSchema.parse({ ...LOOKUP, ...part, auth: { type: "none" } });
  const auth = (part["auth"] ?? { type: "none" }) as ActionView["auth"];
  return { ...action, auth, id: "act_1", createdAt: WHEN, updatedAt: WHEN };
}

const WHEN = "2026-11-20T08:00:00Z";
const LOOKUP = {
  identifier: "lookup_order",
  name: "Look up order",
  whenToUse: "Look up an order's status by its number.",
  enabled: true,
  method: "GET",
  url: "https://api.example.com/orders/{{order_number}}",
  parameters: [{ name: "order_number", label: "Order number", hint: "Such as ORD-123" }],
};
