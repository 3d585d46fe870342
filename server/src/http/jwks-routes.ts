import { Router } from "express";
import type { SigningKeyStore } from "../credentials/signing-key-store.ts";

/** `/.well-known/jwks.json`: the public keys of `X-Errand-Assertion` (RFC 7517 §5), for whoever wants to verify one. */
export function jwksRoutes({ signingKeys }: { signingKeys: Pick<SigningKeyStore, "published"> }): Router {
  const router = Router();
  router.get("/.well-known/jwks.json", async (_request, response) => {
    response.set("Cache-Control", "public, max-age=300");
    response.set("Access-Control-Allow-Origin", "*");
    response.set("Content-Type", "application/jwk-set+json");
    // As bytes, for Express gives a text a charset, which this type does not have.
    response.send(Buffer.from(JSON.stringify({ keys: await signingKeys.published() })));
  });
  return router;
}
