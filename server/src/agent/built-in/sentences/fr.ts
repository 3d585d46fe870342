import { askIn, misfitIn, type Sentences } from "./language.ts";

export const fr: Sentences = {
  greeting: (siteName) => (siteName ? `Bonjour ! Je suis l’assistant de ${siteName}.` : "Bonjour !"),
  wellbeing: "Très bien, merci ! Que puis-je faire pour vous ?",
  who: (siteName) =>
    siteName
      ? `Je suis l’assistant de ${siteName} : un programme informatique, pas une personne.`
      : "Je suis l’assistant de ce site : un programme informatique, pas une personne.",
  thanks: "Je vous en prie !",
  goodbye: "Au revoir !",
  noted: "D’accord. Dites-moi si vous avez besoin d’autre chose.",
  canDo: "Je peux vous aider pour :",
  canDoAfterSignIn: "Une fois connecté, également pour :",
  canDoNothing: "Je ne peux encore rien faire pour vous ici.",
  notUnderstood: "Désolé, je n’ai pas compris.",
  signInFirst: (action) =>
    `Pour « ${action} », il faut d’abord vous connecter. Connectez-vous puis reposez-moi la question.`,
  notForYou: (action) => `« ${action} » n’est pas disponible pour votre compte.`,
  cancelled: "D’accord, je laisse cela.",
  cannotRepeat: "Il n’y a rien que je puisse réessayer.",
  whichOne: "De quoi s’agit-il parmi ceci ?",
  noPerson:
    "Je ne peux pas vous mettre en relation avec une personne ici. Merci d’utiliser les coordonnées indiquées sur ce site.",
  handedOver: "J’ai transmis votre conversation à l’équipe. Une personne vous répondra ici.",
  cannotFill: (action) =>
    `Pour « ${action} », il faut des informations que je ne peux pas demander dans une conversation.`,

  ask: askIn(
    {
      email: "Indiquez, s’il vous plaît, une adresse e-mail",
      phone: "Indiquez, s’il vous plaît, un numéro de téléphone",
      url: "Indiquez, s’il vous plaît, une adresse web",
      date: "Indiquez, s’il vous plaît, une date",
      datetime: "Indiquez, s’il vous plaît, la date et l’heure",
      number: "Indiquez, s’il vous plaît, un nombre",
      integer: "Indiquez, s’il vous plaît, un nombre",
      choice: "Choisissez, s’il vous plaît",
      otherwise: "Indiquez, s’il vous plaît",
    },
    " :",
  ),
  askList: (label) => `Indiquez ceci, s’il vous plaît, en séparant par des virgules : ${label}.`,
  forExample: (example) => `Par exemple ${example}.`,
  options: (list) => `Vous avez le choix entre : ${list}.`,
  yesOrNo: "Répondez par oui ou par non.",
  inUtc: "Donnez l’heure en UTC.",
  misfit: misfitIn({
    email: "Cela ne ressemble pas à une adresse e-mail ; elle devrait être du type nom@example.com.",
    phone:
      "Cela ne ressemble pas à un numéro de téléphone ; indiquez-le avec l’indicatif du pays, par exemple +33 6 12 34 56 78.",
    url: "Cela ne ressemble pas à une adresse web ; elle devrait être du type https://example.com.",
    date: "Je n’ai pas pu lire cela comme une date ; écrivez par exemple 31/05/2026.",
    datetime: "Je n’ai pas pu lire cela comme une date et une heure ; écrivez par exemple 31/05/2026 14:30.",
    number: "Cela ne ressemble pas à un nombre.",
    integer: "Cela ne ressemble pas à un nombre entier.",
    boolean: "Je n’ai pas compris si c’est oui ou non.",
    choice: "Cela ne fait pas partie des choix.",
    object: "Je n’ai pas pu lire cela ; il faut du JSON, par exemple {}.",
    otherwise: "Cela ne semble pas correct.",
  }),

  shown: "Voici.",
  found: "Voici ce que j’ai trouvé :",
  foundNothing: "Rien n’a été trouvé.",
  done: (action) => `« ${action} » : c’est fait.`,
  doneEmpty: "C’est fait.",
  more: (count) => `et ${count} de plus`,
  yes: "oui",
  no: "non",

  notFound:
    "Je n’ai pas trouvé cela. Vérifiez ce que vous m’avez indiqué ; vous pouvez aussi m’envoyer une autre valeur.",
  notAllowed: "Le service ne l’a pas autorisé.",
  notAccepted: "Le service ne l’a pas accepté.",
  busy: "Le service est surchargé en ce moment. Réessayez dans un petit moment.",
  remoteError: (changes) =>
    changes
      ? "Le service a rencontré un problème, je ne peux donc pas vous dire que c’est fait. Vérifiez avant de réessayer."
      : "Le service a rencontré un problème et n’a pas répondu. Réessayez plus tard.",
  serviceSays: (message) => `Sa réponse : « ${message} »`,
  timeout: (changes) =>
    changes
      ? "Le service a mis trop de temps à répondre. Je n’ai pas pu voir si la demande a abouti ; vérifiez avant de réessayer."
      : "Le service a mis trop de temps à répondre. Réessayez plus tard.",
  unreachable: (changes) =>
    changes
      ? "La connexion au service a échoué. Je n’ai pas pu voir si la demande a abouti ; vérifiez avant de réessayer."
      : "Je n’ai pas pu joindre le service. Réessayez plus tard.",
  tooLarge: "La réponse du service était trop volumineuse pour que je la lise.",
  misconfigured:
    "Cette action est mal configurée, je n’ai donc pas pu l’exécuter. Merci de prévenir les responsables de ce site.",
  invalidArguments:
    "Une partie de ce que vous m’avez indiqué ne convient pas, rien n’a donc été envoyé. Vérifiez vos indications.",
  identityRequired: "Il faut d’abord vous connecter. Connectez-vous puis reposez-moi la question.",
  notApproved: "D’accord, rien n’a été modifié.",
  unknown: "Je n’ai pas pu voir si la demande a abouti. Vérifiez avant de réessayer.",
};
