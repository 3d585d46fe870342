/** What one language says in a conversation; each entry is a list of phrases parted by `|`. */
export interface Vocabulary {
  /** Words that carry no meaning for choosing an action. */
  stop: string;
  /** Words that carry a little, such as question words. */
  weak: string;
  greeting: string;
  wellbeing: string;
  thanks: string;
  goodbye: string;
  help: string;
  /** Asks who or what the assistant is. */
  who: string;
  /** Takes note and asks for nothing: "ok, good". */
  noted: string;
  /** Asks for a person instead of the assistant. */
  person: string;
  /** What a visitor wants to do with that person. */
  speak: string;
  cancel: string;
  retry: string;
  /** What opens a correction: "no, …". */
  correction: string;
  yes: string;
  no: string;
  and: string;
  /** What begins another wish in the same message: "…, and also …". */
  also: string;
  yesterday: string;
  today: string;
  tomorrow: string;
  dayAfterTomorrow: string;
  /** Makes a weekday one that is over: "last Monday". */
  last: string;
  next: string;
  /** Units after a number: "in 3 days". */
  days: string;
  weeks: string;
  /** What makes "3 days" a time to come: before the number, or after the unit. */
  inTime: string;
  noon: string;
  midnight: string;
  /** What comes before a free text: "a ticket about …". */
  about: string;
  /** What links a label to its value: "the subject is …". */
  is: string;
  /** Names of parameters that hold the visitor's own words. */
  story: string;
  /** What stands for a value that was given before: "cancel it". */
  pronoun: string;
  /** From one to twelve, in order. */
  numbers: string;
  /** From first to fifth, and last. */
  ordinals: string;
}
