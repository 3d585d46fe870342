import type { Vocabulary } from "./vocabulary.ts";

export const es: Vocabulary = {
  stop: "yo|me|mi|mis|mí|conmigo|nosotros|nos|nuestro|nuestra|tú|te|tu|tus|usted|ustedes|le|les|lo|la|los|las|el|él|ella|su|sus|se|un|una|unos|unas|y|o|u|e|pero|de|del|a|al|en|con|por|para|sin|sobre|que|qué|es|son|está|están|estoy|era|ser|estar|fue|he|ha|han|hay|tengo|tiene|tienen|quiero|quisiera|queremos|quería|quiere|necesito|necesitamos|puedo|puede|puedes|pueden|podría|podrías|podemos|favor|no|sí|si|ya|aún|aquí|allí|ahora|así|también|solo|muy|más|esto|este|esta|eso|ese|esa|hola|dime|dígame|decir|saber|dame|deme|dar|hacer|hago|gustaría|como|uno|número|todavía|ambos|vez|bien",
  weak: "dónde|donde|cuándo|cuando|cómo|quién|cuál|cuáles|cuánto|cuánta|cuántos|muéstrame|muéstreme|mostrar|mostrarme|ver|mira|mire|revisar|comprobar|buscar|encontrar|ayuda|ayúdame|nuevo|nueva|cosa|algo",
  greeting: "hola|buenas|buenos días|buenas tardes|buenas noches|muy buenas|saludos|hola buenas|buen día",
  wellbeing: "cómo estás|cómo está|qué tal|cómo te va|cómo le va|cómo está usted",
  thanks:
    "gracias|muchas gracias|mil gracias|muchísimas gracias|gracias por todo|genial|perfecto|estupendo|excelente|se lo agradezco|te lo agradezco",
  goodbye: "adiós|chao|chau|hasta luego|hasta pronto|nos vemos|hasta mañana|eso es todo|que tenga buen día",
  help: "ayuda|ayúdame|ayúdeme|qué puedes hacer|qué puede hacer|qué sabes hacer|qué puedes hacer por mí|qué puede hacer por mí|en qué puedes ayudarme|en qué me puede ayudar|en qué puede ayudarme|cómo puedes ayudarme|cómo puede ayudarme|qué puedo preguntar|menú|opciones|necesito ayuda|cómo funciona esto",
  who: "quién eres|quién es usted|qué eres|eres un bot|eres un robot|eres humano|eres una persona|es usted una persona|esto es un bot|cómo te llamas|hablo con un robot",
  noted: "ok|okey|vale|bien|bueno|de acuerdo|entendido|entiendo|muy bien|está bien|listo",
  person:
    "persona|una persona|humano|un humano|agente|un agente|operador|operadora|un operador|hablar con una persona|hablar con alguien|hablar con un humano|hablar con un agente|persona real|atención al cliente|servicio al cliente|asesor|un asesor|representante",
  speak: "hablar|hable|comunicar|contactar|pásame|páseme|conectar|comuníqueme|póngame",
  cancel:
    "cancelar|cancela|cancele|cancélalo|olvídalo|olvídelo|olvida eso|déjalo|déjelo|déjelo así|no importa|da igual|no hace falta|detente|basta|ya no|ya no quiero|cambié de idea|cambié de opinión|he cambiado de opinión|he cambiado de idea|mejor no|nada",
  retry:
    "otra vez|de nuevo|inténtalo de nuevo|inténtelo de nuevo|inténtalo otra vez|inténtelo otra vez|prueba otra vez|pruebe otra vez|repite|repítelo|una vez más|ya inicié sesión|he iniciado sesión|ya he iniciado sesión",
  correction:
    "no|perdón|perdona|perdone|disculpe|disculpa|quise decir|quería decir|me refiero a|me refería a|en realidad|mejor dicho|está mal|incorrecto|corrección|me equivoqué|más bien|en lugar de|digo",
  yes: "sí|si|claro|claro que sí|por supuesto|vale|de acuerdo|ok|correcto|exacto|desde luego|así es|verdadero",
  no: "no|nunca|jamás|para nada|tampoco|falso|de ninguna manera",
  and: "y|e|o|u",
  also: "y|y también|también|además|y además|luego|y luego|después|y después|y de paso",
  yesterday: "ayer",
  today: "hoy",
  tomorrow: "mañana",
  dayAfterTomorrow: "pasado mañana",
  last: "pasado|pasada|último|última",
  next: "próximo|próxima|que viene",
  days: "día|días",
  weeks: "semana|semanas",
  inTime: "en|dentro de",
  noon: "mediodía",
  midnight: "medianoche",
  about: "sobre|acerca de|porque|respecto a|diciendo que|que dice|debido a",
  is: "es|son|será|sea|sería|debe ser",
  story:
    "descripción|mensaje|texto|contenido|detalle|detalles|comentario|comentarios|pregunta|problema|motivo|razón|nota|notas|queja|opinión|solicitud",
  pronoun: "lo|la|los|las|eso|esto|este|esta|ese|esa|el mismo|la misma|cancélalo|cancélelo|cancelarlo",
  numbers: "uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce",
  ordinals: "primero|segundo|tercero|cuarto|quinto|último",
};
