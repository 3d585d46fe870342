const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A prefixed ULID: 48 bits of `nowMs` and 80 random bits, 26 characters that sort by time. */
export function createId(prefix: "msg" | "cnv", nowMs = Date.now()): string {
  let time = "";
  for (let rest = nowMs; time.length < 10; rest = Math.floor(rest / 32)) time = CROCKFORD[rest % 32] + time;
  const random = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => CROCKFORD[byte % 32]);
  return `${prefix}_${time}${random.join("")}`;
}
