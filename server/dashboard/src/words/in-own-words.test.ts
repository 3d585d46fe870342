import { afterEach, expect, it } from "vitest";
import { az } from "./az.ts";
import { en } from "./en.ts";
import { inOwnWords, problemInWords } from "./in-own-words.ts";
import { speak } from "./words.ts";

const sources = Object.values(
  import.meta.glob<string>("../../../src/**/*.ts", { eager: true, query: "?raw", import: "default" }),
)
  .join("\n")
  .replaceAll("\\'", "'");

afterEach(() => speak(en));

const TAKEN = { title: 'The identifier "find" is taken by another action of this site.', code: "conflict" };
const PORT =
  "The URL has a port other than 443. Whoever runs this server may allow it by listing the origin in ERRAND_PRIVATE_ORIGINS.";

it("tells a sentence of the server in the language that is spoken, with what it names", () => {
  expect(problemInWords(TAKEN)).toBe(TAKEN.title);
  expect(inOwnWords(PORT)).toBe(PORT);
  speak(az);
  expect(problemInWords(TAKEN)).toBe('"find" identifikatoru bu saytın başqa əməliyyatındadır.');
  expect(inOwnWords(PORT)).toBe(
    "Ünvanın portu 443 deyil. Serveri idarə edən mənbəni ERRAND_PRIVATE_ORIGINS siyahısına əlavə etməklə buna icazə verə bilər.",
  );
});

it("tells the notes of an import, with the names and the sentences in them", () => {
  speak(az);
  expect(
    [
      'Enter the OAuth client\'s id in place of "your-client-id". Enter the credential under authorization before you enable the action.',
      'Left out because they are optional: "page", "size" and 3 more. To use one, add a required parameter and its placeholder.',
      'The call may have the cookie "sid", and no cookie is ever sent.',
      "/url: must be https",
    ].map(inOwnWords),
  ).toEqual([
    '"your-client-id" əvəzinə OAuth müştərisinin id-sini yazın. Əməliyyatı işə salmazdan əvvəl giriş məlumatını avtorizasiya bölməsində yazın.',
    'Məcburi olmadığı üçün buraxıldı: "page", "size" və daha 3 ədəd. İstifadə etmək üçün məcburi parametr və onun yer tutucusunu əlavə edin.',
    'Çağırış bunu ehtiva edə bilər: "sid" kukisi. Kukilər isə heç vaxt göndərilmir.',
    "/url: must be https",
  ]);
});

it("tells a problem that it has no sentence for by its code, with the English beside it", () => {
  const gone = { title: 'There is no run "run_1" here.', code: "not_found" };
  const faulty = {
    title: "The request is not valid. /name: must not be empty",
    code: "invalid_request",
    errors: [{ pointer: "/name", message: "must not be empty" }],
  };
  const unknown = { title: "Something new.", code: "something_new" };
  for (const problem of [gone, faulty, unknown]) expect(problemInWords(problem)).toBe(problem.title);
  speak(az);
  expect(problemInWords(gone)).toBe('Bu burada yoxdur və ya artıq silinib. (There is no run "run_1" here.)');
  expect(problemInWords(faulty)).toBe("Sorğu düzgün deyil. /name: boş ola bilməz");
  expect(problemInWords(unknown)).toBe("Something new.");
});

/** Parts that are long enough to be told from any other text. */
const partsOf = (sentence: string) =>
  sentence
    .split(/…|Model: |needs an? /)
    .map((part) => part.replaceAll(/^[^a-z]+|\W+$/gi, ""))
    .filter((part) => part.length > 11);

it.each(Object.keys({ ...en.serverSentences, ...en.identitySentences, ...en.importNotes }))(
  "the server still says: %s",
  (sentence) => {
    const parts = partsOf(sentence);
    expect(parts.filter((part) => !sources.includes(part))).toEqual([]);
  },
);
