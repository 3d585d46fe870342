import * as z from "zod";

/** What many answers are made of. */
export const time = z.iso.datetime();
export const count = z.int().min(0);
export const dated = { id: z.string(), createdAt: time, updatedAt: time };
export const verification = z.enum(["anonymous", "user_hash", "jwt"]);
export const named = {
  user_id: z.string().exactOptional(),
  user_name: z.string().exactOptional(),
  user_email: z.string().exactOptional(),
};
