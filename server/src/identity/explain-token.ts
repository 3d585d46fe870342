import { ErrandError } from "../errors.ts";
import type { Report } from "./explain-proof.ts";
import { findKeys, type CandidateKey, type SignedBy } from "./find-keys.ts";
import { guessTokenMistake } from "./guess-mistake.ts";
import { readStrictJws, type StrictJws } from "./strict-jws.ts";
import { TOKEN_RULES } from "./token-rules.ts";
import { verifySignature } from "./verify-jwt.ts";
import type { VisitorProof } from "./verify-visitor.ts";

/** Every rule's verdict on a token; claims are judged even when the signature is wrong. */
export async function explainToken(request: VisitorProof, token: string, report: Report): Promise<string> {
  const { keep, attempt } = report;
  let jws: StrictJws | undefined;
  await attempt("shape", () => (jws = readStrictJws(token)));
  if (!jws) return "Not judged: the token cannot be read.";
  keep("shape", `A signed JWT of ${token.length} bytes.`);
  const { payload } = jws;
  await explainSignature(request, { token, jws }, report);
  const nowSeconds = (request.now ?? new Date()).getTime() / 1_000;
  const context = { siteId: request.site.id, nowSeconds };
  for (const [rule, judge] of TOKEN_RULES) {
    // Without an end there is no lifetime to judge; the rule of the end refuses the token.
    if (rule === "lifetime" && payload["exp"] === undefined) continue;
    await attempt(rule, () => keep(rule, judge(payload, context)()));
  }
  return "Not judged.";
}

async function explainSignature(
  { site, sources, now = new Date() }: VisitorProof,
  { token, jws }: { token: string; jws: StrictJws },
  { keep, attempt }: Report,
): Promise<void> {
  let candidates: CandidateKey[] = [];
  try {
    candidates = await findKeys(jws.header, site.id, sources);
  } catch (error) {
    const isAlgorithm = error instanceof ErrandError && error.code === "identity_wrong_algorithm";
    if (!isAlgorithm) keep("algorithm", `${String(jws.header.alg)}.`);
    await attempt(isAlgorithm ? "algorithm" : "key_found", () => {
      throw error;
    });
    return;
  }
  const { kid } = jws.header;
  keep("algorithm", `${String(jws.header.alg)}, which is the key's own.`);
  const count = candidates.length === 1 ? "one key" : `${candidates.length} keys`;
  keep("key_found", kid === undefined ? `There is no "kid": tried with ${count}.` : `"kid" names ${count}.`);
  await attempt("signature", async () => {
    try {
      const { signedBy } = await verifySignature(token, candidates, now);
      keep("signature", `Signed with the ${nameOf(signedBy)}.`);
    } catch (error) {
      if (!(error instanceof ErrandError)) throw error;
      const guess = await guessTokenMistake(token, site.id, sources);
      throw guess === undefined ? error : new ErrandError(error.code, `${error.message} ${guess}`);
    }
  });
}

function nameOf(signedBy: SignedBy): string {
  return "secretId" in signedBy ? `identity secret ${signedBy.secretId}` : `public key ${signedBy.keyId}`;
}
