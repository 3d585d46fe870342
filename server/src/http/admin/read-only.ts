const READ_ONLY = new Set(["id", "createdAt", "updatedAt"]);

/** A body without what only the server sets, so that what was read can be sent back changed. */
export function withoutReadOnly(body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => !READ_ONLY.has(name)));
}
