import { randomBytes } from "node:crypto";
import type { ShopFolder } from "./shop-folder.ts";

const FILE = "keys.json";

/** An identity secret as the Errand server handed it out, once. */
export interface IdentitySecret {
  id: string;
  secret: string;
}

/** Every secret of the shop, kept over restarts. */
export interface ShopKeys {
  adminPassword: string;
  /** What the order API asks of its callers. */
  apiKey: string;
  jwt?: IdentitySecret;
  user_hash?: IdentitySecret;
}

/** Reads the shop's secrets, and makes those that need no server when they are missing. */
export function readShopKeys(folder: ShopFolder): ShopKeys {
  const text = folder.read(FILE);
  if (text !== undefined) return JSON.parse(text) as ShopKeys;
  const keys = {
    adminPassword: randomBytes(12).toString("base64url"),
    apiKey: `shop_${randomBytes(24).toString("base64url")}`,
  };
  writeShopKeys(folder, keys);
  return keys;
}

export function writeShopKeys(folder: ShopFolder, keys: ShopKeys): void {
  folder.write(FILE, JSON.stringify(keys, null, 2));
}
