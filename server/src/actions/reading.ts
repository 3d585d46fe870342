/** What reading a value yields: the value to send, or what it must be. */
export type Reading = { value: unknown } | { expected: string };
