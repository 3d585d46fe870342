import type { Kind } from "../values/find-values.ts";
import type { Sentences } from "./language.ts";

/** What a person has of their own, so that "your" goes with it. */
const OWN = new Set<Kind>(["code", "email", "phone", "url"]);

/** `Order number` → `order number`, while `IBAN` and `PIN code` stay. */
function insideSentence(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

export const en: Sentences = {
  greeting: (siteName) => (siteName ? `Hello! I am the assistant of ${siteName}.` : "Hello!"),
  thanks: "You are welcome!",
  goodbye: "Goodbye!",
  canDo: "I can help you with:",
  canDoAfterSignIn: "Once you are signed in, also with:",
  canDoNothing: "There is nothing that I can do for you here yet.",
  notUnderstood: "I am sorry, I did not understand that.",
  signInFirst: (action) => `For “${action}” you need to sign in first. Please sign in and ask me again.`,
  cancelled: "All right, I have left that.",
  cannotRepeat: "There is nothing that I could try again.",

  ask: (label, kind) => `What is ${OWN.has(kind) ? "your" : "the"} ${insideSentence(label)}?`,
  askList: (label) => `Please give me the ${insideSentence(label)}; part several with commas.`,
  forExample: (example) => `For example ${example}.`,
  options: (list) => `You can choose: ${list}.`,
  yesOrNo: "Please answer yes or no.",
  misfit(kind) {
    switch (kind) {
      case "email":
        return "That does not look like an e-mail address; it should be like name@example.com.";
      case "phone":
        return "That does not look like a phone number; please give it with the country code, such as +994 50 123 45 67.";
      case "url":
        return "That does not look like a web address; it should be like https://example.com.";
      case "date":
        return "I could not read that as a date; it should be like 2026-05-31.";
      case "datetime":
        return "I could not read that as a date and time; it should be like 2026-05-31 14:30.";
      case "number":
        return "That does not look like a number.";
      case "integer":
        return "That does not look like a whole number.";
      case "boolean":
        return "I could not tell whether that is a yes or a no.";
      case "choice":
        return "That is not one of the choices.";
      case "object":
        return "I could not read that; it should be JSON, such as {}.";
      default:
        return "That does not look right.";
    }
  },

  shown: "Here you are.",
  found: "Here is what I found:",
  foundNothing: "Nothing was found.",
  done: (action) => `“${action}” is done:`,
  doneEmpty: "Done.",
  more: (count) => `and ${count} more`,
  yes: "yes",
  no: "no",

  notFound: "I could not find that. Please check what you gave me; you can send me another value.",
  notAllowed: "The service did not allow that.",
  notAccepted: "The service did not accept that.",
  busy: "The service is too busy at the moment. Please try again in a little while.",
  remoteError: (changes) =>
    changes
      ? "The service had a problem, so I cannot tell you that it was done. Please check before you try again."
      : "The service had a problem and gave no answer. Please try again later.",
  serviceSays: (message) => `It said: “${message}”`,
  timeout: (changes) =>
    changes
      ? "The service took too long to answer. I could not see whether it went through; please check before you try again."
      : "The service took too long to answer. Please try again later.",
  unreachable: (changes) =>
    changes
      ? "The connection to the service failed. I could not see whether it went through; please check before you try again."
      : "I could not reach the service. Please try again later.",
  tooLarge: "The service's answer was too large for me to read.",
  misconfigured:
    "This is not set up correctly, so I could not do it. Please tell the people who run this site.",
  invalidArguments: "Some of what you gave me does not fit, so nothing was sent. Please check it.",
  identityRequired: "You need to sign in first. Please sign in and ask me again.",
  notApproved: "All right, nothing was changed.",
  unknown: "I could not see whether it went through. Please check before you try again.",
};
