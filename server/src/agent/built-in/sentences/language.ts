import type { Kind } from "../values/find-values.ts";

/** Everything the built-in model says in one language. Lists and values come already formatted. */
export interface Sentences {
  greeting(siteName: string): string;
  thanks: string;
  goodbye: string;
  canDo: string;
  canDoAfterSignIn: string;
  canDoNothing: string;
  notUnderstood: string;
  signInFirst(action: string): string;
  cancelled: string;
  cannotRepeat: string;

  /** Asks for a value by its label. */
  ask(label: string, kind: Kind): string;
  askList(label: string): string;
  forExample(example: string): string;
  options(list: string): string;
  yesOrNo: string;
  /** What would fit where an answer did not. */
  misfit(kind: Kind): string;

  found: string;
  /** The answer stands beside these words as a card. */
  shown: string;
  foundNothing: string;
  done(action: string): string;
  doneEmpty: string;
  more(count: string): string;
  yes: string;
  no: string;

  /** Failures. `changes`: whether the call could have changed something. */
  notFound: string;
  notAllowed: string;
  notAccepted: string;
  busy: string;
  remoteError(changes: boolean): string;
  serviceSays(message: string): string;
  timeout(changes: boolean): string;
  unreachable(changes: boolean): string;
  tooLarge: string;
  misconfigured: string;
  invalidArguments: string;
  identityRequired: string;
  notApproved: string;
  unknown: string;
}
