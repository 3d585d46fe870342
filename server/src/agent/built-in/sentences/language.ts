import type { Kind } from "../values/find-values.ts";

/** Everything the built-in model says in one language. Lists and values come already formatted. */
export interface Sentences {
  greeting(siteName: string): string;
  /** To "how are you?". */
  wellbeing: string;
  /** To "who are you?": never passes for a person. */
  who(siteName: string): string;
  thanks: string;
  goodbye: string;
  /** To "ok". */
  noted: string;
  canDo: string;
  canDoAfterSignIn: string;
  canDoNothing: string;
  notUnderstood: string;
  signInFirst(action: string): string;
  /** The action is for other visitors than this one, who is signed in. */
  notForYou(action: string): string;
  cancelled: string;
  cannotRepeat: string;
  /** Several actions fit a message equally well; their list follows. */
  whichOne: string;
  /** A person was asked for, and there is no way to one. */
  noPerson: string;
  /** A person takes over. */
  handedOver: string;
  /** The action needs something that cannot be asked for in words. */
  cannotFill(action: string): string;

  /** Asks for a value by its label. */
  ask(label: string, kind: Kind): string;
  askList(label: string): string;
  forExample(example: string): string;
  options(list: string): string;
  yesOrNo: string;
  /** A time was asked for, and nobody knows in which zone the visitor is. */
  inUtc: string;
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

/** What an answer must be like, by kind; the rest is `otherwise`. */
export type Misfits = Partial<Record<Kind, string>> & { otherwise: string };

export function misfitIn({ otherwise, ...misfits }: Misfits): (kind: Kind) => string {
  return (kind) => misfits[kind] ?? otherwise;
}

/** How a value of a kind is asked for before its label; the rest is `otherwise`. */
export type Requests = Partial<Record<Kind, string>> & { otherwise: string };

/** `Bitte nennen Sie ein Datum: Day.` The owner's label stands for itself, so that no grammar bends it. */
export function askIn({ otherwise, ...requests }: Requests, colon = ":"): Sentences["ask"] {
  return (label, kind) => `${requests[kind] ?? otherwise}${colon} ${label}.`;
}
