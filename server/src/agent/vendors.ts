import type { LanguageModelV4 } from "@ai-sdk/provider";
import { createLazyModel } from "./lazy-model.ts";

/** How a vendor's models are reached. */
export interface VendorAccess {
  /** Up to and without the part of the path that the protocol names; the vendor's own address without it. */
  baseUrl?: string | undefined;
  apiKey?: string | undefined;
  fetch?: typeof globalThis.fetch | undefined;
}

interface Vendor {
  /** The vendor's own address; undefined where there is none. */
  address: string | undefined;
  needsKey: boolean;
  load(modelId: string, settings: LoadSettings): Promise<LanguageModelV4>;
}

/** Given whole, so that no adapter looks for a key or an address in the environment. */
interface LoadSettings {
  baseURL: string;
  apiKey: string;
  fetch?: typeof globalThis.fetch;
}

const VENDORS: Record<string, Vendor> = {
  openai: {
    address: "https://api.openai.com/v1",
    needsKey: true,
    load: async (modelId, settings) =>
      (await import("@ai-sdk/openai")).createOpenAI(settings).responses(modelId),
  },
  anthropic: {
    address: "https://api.anthropic.com/v1",
    needsKey: true,
    load: async (modelId, settings) => (await import("@ai-sdk/anthropic")).createAnthropic(settings)(modelId),
  },
  google: {
    address: "https://generativelanguage.googleapis.com/v1beta",
    needsKey: true,
    load: async (modelId, settings) => (await import("@ai-sdk/google")).createGoogle(settings)(modelId),
  },
  compatible: {
    address: undefined,
    needsKey: false,
    async load(modelId, { apiKey, ...settings }) {
      const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
      const key = apiKey === "" ? {} : { apiKey };
      const provider = createOpenAICompatible({
        name: "compatible",
        includeUsage: true,
        ...settings,
        ...key,
      });
      return provider.chatModel(modelId);
    },
  },
};

/** The vendor and the model's id in a spec such as `openai:gpt-5`; undefined when it names no vendor. */
export function parseModelSpec(spec: string): { vendor: string; modelId: string } | undefined {
  const [, vendor = "", modelId = ""] = /^([a-z]+):(\S+)$/.exec(spec) ?? [];
  return Object.hasOwn(VENDORS, vendor) ? { vendor, modelId } : undefined;
}

/** The origin that a vendor's key is sent to; undefined where no address is known. */
export function originOfVendor(vendor: string, baseUrl: string | null | undefined): string | undefined {
  const address = baseUrl ?? VENDORS[vendor]?.address;
  return address === undefined ? undefined : URL.parse(address)?.origin;
}

/** What a vendor's model still lacks. */
export type VendorLack = "baseUrl" | "apiKey";

/** A vendor's model, whose adapter is loaded with its first call, or what is missing to make it. */
export function createVendorModel(
  { vendor, modelId }: { vendor: string; modelId: string },
  { baseUrl, apiKey = "", fetch }: VendorAccess,
): LanguageModelV4 | VendorLack {
  const known = VENDORS[vendor];
  const baseURL = baseUrl ?? known?.address;
  if (!known || baseURL === undefined) return "baseUrl";
  if (known.needsKey && apiKey === "") return "apiKey";
  const settings = { baseURL, apiKey, ...(fetch ? { fetch } : {}) };
  return createLazyModel({ provider: vendor, modelId }, () => known.load(modelId, settings));
}
