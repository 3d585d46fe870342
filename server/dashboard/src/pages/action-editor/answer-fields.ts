/** A value inside an answer: where it stands, and what stood there. */
export interface AnswerField {
  /** JSON Pointer (RFC 6901); `*` stands for every member of a list. */
  pointer: string;
  sample: string;
}

const MOST = 50;
const SAMPLE_LENGTH = 60;

/** The JSON of an answer's body; undefined when it is none. */
export function parseAnswer(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/** The values of an answer in their order, of a list those of its first member. */
export function fieldsOf(answer: unknown): AnswerField[] {
  const found: AnswerField[] = [];
  collect(answer, "", found);
  return found.slice(0, MOST);
}

function collect(value: unknown, pointer: string, found: AnswerField[]): void {
  if (found.length >= MOST || value === undefined) return;
  if (Array.isArray(value)) return collect(value[0], `${pointer}/*`, found);
  if (typeof value !== "object" || value === null) {
    if (pointer !== "") found.push({ pointer, sample: toSample(value) });
    return;
  }
  for (const [key, member] of Object.entries(value)) collect(member, `${pointer}/${escapeToken(key)}`, found);
}

export function escapeToken(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function toSample(value: unknown): string {
  const text = String(value);
  return text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH - 1)}…` : text;
}
