import type { Server } from "node:http";

/** Starts to listen; answers with a function that ends the server and every connection it still has. */
export function listen(server: Server, port: number, host: string): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => {
      server.off("error", reject);
      resolve(() => close(server));
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
