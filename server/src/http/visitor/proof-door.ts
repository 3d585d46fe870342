import type { Request } from "express";
import { ErrandError } from "../../errors.ts";
import type { KeySources } from "../../identity/find-keys.ts";
import { verifyVisitor, type VerifiedVisitor } from "../../identity/verify-visitor.ts";
import type { Site } from "../../sites/site.ts";
import type { CreateLimiter } from "../limiter.ts";
import type { Metrics } from "../metrics.ts";
import { byAddress } from "../network.ts";
import { tooMany } from "../rate-limit.ts";

/** Proofs that one network may fail with at one site in a minute before none of its proofs is looked at. */
const MAX_FAILURES = 20;

/** What a browser is told of a proof that does not hold, beside the code. */
const REFUSAL = "The visitor's identity could not be verified. The site's owner can see why.";

interface DoorDependencies {
  createLimiter: CreateLimiter;
  identity: KeySources;
  metrics: Pick<Metrics, "identityProofs">;
  log: { info(details: object, message: string): void };
}

/** Judges a proof that a page gave. @throws ErrandError with an `identity_*` code, or `rate_limited` */
export type ProofDoor = (request: Request, site: Site, proof: unknown) => Promise<VerifiedVisitor>;

/** The door that proofs come through: counted, limited, and answered alike whatever is wrong. The log has the reason. */
export function createProofDoor({ createLimiter, identity, metrics, log }: DoorDependencies): ProofDoor {
  const failures = createLimiter({ name: "proofs", points: MAX_FAILURES, seconds: 60 });
  const refuseTooMany = async (key: string): Promise<void> => {
    const failed = await failures.get(key);
    if (failed === null || failed.consumedPoints < MAX_FAILURES) return;
    metrics.identityProofs.inc({ result: "rate_limited" });
    throw tooMany(failed);
  };
  return async (request, site, proof) => {
    const key = `${site.id} ${byAddress(request)}`;
    await refuseTooMany(key);
    try {
      const verified = await verifyVisitor({ site, proof, sources: identity });
      metrics.identityProofs.inc({ result: "ok" });
      return verified;
    } catch (error) {
      if (!(error instanceof ErrandError)) throw error;
      // An ended proof was signed by who may sign it, so it is no guess.
      if (error.code !== "identity_expired") await failures.penalty(key);
      metrics.identityProofs.inc({ result: error.code });
      log.info({ site: site.id, code: error.code, reason: error.message }, "proof of identity refused");
      // Only an id that is a number has `errors`: the commonest mistake, and nothing its sender does not hold.
      throw error.errors ? error : new ErrandError(error.code, REFUSAL);
    }
  };
}
