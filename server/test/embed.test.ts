import { brotliCompressSync, constants } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSite, startErrand, type Errand } from "./errand.ts";

const GREETING = { en: "Hello!", "en-GB": "Hullo!", az: "Salam!", fi: "Hei!" };
const STARTERS = [{ en: "Where is my order?", az: "Sifarişim haradadır?" }, "ORD-1001"];
/** One TCP segment holds no more (bytes, Brotli). */
const ONE_SEGMENT = 1300;

describe("the loader of a site that speaks several languages", () => {
  let errand: Errand;
  beforeAll(async () => {
    errand = await startErrand();
  });
  afterAll(() => errand.close());

  const fetchEmbed = (file: string) => fetch(`${errand.url}/embed/${file}`);
  const settingsOf = async (site: string): Promise<Record<string, unknown>> => {
    const loader = await (await fetchEmbed(`${site}.js`)).text();
    return JSON.parse(/\{"site":.*?"panel":"[^"]+"\}/.exec(loader)?.[0] ?? "");
  };

  it("carries the default language with its varieties, and says where the others are", async () => {
    const site = await createSite(errand, { greeting: GREETING, starters: STARTERS });
    expect(await settingsOf(site)).toMatchObject({
      greeting: { en: "Hello!", "en-GB": "Hullo!" },
      starters: ["Where is my order?", "ORD-1001"],
      locale: "en",
      texts: `/embed/${site}.json`,
    });
    const texts = await fetchEmbed(`${site}.json`);
    expect(Object.fromEntries(texts.headers)).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      "cache-control": "public, max-age=60, stale-while-revalidate=86400",
      "access-control-allow-origin": "*",
    });
    expect(await texts.json()).toEqual({ greeting: GREETING, starters: STARTERS });
  });

  it("keeps to what the site's own default language says", async () => {
    const site = await createSite(errand, { greeting: GREETING, starters: STARTERS, defaultLocale: "az" });
    expect(await settingsOf(site)).toMatchObject({
      greeting: "Salam!",
      starters: ["Sifarişim haradadır?", "ORD-1001"],
    });
  });

  it("falls back as the panel would where the default language has no text", async () => {
    const greeting = { en: "Hello!", fi: "Hei!" };
    const site = await createSite(errand, { greeting, starters: [], defaultLocale: "de" });
    expect(await settingsOf(site)).toMatchObject({ greeting: "Hello!", starters: [] });
  });

  it("carries everything where there is nothing else", async () => {
    const site = await createSite(errand, {
      greeting: "Hei!",
      starters: [{ fi: "Missä?" }],
      defaultLocale: "fi",
    });
    const settings = await settingsOf(site);
    expect(settings).toMatchObject({ greeting: "Hei!", starters: ["Missä?"] });
    expect(settings).not.toHaveProperty("texts");
  });

  it("follows a change of the texts at once", async () => {
    const site = await createSite(errand, { greeting: GREETING, starters: [] });
    await errand.admin("PATCH", `/sites/${site}`, { greeting: { en: "Hello!", az: "Sabahınız xeyir!" } });
    expect(await (await fetchEmbed(`${site}.json`)).json()).toEqual({
      greeting: { en: "Hello!", az: "Sabahınız xeyir!" },
      starters: [],
    });
  });

  it("fits into one segment however many languages there are", async () => {
    const languages = ["en", "az", "ru", "fi", "de", "fr", "es", "it", "pl", "uk"];
    const say = (text: string) =>
      Object.fromEntries(languages.map((language) => [language, `${text} (${language.repeat(9)})`]));
    const site = await createSite(errand, {
      name: "Kettle & Pine",
      greeting: { ...say("Salam"), en: "Hi! Ask me about an order, or tell me what went wrong." },
      starters: [
        { ...say("Harada"), en: "Where is my order ORD-1001?" },
        { ...say("Hamısı"), en: "Show my orders" },
      ],
    });
    const loader = Buffer.from(await (await fetchEmbed(`${site}.js`)).arrayBuffer());
    const packed = brotliCompressSync(loader, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    expect(packed.byteLength).toBeLessThanOrEqual(ONE_SEGMENT);
  });

  it("has no texts for a site that is not there", async () => {
    expect((await fetchEmbed("site_none.json")).status).toBe(404);
  });
});
