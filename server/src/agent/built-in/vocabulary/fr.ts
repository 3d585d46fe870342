import type { Vocabulary } from "./vocabulary.ts";

export const fr: Vocabulary = {
  stop: "je|me|moi|mon|ma|mes|nous|notre|nos|tu|te|toi|ton|ta|tes|vous|votre|vos|il|elle|on|ils|elles|le|la|les|l|un|une|des|du|de|d|et|mais|en|dans|sur|sous|avec|par|pour|sans|chez|à|au|aux|ce|cet|cette|ces|ça|cela|ceci|que|qui|quoi|est|sont|était|être|suis|ai|a|as|ont|avez|avoir|avait|voudrais|veux|veut|voulons|voulais|aimerais|peux|peut|pouvez|pourriez|pourrais|puis|faut|besoin|s'il|vous plaît|plaît|plait|svp|stp|ne|n|pas|non|oui|si|y|aussi|maintenant|ici|là|déjà|encore|très|plus|bonjour|salut|dites|dis|dire|savoir|donnez|donne|faire|fais|faites|merci|bien|numéro|comme|sera|seront|se|s|j|c|t|m|qu|tout",
  weak: "où|quand|comment|quel|quelle|quels|quelles|pourquoi|combien|montrez|montre|montrer|voir|vérifier|vérifiez|trouver|trouvez|aide|aidez|aider|nouveau|nouvelle|chose|quelque",
  greeting: "bonjour|salut|bonsoir|coucou|bonjour à tous|bien le bonjour|rebonjour|bonne journée à vous",
  wellbeing: "comment allez-vous|comment ça va|ça va|comment vas-tu|vous allez bien|tu vas bien|comment va",
  thanks:
    "merci|merci beaucoup|merci bien|mille mercis|grand merci|un grand merci|super|parfait|génial|excellent|c'est gentil",
  goodbye:
    "au revoir|à bientôt|à plus tard|à plus|bonne nuit|bonne journée|bonne soirée|c'est tout|ce sera tout|adieu",
  help: "aide|aidez-moi|aide-moi|que pouvez-vous faire|qu'est-ce que vous pouvez faire|que peux-tu faire|que sais-tu faire|que savez-vous faire|comment pouvez-vous m'aider|comment peux-tu m'aider|que puis-je demander|menu|options|j'ai besoin d'aide|besoin d'aide|comment ça marche|que pouvez-vous faire pour moi",
  who: "qui êtes-vous|qui es-tu|tu es qui|vous êtes qui|êtes-vous un robot|es-tu un robot|êtes-vous un bot|es-tu humain|êtes-vous humain|c'est un robot|comment vous appelez-vous|comment t'appelles-tu",
  noted: "ok|okay|d'accord|très bien|bien|entendu|compris|je vois|je comprends|bon|ça marche",
  person:
    "humain|un humain|une personne|vraie personne|une vraie personne|conseiller|conseillère|un conseiller|agent|un agent|opérateur|un opérateur|parler à quelqu'un|parler à une personne|parler à un humain|parler à un conseiller|parler avec quelqu'un|service client|quelqu'un de réel",
  speak: "parler|joindre|contacter|discuter|passez|mettez|passer|relation",
  cancel:
    "annuler|annule|annulez|annulez ça|laisse tomber|laissez tomber|laisse|laissez|oublie|oubliez|oublie ça|oubliez ça|tant pis|pas besoin|peu importe|ce n'est pas grave|arrête|arrêtez|stop|j'ai changé d'avis|changé d'avis|finalement non|plus besoin|ce n'est plus la peine",
  retry:
    "encore une fois|réessaie|réessayez|essaie encore|essayez encore|essayez à nouveau|à nouveau|de nouveau|recommence|recommencez|répète|répétez|je suis connecté|je suis connectée|je me suis connecté|je me suis connectée",
  correction:
    "non|pardon|désolé|désolée|excusez-moi|je voulais dire|je veux dire|en fait|plutôt|c'est faux|erreur|je me suis trompé|je me suis trompée|correction|à la place|mais non|ou plutôt",
  yes: "oui|ouais|bien sûr|certainement|volontiers|d'accord|ok|exact|exactement|tout à fait|vrai|évidemment",
  no: "non|pas du tout|jamais|surtout pas|faux|pas question",
  and: "et|ou|ainsi que",
  also: "et|et aussi|aussi|puis|et puis|ensuite|et ensuite|de plus|en plus|également",
  yesterday: "hier",
  today: "aujourd'hui",
  tomorrow: "demain",
  dayAfterTomorrow: "après-demain|après demain",
  last: "dernier|dernière|passé",
  next: "prochain|prochaine",
  days: "jour|jours",
  weeks: "semaine|semaines",
  inTime: "dans|d'ici",
  noon: "midi",
  midnight: "minuit",
  about: "à propos de|au sujet de|concernant|parce que|disant que|qui dit|pour dire que",
  is: "est|sont|sera|serait|soit|doit être",
  story:
    "description|message|texte|contenu|détail|détails|commentaire|commentaires|question|problème|raison|motif|note|notes|avis|réclamation|demande",
  pronoun:
    "la|le|les|ça|cela|celle-ci|celui-ci|cette commande|la même|le même|annulez-la|annule-la|annulez-le",
  numbers: "un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze",
  ordinals: "premier|deuxième|troisième|quatrième|cinquième|dernier",
};
