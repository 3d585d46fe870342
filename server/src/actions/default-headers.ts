import { languageOf } from "@errand/shared/locale";
import type { Action } from "@errand/shared/action";
import { defaultContentType, sendsBody } from "@errand/shared/request-body";
import { takeRandom } from "../random-bytes.ts";
import { rememberByText } from "../remember.ts";

/** What the default headers tell of a run. */
interface CallDetails extends Pick<Action, "method" | "body"> {
  /** The origin under which this server is reached from outside. */
  publicOrigin: string;
  version: string;
  /** BCP 47 tag. */
  locale: string;
  runId: string;
}

/** The headers of every call, unless the owner sets another value. */
export function defaultHeaders(call: CallDetails): Record<string, string> {
  return {
    Origin: call.publicOrigin,
    Locale: call.locale,
    "Accept-Language": acceptLanguage(call.locale),
    ...(sendsBody(call.method) ? { "Content-Type": defaultContentType(call.body) } : {}),
    "X-Requested-With": "XMLHttpRequest",
    "User-Agent": `Errand/${call.version}`,
    ...(call.method === "GET" ? {} : { "Idempotency-Key": call.runId }),
    traceparent: createTraceparent(),
  };
}

/** RFC 9110 §12.5.4: the locale, then its language alone. */
const acceptLanguage = rememberByText((locale) => {
  const language = languageOf(locale);
  return language === locale ? locale : `${locale}, ${language};q=0.9`;
});

/** W3C Trace Context §3.2, the root of a new trace. Sampled, for the ledger holds every run. */
function createTraceparent(): string {
  const digits = takeRandom(24).toString("hex");
  return `00-${digits.slice(0, 32)}-${digits.slice(32)}-01`;
}

/** Joins headers whose names may differ in case; of two, the later value and spelling stays, at the earlier's place. */
export function mergeHeaders(...sources: Record<string, string>[]): Record<string, string> {
  const places = new Map<string, number>();
  const names: string[] = [];
  const values: string[] = [];
  for (const source of sources) {
    for (const name of Object.keys(source)) {
      const key = lowerCase(name);
      const place = places.get(key) ?? names.length;
      places.set(key, place);
      names[place] = name;
      values[place] = source[name] ?? "";
    }
  }
  const merged: Record<string, string> = {};
  for (const [place, name] of names.entries()) merged[name] = values[place] ?? "";
  return merged;
}

/** The same for one that hardly ever replaces another. */
export function addHeader(
  headers: Record<string, string>,
  added: Record<string, string>,
): Record<string, string> {
  const [name] = Object.keys(added);
  if (name === undefined) return headers;
  const key = lowerCase(name);
  const isNew = Object.keys(headers).every((each) => lowerCase(each) !== key);
  return isNew ? { ...headers, ...added } : mergeHeaders(headers, added);
}

/** The same few names come with every call. */
const lowerCase = rememberByText((name) => name.toLowerCase());
