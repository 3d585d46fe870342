const DAY_MS = 24 * 60 * 60 * 1_000;

/** The only customer of the sample shop. */
export const CUSTOMER = {
  user_id: "cus_4821",
  email: "aysel@example.com",
  name: "Aysel Mammadova",
  plan: "gold",
} as const;

/** An order as the API answers it. Dates are ISO 8601. */
export interface Order {
  number: string;
  status: "processing" | "in transit" | "delivered" | "cancelled";
  placed_on: string;
  expected_on: string | null;
  carrier: string | null;
  items: string[];
  total: string;
}

/** A ticket as the API answers it. */
interface Ticket {
  number: string;
  status: "open";
  subject: string;
  from: string;
}

/** The shop's books, in memory: each start begins with the same three orders. */
export interface Books {
  orders: Map<string, Order>;
  openTicket: (subject: string, from: string) => Ticket;
}

/** Opens the books with dates around `now`. */
export function openBooks(now = new Date()): Books {
  const day = (offset: number) => new Date(now.getTime() + offset * DAY_MS).toISOString().slice(0, 10);
  const orders: Order[] = [
    {
      number: "ORD-1001",
      status: "in transit",
      placed_on: day(-3),
      expected_on: day(2),
      carrier: "Nordpost",
      items: ["1 × Stormfell jacket"],
      total: "189.00 EUR",
    },
    {
      number: "ORD-1002",
      status: "processing",
      placed_on: day(-1),
      expected_on: day(5),
      carrier: null,
      items: ["1 × Enamel kettle", "2 × Camp lantern"],
      total: "127.00 EUR",
    },
    {
      number: "ORD-1003",
      status: "delivered",
      placed_on: day(-20),
      expected_on: day(-15),
      carrier: "Nordpost",
      items: ["1 × Wool blanket"],
      total: "79.00 EUR",
    },
  ];
  let tickets = 5_000;
  return {
    orders: new Map(orders.map((order) => [order.number, order])),
    openTicket: (subject, from) => {
      tickets += 1;
      return { number: `TCK-${tickets}`, status: "open", subject, from };
    },
  };
}
