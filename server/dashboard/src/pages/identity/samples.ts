import type { SecretKind } from "@errand/shared/identity-keys";

export type ProofKind = SecretKind;
export type ServerLanguage = "node" | "php" | "python" | "ruby" | "go";

/** Code for the owner's server that proves who is signed in; run only for a signed-in user. */
export const IDENTIFY_SERVER: Record<ProofKind, Record<ServerLanguage, string>> = {
  jwt: {
    node: `import { SignJWT } from "jose";

const secret = new TextEncoder().encode(process.env.ERRAND_JWT_SECRET);
const token = await new SignJWT({ email: user.email, name: user.name })
  .setProtectedHeader({ alg: "HS256" })
  .setSubject(String(user.id))
  .setIssuedAt()
  .setExpirationTime("1h")
  .sign(secret);`,
    php: `use Firebase\\JWT\\JWT;

$token = JWT::encode([
    'sub' => (string) $user->id,
    'email' => $user->email,
    'name' => $user->name,
    'iat' => time(),
    'exp' => time() + 3600,
], getenv('ERRAND_JWT_SECRET'), 'HS256');`,
    python: `import jwt, os, time

token = jwt.encode({
    "sub": str(user.id),
    "email": user.email,
    "name": user.name,
    "iat": int(time.time()),
    "exp": int(time.time()) + 3600,
}, os.environ["ERRAND_JWT_SECRET"], algorithm="HS256")`,
    ruby: `require "jwt"

token = JWT.encode({
  sub: user.id.to_s,
  email: user.email,
  name: user.name,
  iat: Time.now.to_i,
  exp: Time.now.to_i + 3600,
}, ENV.fetch("ERRAND_JWT_SECRET"), "HS256")`,
    go: `import "github.com/golang-jwt/jwt/v5"

token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
	"sub":   user.ID,
	"email": user.Email,
	"name":  user.Name,
	"iat":   time.Now().Unix(),
	"exp":   time.Now().Add(time.Hour).Unix(),
}).SignedString([]byte(os.Getenv("ERRAND_JWT_SECRET")))`,
  },
  user_hash: {
    node: `import { createHmac } from "node:crypto";

const userHash = createHmac("sha256", process.env.ERRAND_HASH_SECRET)
  .update(String(user.id))
  .digest("hex");`,
    php: `$userHash = hash_hmac('sha256', (string) $user->id, getenv('ERRAND_HASH_SECRET'));`,
    python: `import hashlib, hmac, os

user_hash = hmac.new(
    os.environ["ERRAND_HASH_SECRET"].encode(),
    str(user.id).encode(),
    hashlib.sha256,
).hexdigest()`,
    ruby: `require "openssl"

user_hash = OpenSSL::HMAC.hexdigest("SHA256", ENV.fetch("ERRAND_HASH_SECRET"), user.id.to_s)`,
    go: `mac := hmac.New(sha256.New, []byte(os.Getenv("ERRAND_HASH_SECRET")))
mac.Write([]byte(user.ID))
userHash := hex.EncodeToString(mac.Sum(nil))`,
  },
};

/** What the page sets above the script tag, with what the server made. */
export const IDENTIFY_PAGE: Record<ProofKind, string> = {
  jwt: `<script>
  window.errandSettings = { identity: { token: "TOKEN_FROM_YOUR_SERVER" } };
</script>`,
  user_hash: `<script>
  window.errandSettings = {
    identity: { user_id: "42", user_hash: "HASH_FROM_YOUR_SERVER" },
  };
</script>`,
};
