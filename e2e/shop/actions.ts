import type { ActionDraft } from "@errand/shared/action";

/** The four actions of the sample shop, for an order API at `api` (an https origin) that asks for `apiKey`. */
export function createActions(api: string, apiKey: string): ActionDraft[] {
  const header = { type: "header", headerName: "X-API-Key", credential: apiKey } as const;
  const bearer = { type: "bearer", credential: apiKey } as const;
  return [
    {
      identifier: "lookup_order",
      name: "Look up order",
      whenToUse: "Look up the status of one order by its order number.",
      examples: [
        "Where is my order?",
        "Where is my order ORD-1001?",
        "Track my parcel",
        "Sifarişim haradadır?",
        "ORD-1001 sifarişim haradadır?",
      ],
      enabled: true,
      method: "GET",
      url: `${api}/orders/{{order_number}}`,
      parameters: [textParameter("order_number", "Order number", "Such as ORD-1001")],
      auth: header,
      progressText: { en: "Looking up your order…", az: "Sifarişiniz axtarılır…" },
    },
    {
      identifier: "list_orders",
      name: "Show my orders",
      whenToUse: "List all orders of the signed-in customer.",
      examples: ["Show my orders", "What have I ordered?", "Sifarişlərimi göstər"],
      enabled: true,
      method: "GET",
      url: `${api}/orders`,
      auth: header,
      requireVerifiedIdentity: true,
      response: {
        card: {
          layout: "list",
          items: "/orders",
          title: "{{/number}}",
          subtitle: "{{/status}}",
          fields: [{ label: "Expected on", value: "{{/expected_on}}" }],
        },
      },
      progressText: { en: "Fetching your orders…", az: "Sifarişləriniz gətirilir…" },
    },
    {
      identifier: "create_ticket",
      name: "Create ticket",
      whenToUse: "Create a support ticket when something is broken, missing or needs a person's help.",
      examples: ["Create a ticket", "Create a ticket: the zip is broken", "Müraciət yarat"],
      enabled: true,
      method: "POST",
      url: `${api}/tickets`,
      parameters: [
        textParameter("subject", "Subject", "A few words, such as Broken zip"),
        textParameter("description", "Description", "What happened, in the customer's own words"),
      ],
      body: { mode: "fields", fields: [{ name: "source", value: "chat" }] },
      auth: bearer,
      progressText: { en: "Creating your ticket…", az: "Müraciətiniz yaradılır…" },
    },
    {
      identifier: "cancel_order",
      name: "Cancel order",
      whenToUse: "Cancel an order that has not been sent yet.",
      examples: ["Cancel order ORD-1002", "Cancel my order", "ORD-1002 sifarişini ləğv et"],
      enabled: true,
      method: "DELETE",
      url: `${api}/orders/{{order_number}}`,
      parameters: [textParameter("order_number", "Order number", "Such as ORD-1002")],
      auth: header,
      requireVerifiedIdentity: true,
      progressText: { en: "Cancelling your order…", az: "Sifarişiniz ləğv edilir…" },
    },
  ];
}

function textParameter(name: string, label: string, hint: string) {
  return { name, label, hint };
}
