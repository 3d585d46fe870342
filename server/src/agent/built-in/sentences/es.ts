import { askIn, misfitIn, type Sentences } from "./language.ts";

export const es: Sentences = {
  greeting: (siteName) => (siteName ? `¡Hola! Soy el asistente de ${siteName}.` : "¡Hola!"),
  wellbeing: "¡Muy bien, gracias! ¿En qué puedo ayudarle?",
  who: (siteName) =>
    siteName
      ? `Soy el asistente de ${siteName}: un programa informático, no una persona.`
      : "Soy el asistente de este sitio: un programa informático, no una persona.",
  thanks: "¡De nada!",
  goodbye: "¡Hasta luego!",
  noted: "De acuerdo. Dígame si necesita algo más.",
  canDo: "Puedo ayudarle con lo siguiente:",
  canDoAfterSignIn: "Cuando haya iniciado sesión, también con esto:",
  canDoNothing: "Por ahora no hay nada que pueda hacer por usted aquí.",
  notUnderstood: "Lo siento, no lo he entendido.",
  signInFirst: (action) =>
    `Para «${action}» primero tiene que iniciar sesión. Inicie sesión y vuelva a preguntarme.`,
  notForYou: (action) => `«${action}» no está disponible para su cuenta.`,
  cancelled: "De acuerdo, lo dejo.",
  cannotRepeat: "No hay nada que pueda volver a intentar.",
  whichOne: "¿A cuál de estas opciones se refiere?",
  noPerson:
    "Aquí no puedo ponerle en contacto con una persona. Utilice, por favor, los datos de contacto de este sitio.",
  handedOver: "He pasado su conversación al equipo. Una persona le responderá aquí.",
  cannotFill: (action) => `Para «${action}» hacen falta datos que no puedo pedirle en una conversación.`,

  ask: askIn({
    email: "Indíqueme, por favor, una dirección de correo electrónico",
    phone: "Indíqueme, por favor, un número de teléfono",
    url: "Indíqueme, por favor, una dirección web",
    date: "Indíqueme, por favor, una fecha",
    datetime: "Indíqueme, por favor, fecha y hora",
    number: "Indíqueme, por favor, un número",
    integer: "Indíqueme, por favor, un número",
    choice: "Elija, por favor",
    otherwise: "Indíqueme, por favor, este dato",
  }),
  askList: (label) => `Indíqueme, por favor, lo siguiente, separado por comas: ${label}.`,
  forExample: (example) => `Por ejemplo, ${example}.`,
  options: (list) => `Puede elegir entre: ${list}.`,
  yesOrNo: "Responda sí o no, por favor.",
  inUtc: "Indique la hora en UTC, por favor.",
  misfit: misfitIn({
    email: "Eso no parece una dirección de correo electrónico; debería ser como nombre@example.com.",
    phone:
      "Eso no parece un número de teléfono; indíquelo con el prefijo del país, por ejemplo +34 612 345 678.",
    url: "Eso no parece una dirección web; debería ser como https://example.com.",
    date: "No he podido leerlo como fecha; escríbala, por ejemplo, así: 31/05/2026.",
    datetime: "No he podido leerlo como fecha y hora; escríbalo, por ejemplo, así: 31/05/2026 14:30.",
    number: "Eso no parece un número.",
    integer: "Eso no parece un número entero.",
    boolean: "No he entendido si es un sí o un no.",
    choice: "Esa no es una de las opciones.",
    object: "No he podido leerlo; debería ser JSON, por ejemplo {}.",
    otherwise: "Eso no parece correcto.",
  }),

  shown: "Aquí tiene.",
  found: "Esto es lo que he encontrado:",
  foundNothing: "No se ha encontrado nada.",
  done: (action) => `«${action}» se ha completado:`,
  doneEmpty: "Hecho.",
  more: (count) => `y ${count} más`,
  yes: "sí",
  no: "no",

  notFound: "No lo he encontrado. Compruebe, por favor, el dato que me ha dado; también puede enviarme otro.",
  notAllowed: "El servicio no lo ha permitido.",
  notAccepted: "El servicio no lo ha aceptado.",
  busy: "El servicio está saturado en este momento. Inténtelo de nuevo dentro de un rato.",
  remoteError: (changes) =>
    changes
      ? "Ha habido un error en el servicio, así que no puedo asegurarle que se haya hecho. Compruébelo antes de volver a intentarlo."
      : "Ha habido un error en el servicio y no ha respondido. Inténtelo más tarde, por favor.",
  serviceSays: (message) => `La respuesta ha sido: «${message}»`,
  timeout: (changes) =>
    changes
      ? "El servicio ha tardado demasiado en responder. No he podido ver si se ha hecho; compruébelo antes de volver a intentarlo."
      : "El servicio ha tardado demasiado en responder. Inténtelo más tarde, por favor.",
  unreachable: (changes) =>
    changes
      ? "La conexión con el servicio ha fallado. No he podido ver si se ha hecho; compruébelo antes de volver a intentarlo."
      : "No he podido conectar con el servicio. Inténtelo más tarde, por favor.",
  tooLarge: "La respuesta del servicio era demasiado grande y no he podido leerla.",
  misconfigured:
    "Esto no está bien configurado y por eso no he podido hacerlo. Avise, por favor, a los responsables de este sitio.",
  invalidArguments:
    "Parte de lo que me ha indicado no es válido, así que no se ha enviado nada. Compruébelo, por favor.",
  identityRequired: "Primero tiene que iniciar sesión. Inicie sesión y vuelva a preguntarme.",
  notApproved: "De acuerdo, no se ha cambiado nada.",
  unknown: "No he podido ver si se ha hecho. Compruébelo antes de volver a intentarlo.",
};
