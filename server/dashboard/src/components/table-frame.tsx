import type { ComponentChildren } from "preact";

/** A table that scrolls sideways where it is wider than its place, by keyboard too. */
export function TableFrame({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="table-frame" role="region" aria-label={label} tabIndex={0}>
      <table class="plain-table">{children}</table>
    </div>
  );
}
