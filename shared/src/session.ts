import * as z from "zod";

const text = (maximum: number) => z.string().max(maximum);

/** A proof as it arrives; the subject's own rules are judged where it is verified. */
export const identityProofSchema = z.union([
  z.strictObject({ token: z.string() }),
  z.strictObject({
    user_id: z.string(),
    user_hash: z.string(),
    user_email: text(320).optional(),
    user_name: text(200).optional(),
  }),
]);

/** Body of `POST /v1/sessions`. */
export const sessionRequestSchema = z.object({
  site: z.string().min(1).max(64),
  locale: z.string().max(35).nullish(),
  identity: z.unknown().optional(),
  previous: z.string().max(128).nullish(),
});
