import type { CreateTableBuilder } from "kysely";

/** Builds a table whose named columns are text; a trailing `?` lets a column be null. */
export function textColumns<Table extends string>(
  table: CreateTableBuilder<Table>,
  names: string,
): CreateTableBuilder<Table, string> {
  return names.split(" ").reduce(
    (built, name) => {
      if (name.endsWith("?")) return built.addColumn(name.slice(0, -1), "text");
      return built.addColumn(name, "text", (column) => column.notNull());
    },
    table as CreateTableBuilder<Table, string>,
  );
}
