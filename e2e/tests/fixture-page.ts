import { createServer } from "node:http";
import { listen } from "../shop/listen.ts";
import { createOwnerApi } from "../shop/owner-api.ts";
import { findFreePort } from "../shop/ports.ts";
import type { Shop } from "../shop/start-shop.ts";

/** A page of a test's own that embeds the shop's site. */
export interface FixturePage {
  /** What stands before the script tag. */
  body: string;
  /** Content Security Policy. */
  policy?: string;
  /** More attributes of the script tag. */
  attributes?: string;
  /** Other bodies of the same website, by path; a whole answer when it begins with `<!doctype`, else a body. */
  pages?: Record<string, string>;
}

/** Serves the page from an origin of its own, which the site allows from then on. */
export async function servePage(shop: Shop, { body, policy = "", attributes = "", pages = {} }: FixturePage) {
  const port = await findFreePort(Number(new URL(shop.errand).port) + 10);
  const origin = `http://localhost:${port}`;
  const owner = createOwnerApi(shop.errand, shop.adminToken);
  await owner.changeSite(shop.site, { allowedOrigins: [shop.url, origin] });
  const tag = `<script async src="${shop.errand}/embed/${shop.site}.js" ${attributes}></script>`;
  const render = (content: string) =>
    content.startsWith("<!doctype")
      ? content
      : `<!doctype html>
    <html lang="en">
      <head><meta name="viewport" content="width=device-width"><title>Fixture</title><link rel="icon" href="data:,"></head>
      <body>${content}${tag}</body>
    </html>`;
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": policy };
  const server = createServer(({ url = "/" }, response) => {
    const { pathname } = new URL(url, origin);
    response.writeHead(200, headers).end(render(pages[pathname] ?? body));
  });
  return { origin, close: await listen(server, port, "127.0.0.1") };
}
