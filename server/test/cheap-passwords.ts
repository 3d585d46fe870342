import { createPasswordHasher } from "../src/http/admin/password-hash.ts";

/** Hashes that cost next to nothing: what a test asks is whose a password is, seldom what a guess costs. */
export const CHEAP_PASSWORDS = createPasswordHasher({ N: 2, r: 1, p: 1 });
