import { isIP, type LookupFunction, type TcpNetConnectOpts } from "node:net";
import { connect, type ConnectionOptions, type SecureContext, type TLSSocket } from "node:tls";
import type { buildConnector } from "undici";
import { canonicalAddress, type Verdict } from "./address-policy.ts";
import { blockedUnlessPrivate, EgressError, errorCodeOf } from "./egress-error.ts";
import { literalAddress } from "./host-policy.ts";

const CONNECT_MS = 5_000;
/** How long one address is tried before the next (RFC 8305 §5). */
const ATTEMPT_MS = 1_000;

const NETWORK_CODES = new Set(
  "ECONNREFUSED ECONNRESET ECONNABORTED EPIPE ETIMEDOUT EHOSTUNREACH EHOSTDOWN ENETUNREACH ENETDOWN EADDRNOTAVAIL EACCES EPERM EMFILE".split(
    " ",
  ),
);

interface PinnedRoute {
  /** The URL's host, IPv6 in brackets. */
  host: string;
  port: number;
  /** The judged addresses: the socket gets these and no other. */
  addresses: readonly string[];
  /** Judges the address that the socket is connected to. */
  judge: (address: string) => Verdict;
  secureContext: SecureContext;
  /** Ends handshakes under way. */
  signal: AbortSignal;
}

/** An undici connector over TLS that reaches judged addresses only. It fails with `EgressError`. */
export function createPinnedConnector(route: PinnedRoute): buildConnector.connector {
  return (_, callback) => {
    const socket = openSocket(route);
    const timer = setTimeout(() => socket.destroy(tooSlow(route.host)), CONNECT_MS);
    let isSettled = false;
    const settle = (error: Error | undefined) => {
      clearTimeout(timer);
      if (isSettled) return;
      isSettled = true;
      if (error === undefined) return callback(null, socket);
      socket.destroy();
      callback(error, null);
    };
    socket.once("secureConnect", () => settle(judgeConnected(socket.remoteAddress, route)));
    // Stays for the socket's life: an error after the handshake is undici's to report, not the process's to die of.
    socket.on("error", (error) => settle(toConnectError(error, route.host)));
    socket.once("close", () => settle(toConnectError(undefined, route.host)));
  };
}

function openSocket({ host, port, addresses, secureContext, signal }: PinnedRoute): TLSSocket {
  const literal = literalAddress(host);
  const options: ConnectionOptions & TcpNetConnectOpts = {
    host: literal ?? host,
    port,
    lookup: pinnedLookup(addresses),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: ATTEMPT_MS,
    ...(literal === undefined ? { servername: host } : {}),
    secureContext,
    rejectUnauthorized: true,
    ALPNProtocols: ["http/1.1"],
  };
  const socket = connect(options);
  const abort = () => socket.destroy(tooSlow(host));
  signal.addEventListener("abort", abort, { once: true });
  socket.once("close", () => signal.removeEventListener("abort", abort));
  return socket.setNoDelay(true);
}

/** Answers with the judged addresses whatever is asked, in the shape asked for. */
function pinnedLookup(addresses: readonly string[]): LookupFunction {
  const entries = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_, options, callback) => {
    process.nextTick(() => {
      const [first] = entries;
      if (options.all) callback(null, entries);
      else callback(null, first?.address ?? "", first?.family);
    });
  };
}

function judgeConnected(
  remoteAddress: string | undefined,
  { host, addresses, judge }: PinnedRoute,
): EgressError | undefined {
  const address = canonicalAddress(remoteAddress ?? "");
  const isPinned = address !== undefined && addresses.includes(address);
  const verdict: Verdict = isPinned ? judge(address) : { allowed: false, rule: "not a judged address" };
  if (verdict.allowed) return undefined;
  return blockedUnlessPrivate(
    verdict.rule,
    `The address that ${host} was reached at is refused (${verdict.rule}).`,
  );
}

function tooSlow(host: string): EgressError {
  return new EgressError("timeout", `Connecting to ${host} took too long.`, { rule: "connect" });
}

function toConnectError(error: Error | undefined, host: string): EgressError {
  if (error instanceof EgressError) return error;
  const code = errorCodeOf(error) ?? "closed";
  if (error === undefined || NETWORK_CODES.has(code)) {
    return new EgressError("network_error", `No connection to ${host} could be made (${code}).`, {
      rule: "connect",
    });
  }
  return new EgressError("tls_error", `The TLS connection to ${host} failed (${code}).`, { rule: code });
}
