import type { siteModelSchema } from "@errand/shared/site-model";
import type * as z from "zod";
import { originOfVendor, parseModelSpec } from "../../agent/vendors.ts";
import { EgressError } from "../../egress/egress-error.ts";
import type { Egress } from "../../egress/guarded-request.ts";
import { ErrandError } from "../../errors.ts";
import type { SiteModelSettings } from "../../sites/site-model-store.ts";

type Wanted = Omit<z.output<typeof siteModelSchema>, "apiKey">;

/**
 * How a site reaches its model, as it is stored. `pointer` says where the settings stand in the body.
 * @throws ErrandError `invalid_request` for an address that may not be called
 */
export function toModelSettings(
  egress: Pick<Egress, "checkUrl">,
  { spec, baseUrl, fallback, dailyTokenBudget }: Wanted,
  pointer = "",
): SiteModelSettings {
  const vendor = (spec === null ? undefined : parseModelSpec(spec)?.vendor) ?? null;
  if (baseUrl !== null) checkBaseUrl(egress, vendor, baseUrl, pointer);
  const origin = vendor === null ? null : (originOfVendor(vendor, baseUrl) ?? null);
  return { vendor, baseUrl, origin, fallback, dailyTokenBudget };
}

function checkBaseUrl(
  egress: Pick<Egress, "checkUrl">,
  vendor: string | null,
  baseUrl: string,
  pointer: string,
): void {
  const refuse = (message: string) =>
    new ErrandError("invalid_request", message, { errors: [{ pointer: `${pointer}/baseUrl`, message }] });
  if (vendor === null) throw refuse("A base URL needs a model of a vendor, such as compatible:qwen.");
  try {
    egress.checkUrl(baseUrl);
  } catch (error) {
    if (!(error instanceof EgressError)) throw error;
    throw refuse(error.ownerMessage);
  }
}
