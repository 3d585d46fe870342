import type { OutcomeCode } from "@errand/shared/outcome";
import { EgressError, type EgressErrorCode } from "../../egress/egress-error.ts";

/** Why no access token could be had. `message` is for the owner and holds no secret. */
export class TokenError extends Error {
  override readonly name = "TokenError";
  readonly outcome: Extract<OutcomeCode, "remote_error" | EgressErrorCode>;

  constructor(outcome: TokenError["outcome"], message: string) {
    super(message);
    this.outcome = outcome;
  }
}

/** A failed call to the token endpoint; what is not a failure of the call stays as it is. */
export function toTokenError(error: unknown): unknown {
  if (!(error instanceof EgressError)) return error;
  return new TokenError(error.code, `No access token could be had. ${error.ownerMessage}`);
}
