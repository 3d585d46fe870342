/** One line of a table; `goal` says what the figure should be. */
export interface Row {
  what: string;
  measured: string;
  goal: string;
}
