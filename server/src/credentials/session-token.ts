import { hash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;

/** A fresh token: 256 random bits in base64url. */
export function createToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** How a token is kept: its SHA-256, hex. */
export function hashToken(token: string): string {
  return hash("sha256", token);
}
