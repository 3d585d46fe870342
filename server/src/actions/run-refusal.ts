import type { OutcomeCode } from "@errand/shared/outcome";

/**
 * A run that ends before its request leaves. `message` names what is wrong and what would be right:
 * fit for the model with `invalid_arguments`, for the owner alone with the others.
 */
export class RunRefusal extends Error {
  override readonly name = "RunRefusal";
  readonly outcome: Extract<OutcomeCode, "invalid_arguments" | "identity_required" | "definition_error">;

  constructor(outcome: RunRefusal["outcome"], message: string) {
    super(message);
    this.outcome = outcome;
  }
}
