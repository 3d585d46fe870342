import * as z from "zod";
import { handOverSchema } from "./hand-over.ts";
import { localeTag, localizedText, timeZoneName } from "./text.ts";

const ORIGIN = /^https?:\/\/(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/;

/** An origin that may embed the widget: `https://shop.example`, or `https://*.shop.example` by whole labels. */
export const allowedOrigin = z
  .string()
  .trim()
  .toLowerCase()
  .transform((origin) => origin.replace(/\/$/, ""))
  .refine(
    (origin) => ORIGIN.test(origin),
    "must be an origin, such as https://shop.example or https://*.shop.example",
  );

/** An https address without a name and password, such as that of a picture. */
const httpsAddress = z
  .string()
  .max(2_048)
  .refine((address) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    return url?.protocol === "https:" && url.username === "" && url.password === "";
  }, "must be an address such as https://shop.example/logo.png");

/** How the widget looks on the site. */
const appearanceSchema = z.strictObject({
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, "must be a colour such as #2f6feb")
    .default("#2f5fe0"),
  side: z.enum(["left", "right"]).default("right"),
  /** `auto` follows the visitor's system. */
  theme: z.enum(["auto", "light", "dark"]).default("auto"),
  avatarUrl: httpsAddress.nullable().default(null),
  /** `label` writes beside the icon what it opens. */
  launcher: z.enum(["icon", "label"]).default("icon"),
  /** Whether a reply that the visitor does not see is heard. */
  sound: z.boolean().default(false),
});

/** A site's settings as the owner edits them. */
export const siteSettingsSchema = z.strictObject({
  name: z.string().trim().min(1, "must not be empty").max(120),
  allowedOrigins: z.array(allowedOrigin).max(50).default([]),
  defaultLocale: localeTag.default("en"),
  /** Where days and hours are counted for visitors whose browser does not tell their own zone. */
  timeZone: timeZoneName.nullable().default(null),
  appearance: appearanceSchema.prefault({}),
  greeting: localizedText.default({ en: "Hi! How can we help?", az: "Salam! Sizə necə kömək edə bilərik?" }),
  starters: z.array(localizedText).max(6).default([]),
  instructions: z.string().max(8_000).default(""),
  model: z.string().max(120).nullable().default(null),
  requireJwt: z.boolean().default(false),
  receipts: z.enum(["full", "short", "off"]).default("full"),
  handOver: handOverSchema.prefault({}),
  /** Whether endpoints are told an e-mail address that the page declared and nobody proved. */
  sendDeclaredFields: z.boolean().default(true),
  retentionDays: z.int().min(1).max(3_650).nullable().default(null),
});

export type SiteSettings = z.output<typeof siteSettingsSchema>;

/** Any of the settings; what is left out has its default, or stays as it is. */
export type SiteSettingsPart = Partial<z.input<typeof siteSettingsSchema>>;

/** Body of `PATCH /admin/v1/sites/:site`: any of the settings; what is left out stays as it is. */
export const sitePatchSchema = z.partialRecord(siteSettingsSchema.keyof(), z.unknown());

/** A site as the owner API answers it. Times are ISO 8601 UTC. */
export interface SiteView extends SiteSettings {
  id: string;
  createdAt: string;
  updatedAt: string;
}

/** A webhook secret as it is listed; the secret itself (`whsec_…`) is shown once, when made. */
export interface WebhookSecretView {
  id: string;
  createdAt: string;
  /** Its last four characters. */
  hint: string;
}
