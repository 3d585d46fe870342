import { IDENTITY_RULES, type IdentityCheckLine, type IdentityRule } from "@errand/shared/identity-check";
import { ErrandError } from "../errors.ts";
import { explainToken } from "./explain-token.ts";
import { guessHashMistake } from "./guess-mistake.ts";
import { parseDetail, parseSubject } from "./subject.ts";
import { verifyUserHash } from "./user-hash.ts";
import { parseProof, type UserHashProof, type VisitorProof } from "./verify-visitor.ts";

/** Says of a rule that it is kept. */
export type Keep = (rule: IdentityRule, detail: string) => void;
/** Does some judging; what it refuses with becomes the rule's line. Answers whether it held. */
export type Attempt = (rule: IdentityRule, judge: () => unknown) => Promise<boolean>;

/** Collects the lines of one explanation. */
export interface Report {
  keep: Keep;
  attempt: Attempt;
}

/** Every rule's verdict on a proof, in the order of the rules, for whoever makes such proofs. Nothing is kept. */
export async function explainProof(request: VisitorProof): Promise<IdentityCheckLine[]> {
  const lines = new Map<IdentityRule, IdentityCheckLine>();
  const keep: Keep = (rule, detail) => void lines.set(rule, { rule, ok: true, detail });
  const attempt: Attempt = async (rule, judge) => {
    try {
      await judge();
      return true;
    } catch (error) {
      if (!(error instanceof ErrandError)) throw error;
      lines.set(rule, { rule, ok: false, detail: error.message });
      return false;
    }
  };
  const rest = await explain(request, { keep, attempt });
  return IDENTITY_RULES.map((rule) => lines.get(rule) ?? { rule, ok: null, detail: rest });
}

/** Answers what is said of the rules that have no line of their own. */
async function explain(request: VisitorProof, report: Report): Promise<string> {
  let proof: ReturnType<typeof parseProof> | undefined;
  await report.attempt("shape", () => (proof = parseProof(request.proof)));
  if (!proof) return "Not judged: the proof cannot be read.";
  if ("token" in proof) return explainToken(request, proof.token, report);
  await explainHash(request, proof, report);
  return "A user hash proves the id alone, and has no times.";
}

async function explainHash(
  { site, sources }: VisitorProof,
  proof: UserHashProof,
  { keep, attempt }: Report,
): Promise<void> {
  keep("shape", "A user id and a user hash.");
  await attempt("subject", () =>
    keep("subject", `The visitor's id is "${parseSubject(proof.user_id, "user_id")}".`),
  );
  if (site.settings.requireJwt) {
    await attempt("algorithm", () => {
      throw new ErrandError(
        "identity_wrong_algorithm",
        "This site accepts identity tokens only, no user hashes.",
      );
    });
  } else keep("algorithm", "HMAC-SHA256 of the id, under a secret for user hashes.");
  const secrets = await sources.secrets.live(site.id, "user_hash");
  const request = { userId: proof.user_id, userHash: proof.user_hash, secrets };
  const isRight = await attempt("signature", () => {
    const id = verifyUserHash(request);
    keep("key_found", `Made with the identity secret ${id}.`);
    keep("signature", "The hash is right.");
  });
  if (!isRight) await explainWrongHash({ site, sources }, request, { keep, attempt });
  await attempt("profile", () => {
    const email = parseDetail(proof.user_email, "user_email", 320);
    const name = parseDetail(proof.user_name, "user_name", 200);
    const told = [email && `e-mail "${email}"`, name && `name "${name}"`].filter(Boolean).join(", ");
    keep("profile", told ? `Only declared, not proved: ${told}.` : "No e-mail and no name are declared.");
  });
}

async function explainWrongHash(
  { site, sources }: Pick<VisitorProof, "site" | "sources">,
  proof: Parameters<typeof verifyUserHash>[0],
  { keep, attempt }: Report,
): Promise<void> {
  const { secrets } = proof;
  if (secrets.length > 0) keep("key_found", `Compared with ${secrets.length} live secrets for user hashes.`);
  else await attempt("key_found", () => verifyUserHash(proof));
  const jwtSecrets = await sources.secrets.live(site.id, "jwt");
  const guess = guessHashMistake({ ...proof, jwtSecrets });
  await attempt("signature", () => {
    try {
      verifyUserHash(proof);
    } catch (error) {
      if (guess === undefined || !(error instanceof ErrandError)) throw error;
      throw new ErrandError(error.code, `${error.message} ${guess}`);
    }
  });
}
