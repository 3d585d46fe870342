/** A row of a list being edited; `key` keeps its field in place while others come and go. */
export interface Keyed {
  key: string;
}

let count = 0;

/** Gives each entry a key that no other row of this page has. */
export function keyed<Entry extends object>(entry: Entry): Entry & Keyed {
  count += 1;
  return { ...entry, key: `row-${count}` };
}

let added = "";

/** A row that the owner has just asked for: its first field takes the focus when it appears. */
export function addedRow<Entry extends object>(entry: Entry): Entry & Keyed {
  const row = keyed(entry);
  added = row.key;
  return row;
}

/** Whether a row is the one that was added last. */
export function isAdded({ key }: Keyed): boolean {
  return key === added;
}

/** The rows with one of them changed. */
export function changeRow<Row extends Keyed>(rows: readonly Row[], key: string, part: Partial<Row>): Row[] {
  return rows.map((row) => (row.key === key ? { ...row, ...part } : row));
}

/** The rows without one of them. */
export function removeRow<Row extends Keyed>(rows: readonly Row[], key: string): Row[] {
  return rows.filter((row) => row.key !== key);
}

/** The lines of a text that say something, each without its outer space. */
export function toLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
