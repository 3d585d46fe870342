import type { Kind } from "../values/find-values.ts";
import { misfitIn, type Sentences } from "./language.ts";

/** What a person has of their own, so that "your" goes with it. */
const OWN = new Set<Kind>(["code", "email", "phone", "url"]);

/** `Order number` → `order number`, while `IBAN` and `PIN code` stay. */
function insideSentence(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

export const en: Sentences = {
  greeting: (siteName) => (siteName ? `Hello! I am the assistant of ${siteName}.` : "Hello!"),
  wellbeing: "I am well, thank you! What can I do for you?",
  who: (siteName) =>
    siteName
      ? `I am the assistant of ${siteName}, a computer program and not a person.`
      : "I am this site's assistant, a computer program and not a person.",
  thanks: "You are welcome!",
  goodbye: "Goodbye!",
  noted: "All right. Tell me if you need anything else.",
  canDo: "I can help you with:",
  canDoAfterSignIn: "Once you are signed in, also with:",
  canDoNothing: "There is nothing that I can do for you here yet.",
  notUnderstood: "I am sorry, I did not understand that.",
  signInFirst: (action) => `For “${action}” you need to sign in first. Please sign in and ask me again.`,
  notForYou: (action) => `“${action}” is not available for your account.`,
  cancelled: "All right, I have left that.",
  cannotRepeat: "There is nothing that I could try again.",
  whichOne: "Which of these do you mean?",
  noPerson: "I cannot connect you with a person here. Please use the contact details on this site.",
  handedOver: "I have passed your conversation on to the team. A person will answer you here.",
  cannotFill: (action) => `For “${action}” I would need details that I cannot ask for in a conversation.`,

  ask: (label, kind) => `What is ${OWN.has(kind) ? "your" : "the"} ${insideSentence(label)}?`,
  askList: (label) => `Please give me the ${insideSentence(label)}; part several with commas.`,
  forExample: (example) => `For example ${example}.`,
  options: (list) => `You can choose: ${list}.`,
  yesOrNo: "Please answer yes or no.",
  inUtc: "Please give the time in UTC.",
  misfit: misfitIn({
    email: "That does not look like an e-mail address; it should be like name@example.com.",
    phone:
      "That does not look like a phone number; please give it with the country code, such as +994 50 123 45 67.",
    url: "That does not look like a web address; it should be like https://example.com.",
    date: "I could not read that as a date; it should be like 2026-05-31.",
    datetime: "I could not read that as a date and time; it should be like 2026-05-31 14:30.",
    number: "That does not look like a number.",
    integer: "That does not look like a whole number.",
    boolean: "I could not tell whether that is a yes or a no.",
    choice: "That is not one of the choices.",
    object: "I could not read that; it should be JSON, such as {}.",
    otherwise: "That does not look right.",
  }),

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
