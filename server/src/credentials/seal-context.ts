import { VERSION } from "./envelope.ts";

/** Where a secret belongs: sealed for one place, it opens in no other. */
export type SealContext =
  | {
      purpose: "credential";
      site: string;
      action: string;
      headerName: string;
      origin: string;
      /** Where a client secret is exchanged for tokens. */
      tokenOrigin?: string;
    }
  | { purpose: "access_token"; site: string; action: string; tokenUrl: string; origin: string; grant: string }
  | { purpose: "identity_secret"; site: string; secret: string }
  | { purpose: "webhook_secret"; site: string; secret: string }
  | { purpose: "model_key"; site: string; vendor: string; origin: string }
  | { purpose: "signing_key"; key: string }
  | { purpose: "key_check" };

/** The additional data that binds a sealed value to its place: a JSON array, so that no two places read the same. */
export function additionalData(context: SealContext): Buffer {
  return Buffer.from(JSON.stringify([VERSION, context.purpose, ...orderedFields(context)]), "utf8");
}

function orderedFields(context: SealContext): string[] {
  switch (context.purpose) {
    case "credential":
      return [
        context.site,
        context.action,
        context.headerName,
        context.origin,
        ...(context.tokenOrigin === undefined ? [] : [context.tokenOrigin]),
      ];
    case "access_token":
      return [context.site, context.action, context.tokenUrl, context.origin, context.grant];
    case "identity_secret":
    case "webhook_secret":
      return [context.site, context.secret];
    case "model_key":
      return [context.site, context.vendor, context.origin];
    case "signing_key":
      return [context.key];
    case "key_check":
      return [];
    default:
      return context satisfies never;
  }
}
