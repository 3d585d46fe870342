import type { ComponentChildren } from "preact";

/** A table that scrolls sideways where it is wider than its place, by keyboard too. */
export function TableFrame(props: {
  label: string;
  /** On a narrow screen each row stands as a block, a cell by its `data-label`. */
  isStacked?: boolean;
  children: ComponentChildren;
}) {
  return (
    <div class="table-frame" role="region" aria-label={props.label} tabIndex={0}>
      <table class={props.isStacked ? "plain-table is-stacked" : "plain-table"}>{props.children}</table>
    </div>
  );
}
