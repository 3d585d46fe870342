import { constants, generateKeyPairSync } from "node:crypto";
import type { ProblemCode } from "@errand/shared/wire";
import { claims, forge, hmac, pemOf, signature, type HostileProof, type Sign, type Stage } from "./stage.ts";

const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
const P1363 = { dsaEncoding: "ieee-p1363" } as const;

/** Tokens whose algorithm, key or header plays games; their claims are sound. */
export function hostileKeys(stage: Stage): HostileProof[] {
  return [...algorithms(stage), ...confusions(stage), ...headers(stage), ...strangers(stage)];
}

type Row = [name: string, header: Record<string, unknown>, sign: Sign];

const toProofs = (rows: Row[], code: ProblemCode): HostileProof[] =>
  rows.map(([name, header, sign]) => [name, forge(header, claims(), sign), code]);

function algorithms({ jwt, keys }: Stage): HostileProof[] {
  const right = hmac(jwt.secret);
  const nothing: Sign = () => Buffer.alloc(0);
  const none = ["none", "None", "NONE", "nOnE", "none "].flatMap((alg): Row[] => [
    [`alg "${alg}" without a signature`, { alg }, nothing],
    [`alg "${alg}" with one`, { alg }, right],
  ]);
  return toProofs(
    [
      ...none,
      ["no alg", {}, right],
      ["alg in lower case", { alg: "hs256" }, right],
      ["alg with a space", { alg: "HS256 " }, right],
      ["an empty alg", { alg: "" }, right],
      ["alg null", { alg: null }, right],
      ["alg as a number", { alg: 256 }, right],
      ["alg as a list", { alg: ["HS256"] }, right],
      ["alg as an object", { alg: { name: "HS256" } }, right],
      ["HS384", { alg: "HS384" }, hmac(jwt.secret, "sha384")],
      ["HS512", { alg: "HS512" }, hmac(jwt.secret, "sha512")],
      ["RS384", { alg: "RS384" }, signature(keys.rs.privateKey, "sha384")],
      ["RS512", { alg: "RS512" }, signature(keys.rs.privateKey, "sha512")],
      ["RS1", { alg: "RS1" }, signature(keys.rs.privateKey, "sha1")],
      ["PS384", { alg: "PS384" }, signature(keys.ps.privateKey, "sha384", PSS)],
      ["ES384 under a P-256 key", { alg: "ES384" }, signature(keys.es.privateKey, "sha384", P1363)],
      ["ES256K", { alg: "ES256K" }, signature(keys.es.privateKey, "sha256", P1363)],
      ["Ed448", { alg: "Ed448" }, signature(keys.ed.privateKey, null)],
      ["an algorithm of encryption", { alg: "dir", enc: "A256GCM" }, right],
    ],
    "identity_wrong_algorithm",
  );
}

function confusions({ jwt, keys }: Stage): HostileProof[] {
  const pem = pemOf(keys.rs.publicKey);
  const der = keys.rs.publicKey.export({ type: "spki", format: "der" });
  const jwk = keys.rs.publicKey.export({ format: "jwk" });
  const secrets: [string, string | Buffer][] = [
    ["the RSA key's PEM", pem],
    ["the RSA key's PEM without its line break", pem.trim()],
    ["the RSA key's DER", der],
    ["the RSA key's JWK", JSON.stringify(jwk)],
    ["the RSA key's modulus", Buffer.from(jwk.n ?? "", "base64url")],
    ["the EC key's PEM", pemOf(keys.es.publicKey)],
    ["the Ed25519 key's PEM", pemOf(keys.ed.publicKey)],
    [
      "the Ed25519 key's bytes",
      Buffer.from(keys.ed.publicKey.export({ format: "jwk" }).x ?? "", "base64url"),
    ],
  ];
  const zero: Sign = () => Buffer.alloc(64);
  return [
    ...toProofs(
      secrets.map(([name, key]): Row => [`HS256 with ${name} as the secret`, { alg: "HS256" }, hmac(key)]),
      "identity_bad_signature",
    ),
    ...toProofs(
      [
        ["HS256 under the kid of a public key", { alg: "HS256", kid: "rsa-1" }, hmac(pem)],
        ["RS256 under the kid of a secret", { alg: "RS256", kid: jwt.id }, signature(keys.rs.privateKey)],
        [
          "PS256 under the kid of a key for RS256",
          { alg: "PS256", kid: "rsa-1" },
          signature(keys.rs.privateKey, "sha256", PSS),
        ],
        [
          "ES256 under the kid of a key for RS256",
          { alg: "ES256", kid: "rsa-1" },
          signature(keys.es.privateKey, "sha256", P1363),
        ],
      ],
      "identity_wrong_algorithm",
    ),
    ...toProofs(
      [
        ["RS256 with an HMAC under the secret", { alg: "RS256" }, hmac(jwt.secret)],
        ["RS256 with an HMAC under its own PEM", { alg: "RS256" }, hmac(pem)],
        ["RS256 signed as PS256", { alg: "RS256" }, signature(keys.rs.privateKey, "sha256", PSS)],
        ["PS256 signed as RS256", { alg: "PS256" }, signature(keys.ps.privateKey)],
        [
          "PS256 with another salt",
          { alg: "PS256" },
          signature(keys.ps.privateKey, "sha256", { ...PSS, saltLength: 0 }),
        ],
        ["RS256 by the key for PS256", { alg: "RS256" }, signature(keys.ps.privateKey)],
        ["PS256 by the key for RS256", { alg: "PS256" }, signature(keys.rs.privateKey, "sha256", PSS)],
        ["HS256 with an RSA signature", { alg: "HS256" }, signature(keys.rs.privateKey)],
        ["EdDSA with an HMAC", { alg: "EdDSA" }, hmac(jwt.secret)],
        ["ES256 in DER", { alg: "ES256" }, signature(keys.es.privateKey)],
        ["ES256 of zeros", { alg: "ES256" }, zero],
        ["ES256 of the curve's order", { alg: "ES256" }, () => Buffer.from(P256_ORDER.repeat(2), "hex")],
        ["EdDSA of zeros", { alg: "EdDSA" }, zero],
        [
          "EdDSA with the neutral element",
          { alg: "EdDSA" },
          () => Buffer.concat([Buffer.from([1]), Buffer.alloc(63)]),
        ],
        [
          "a set's key under an own key's kid",
          { alg: "ES256", kid: "ec-1" },
          signature(keys.set.privateKey, "sha256", P1363),
        ],
        [
          "an own key under a set's kid",
          { alg: "ES256", kid: "set-1" },
          signature(keys.es.privateKey, "sha256", P1363),
        ],
      ],
      "identity_bad_signature",
    ),
  ];
}

const P256_ORDER = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

function headers({ jwt, hash, otherJwt, removedJwt, endedJwt }: Stage): HostileProof[] {
  const right = hmac(jwt.secret);
  const own = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  const jwk = own.publicKey.export({ format: "jwk" });
  const with256 = (more: object) => ({ alg: "HS256", ...more });
  const games: Row[] = [
    ["jku", with256({ jku: "https://evil.example/jwks" }), right],
    ["x5u", with256({ x5u: "https://evil.example/cert" }), right],
    ["x5c", with256({ x5c: ["MIIB"] }), right],
    ["a jwk", with256({ jwk }), right],
    ["a jwk that signed it", { alg: "RS256", jwk }, signature(own.privateKey)],
    ["a jku of our own", with256({ jku: "https://chat.example.com/.well-known/jwks.json" }), right],
    ["an empty crit", with256({ crit: [] }), right],
    ["crit with something unknown", with256({ crit: ["urn:x"], "urn:x": 1 }), right],
    ["crit with exp", with256({ crit: ["exp"], exp: 1 }), right],
    ["an unencoded payload", with256({ b64: false, crit: ["b64"] }), right],
    ["kid as a number", with256({ kid: 1 }), right],
    ["kid as a list", with256({ kid: [jwt.id] }), right],
    ["kid as an object", with256({ kid: { $ne: null } }), right],
    ["kid null", with256({ kid: null }), right],
  ];
  const kids: [string, string][] = [
    ["unknown", "ids_unknown"],
    ["empty", ""],
    ["of a secret for user hashes", hash.id],
    ["of another site's secret", otherJwt.id],
    ["of a removed secret", removedJwt.id],
    ["of an ended secret", endedJwt.id],
    ["in other case", jwt.id.toLowerCase()],
    ["that is a path", "../../../../dev/null"],
    ["that is SQL", "' OR 1=1 --"],
    ["__proto__", "__proto__"],
    ["constructor", "constructor"],
    ["with a NUL", `${jwt.id}\0`],
    ["that is an address", "https://evil.example/key"],
  ];
  return [
    ...toProofs(
      games.map(([name, ...rest]): Row => [`a header with ${name}`, ...rest]),
      "identity_malformed",
    ),
    ...toProofs(
      kids.map(([name, kid]): Row => [`a kid ${name}`, with256({ kid }), right]),
      "identity_bad_signature",
    ),
  ];
}

function strangers({ hash, removedJwt, endedJwt, otherJwt, jwt, keys }: Stage): HostileProof[] {
  const byHmac = (name: string, key: string | Buffer): Row => [name, { alg: "HS256" }, hmac(key)];
  const rows: Row[] = [
    byHmac("the secret for user hashes", hash.secret),
    byHmac("a removed secret", removedJwt.secret),
    byHmac("an ended secret", endedJwt.secret),
    byHmac("another site's secret", otherJwt.secret),
    byHmac("the secret without its prefix", jwt.secret.replace("ids_jwt_", "")),
    byHmac("the secret's decoded bytes", Buffer.from(jwt.secret.replace("ids_jwt_", ""), "base64url")),
    byHmac("the secret and a line break", `${jwt.secret}\n`),
    byHmac("the secret's id", jwt.id),
    byHmac("an empty secret", ""),
    [
      "a stranger's Ed25519 key",
      { alg: "EdDSA" },
      signature(generateKeyPairSync("ed25519").privateKey, null),
    ],
    ["an ended key", { alg: "EdDSA" }, signature(keys.ended.privateKey, null)],
    ["an ended key by its kid", { alg: "EdDSA", kid: "ended-1" }, signature(keys.ended.privateKey, null)],
    ["a removed key", { alg: "EdDSA" }, signature(keys.removed.privateKey, null)],
    [
      "a removed key by its kid",
      { alg: "EdDSA", kid: "removed-1" },
      signature(keys.removed.privateKey, null),
    ],
  ];
  return toProofs(
    rows.map(([name, ...rest]): Row => [`a token signed with ${name}`, ...rest]),
    "identity_bad_signature",
  );
}
