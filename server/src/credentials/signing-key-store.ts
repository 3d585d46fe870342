import { createPrivateKey, type KeyObject } from "node:crypto";
import type { JWK } from "jose";
import { exportJWK } from "jose/key/export";
import { generateKeyPair } from "jose/key/generate/keypair";
import { timestamp, type Database } from "../storage/database.ts";
import { rememberQuery } from "../storage/remember-query.ts";
import { createId } from "../storage/ids.ts";
import type { SealContext } from "./seal-context.ts";
import type { Sealer } from "./seal.ts";

/** RFC 8037 §3.1, with the curve Ed25519. */
const ALGORITHM = "EdDSA";
const PUBLISHED_AFTER_MS = 24 * 3_600_000;

/** The key that signs; `id` is its `kid`. */
export interface SigningKey {
  id: string;
  key: KeyObject;
}

/** The keys that this server signs assertions with. */
export interface SigningKeyStore {
  /** The newest key, made when there is none. A key that another process has made just now is found. */
  current(): Promise<SigningKey>;
  /** The public keys to verify with, the newest first: the current one, and those retired less than 24 hours ago. */
  published(): Promise<JWK[]>;
  /** Makes a key that signs from now on, and forgets the private half of the others. Answers its `kid`. */
  rotate(): Promise<string>;
}

export function createSigningKeyStore(
  database: Database,
  sealer: Pick<Sealer, "seal" | "open">,
  now: () => Date = () => new Date(),
): SigningKeyStore {
  let imported: SigningKey | undefined;
  const rows = database
    .selectFrom("signing_keys")
    .selectAll()
    .orderBy("created_at", "desc")
    .orderBy("id", "desc");
  const currentRow = rememberQuery(
    database,
    () => rows.where("retired_at", "is", null).limit(1),
    ([row]) => row,
  );
  const findCurrent = () => currentRow({});

  async function rotate(): Promise<string> {
    const row = await createRow(sealer, timestamp(now()));
    await database.transaction().execute(async (transaction) => {
      const longAgo = timestamp(new Date(now().getTime() - PUBLISHED_AFTER_MS));
      await transaction.deleteFrom("signing_keys").where("retired_at", "<=", longAgo).execute();
      await transaction
        .updateTable("signing_keys")
        .set({ retired_at: row.created_at, sealed: null })
        .where("retired_at", "is", null)
        .execute();
      await transaction.insertInto("signing_keys").values(row).execute();
    });
    return row.id;
  }

  return {
    async current() {
      const row = (await findCurrent()) ?? (await rotate().then(findCurrent));
      if (row?.sealed == null) throw new TypeError("There is no signing key.");
      if (imported?.id === row.id) return imported;
      const jwk = JSON.parse(sealer.open(row.sealed, signingKeyContext(row.id))) as JWK;
      imported = { id: row.id, key: createPrivateKey({ key: jwk, format: "jwk" }) };
      return imported;
    },
    async published() {
      const since = timestamp(new Date(now().getTime() - PUBLISHED_AFTER_MS));
      const published = await rows
        .where((where) => where.or([where("retired_at", "is", null), where("retired_at", ">", since)]))
        .execute();
      return published.map((row) => JSON.parse(row.public_key) as JWK);
    },
    rotate,
  };
}

async function createRow(sealer: Pick<Sealer, "seal">, createdAt: string) {
  const id = createId("key");
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const publicJwk: JWK = { ...(await exportJWK(publicKey)), kid: id, alg: ALGORITHM, use: "sig" };
  const sealed = sealer.seal(JSON.stringify(await exportJWK(privateKey)), signingKeyContext(id));
  return { id, public_key: JSON.stringify(publicJwk), sealed, created_at: createdAt, retired_at: null };
}

/** The place that a signing key is sealed for. */
export function signingKeyContext(key: string): SealContext {
  return { purpose: "signing_key", key };
}
