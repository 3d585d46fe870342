import type { ComponentChildren } from "preact";

/** Heading of a part of a site's pages, with its main deed at the side. */
export function PartHead(props: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <div class="page-head">
      <div>
        <h1>{props.title}</h1>
        <p class="muted">{props.text}</p>
      </div>
      {props.children}
    </div>
  );
}
