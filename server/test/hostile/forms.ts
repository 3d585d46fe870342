import { claims, forge, hmac, respell, type HostileProof, type Stage } from "./stage.ts";

/** Tokens that no strict reader of compact JWS takes, and proofs that are none; all but a few are signed rightly. */
export function hostileForms({ jwt }: Stage): HostileProof[] {
  const sign = hmac(jwt.secret);
  const header = { alg: "HS256" };
  const { token } = forge(header, claims(), sign);
  const [head = "", payload = "", tail = ""] = token.split(".");
  const raw = (text: string) => forge(header, text, sign);
  const withHeader = (text: unknown) => forge(text, claims(), sign);
  const sound = JSON.stringify(claims());
  const malformed: [string, unknown][] = [
    ["a token that is a space", { token: " " }],
    ["a token of one part", { token: "abc" }],
    ["a token of two parts", { token: `${head}.${payload}` }],
    ["a token of four parts", { token: `${token}.${tail}` }],
    ["a token of five parts, as JWE has", { token: `${token}.${payload}.${tail}` }],
    ["a space before the token", { token: ` ${token}` }],
    ["a space behind the token", { token: `${token} ` }],
    ["a line break behind the token", { token: `${token}\n` }],
    ["a line break within the token", { token: `${head}.\n${payload}.${tail}` }],
    ["a NUL behind the token", { token: `${token}\0` }],
    ["a zero-width space within the token", { token: `${head}.${payload}\u200b.${tail}` }],
    ["a dot before the token", { token: `.${token}` }],
    ["a dot behind the token", { token: `${token}.` }],
    ["Bearer before the token", { token: `Bearer ${token}` }],
    ["quotes around the token", { token: `"${token}"` }],
    ["a token with percent-encoded dots", { token: token.replaceAll(".", "%2E") }],
    ["a padded header", { token: `${head}=.${payload}.${tail}` }],
    ["a padded payload", { token: `${head}.${payload}==.${tail}` }],
    ["a padded signature", { token: `${token}=` }],
    ["a signature in plain base64", { token: `${head}.${payload}.${plainSignature(jwt.secret)}` }],
    ["a respelled signature", { token: `${head}.${payload}.${respell(tail)}` }],
    ["a respelled header", respelledPart('{"alg":"HS256"} ', sound, sign, 0)],
    ["a respelled payload", respelledPart('{"alg":"HS256"}', oddLength(sound), sign, 1)],
    ["a token over 8 KB", forge(header, claims({ note: "x".repeat(6_200) }), sign)],
    ["the JSON serialization", { token: JSON.stringify({ protected: head, payload, signature: tail }) }],
    ["no header", { token: `.${payload}.${tail}` }],
    ["no payload", { token: `${head}..${tail}` }],
    ["a header that is no JSON", withHeader("alg")],
    ["a header that is a list", withHeader([header])],
    ["a header that is null", withHeader("null")],
    ["a header that is a text", withHeader('"HS256"')],
    ["a header with a byte order mark", withHeader(`\ufeff${JSON.stringify(header)}`)],
    ["a header that is not UTF-8", withHeader(Buffer.from([0x7b, 0xff, 0x7d]))],
    ["a header with alg twice", withHeader('{"alg":"HS256","alg":"HS256"}')],
    ["a header with alg twice, once escaped", withHeader('{"alg":"none","\\u0061lg":"HS256"}')],
    ["a header with a comment", withHeader('{"alg":"HS256"/**/}')],
    ["a payload that is no JSON", raw("sub=42")],
    ["a payload that is a list", raw(`[${sound}]`)],
    ["a payload that is null", raw("null")],
    ["a payload that is a number", raw("42")],
    ["a payload with something behind it", raw(`${sound}{}`)],
    ["a payload with a trailing comma", raw(sound.replace("}", ",}"))],
    ["a payload with a byte order mark", raw(`\ufeff${sound}`)],
    ["a payload with sub twice", raw(sound.replace("{", '{"sub":"41",'))],
    ["a payload with sub twice, once escaped", raw(sound.replace("{", '{"\\u0073ub":"41",'))],
    ["a payload with exp twice", raw(sound.replace("{", '{"exp":1,'))],
    ["a payload with a member twice deep inside", raw(sound.replace("{", '{"a":[{"b":1,"b":2}],'))],
    ["a token that is a number", { token: 42 }],
    ["a token that is an object", { token: { token } }],
    ["a token in a list", { token: [token] }],
    ["a token that is null", { token: null }],
    ["a token beside a user hash", { token, user_id: "42", user_hash: "0".repeat(64) }],
    ["a token beside something unknown", { token, verified: true }],
    ["a list of proofs", [{ token }]],
    ["a token that is the proof itself", token],
    ["a proof that is a number", 42],
    ["a proof that is false", false],
  ];
  return [
    ...malformed.map(([name, proof]): HostileProof => [name, proof, "identity_malformed"]),
    ["an empty token", { token: "" }, "identity_missing"],
    ["an empty proof", {}, "identity_missing"],
    ["a proof that is null", null, "identity_missing"],
    ["a proof of an e-mail alone", { user_email: "ada@shop.example" }, "identity_missing"],
    ["an empty signature", { token: `${head}.${payload}.` }, "identity_bad_signature"],
  ];
}

/** A sound token's signature in the alphabet of RFC 4648 §4, of a payload for which the two differ. */
function plainSignature(secret: string): string {
  for (let count = 0; ; count += 1) {
    const signature = hmac(secret)(String(count)).toString("base64").replace(/=+$/, "");
    if (/[+/]/.test(signature)) return signature;
  }
}

/** A JSON text that leaves spare bits at the end of its base64url. */
const oddLength = (json: string): string => (json.length % 3 === 0 ? `${json} ` : json);

function respelledPart(head: string, payload: string, sign: ReturnType<typeof hmac>, index: number) {
  const parts = [head, payload].map((part) => Buffer.from(part).toString("base64url"));
  parts[index] = respell(parts[index] ?? "");
  const input = parts.join(".");
  return { token: `${input}.${sign(input).toString("base64url")}` };
}
