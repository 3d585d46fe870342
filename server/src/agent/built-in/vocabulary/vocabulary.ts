/** What one language says in a conversation; each entry is a list of phrases parted by `|`. */
export interface Vocabulary {
  /** Words that carry no meaning for choosing an action. */
  stop: string;
  /** Words that carry a little, such as question words. */
  weak: string;
  greeting: string;
  thanks: string;
  goodbye: string;
  help: string;
  cancel: string;
  retry: string;
  /** What opens a correction: "no, …". */
  correction: string;
  yes: string;
  no: string;
  and: string;
  yesterday: string;
  today: string;
  tomorrow: string;
  /** What comes before a free text: "a ticket about …". */
  about: string;
  /** What links a label to its value: "the subject is …". */
  is: string;
  /** Names of parameters that hold the visitor's own words. */
  story: string;
  /** What stands for a value that was given before: "cancel it". */
  pronoun: string;
  /** From one to ten, in order. */
  numbers: string;
}
