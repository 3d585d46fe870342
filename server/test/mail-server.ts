import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail as it was handed in. */
interface SeenMail {
  from: string;
  to: string[];
  source: string;
}

/** A mail server on this machine. */
export interface MailServer {
  url: string;
  seen: SeenMail[];
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const seen: SeenMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, callback) {
      const { mailFrom, rcptTo } = session.envelope;
      let source = "";
      stream.setEncoding("utf8").on("data", (chunk: string) => (source += chunk));
      stream.on("end", () => {
        const from = mailFrom === false ? "" : mailFrom.address;
        seen.push({ from, to: rcptTo.map(({ address }) => address), source });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    seen,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
