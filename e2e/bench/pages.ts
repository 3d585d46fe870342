import type { Shop } from "../shop/start-shop.ts";

/** A page such as the widget is put on: some text, a form, and its own style sheet. */
const HOST = `
  <style>
    body { margin: 0 auto; max-width: 60rem; font: 16px/1.6 Georgia, serif; color: #222; background: #fafafa }
    h1 { color: #7a1f3d } button { border: 3px double teal; padding: 4px } p:nth-child(odd) { margin-left: 2rem }
  </style>
  <h1>A page</h1>
  <form><label>Search <input name="q"></label><button>Go</button></form>
  ${"<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.</p>".repeat(60)}`;

/** A chat button by hand, with no library: the least that any chat could cost. */
export const BUTTON_SCRIPT = `(() => {
  const host = document.createElement("plain-chat");
  const root = host.attachShadow({ mode: "open" });
  root.innerHTML = '<style>button{position:fixed;right:20px;bottom:20px;width:56px;height:56px;border:0;border-radius:50%;background:#1f6b4f;color:#fff}' +
    'section{position:fixed;right:20px;bottom:90px;width:400px;height:600px;background:#fff;border:1px solid #ddd}</style>' +
    '<button class="launcher" aria-label="Chat">?</button><section hidden><h2>Chat</h2><textarea></textarea></section>';
  root.querySelector("button").onclick = () => {
    root.querySelector("section").hidden = false;
    root.querySelector("textarea").focus();
  };
  document.documentElement.append(host);
})();`;

/** The same page three times: with the widget, with the button, with neither. */
export function benchPages({ errand, site }: Shop, buttonOrigin: string) {
  const page = (script: string) =>
    `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Bench</title><link rel="icon" href="data:,"></head><body>${HOST}${script}</body></html>`;
  return {
    "/widget": page(`<script async src="${errand}/embed/${site}.js"></script>`),
    "/button": page(`<script async src="${buttonOrigin}/button.js"></script>`),
    "/neither": page(""),
  };
}
