import { languageOf } from "@errand/shared/locale";
import type { ModelOutcome, OutcomeCode } from "@errand/shared/outcome";

type Sentence =
  | OutcomeCode
  | "unknown"
  | "working"
  | "stopped"
  | "model_failed"
  | "model_busy"
  | "model_refused"
  | "model_cut_short"
  | "budget_used"
  | "caps_reached"
  | "approval_expired"
  | "hand_over"
  | "page_failed"
  | "handing_over"
  | "handed_over"
  | "hand_over_failed";

const en: Record<Sentence, string> = {
  ok: "Done.",
  remote_error: "The service answered with an error.",
  timeout: "The service took too long to answer.",
  too_large: "The service's answer was too large.",
  blocked_address: "This action is not set up correctly. The site's owner can see why.",
  blocked_redirect: "This action is not set up correctly. The site's owner can see why.",
  tls_error: "A secure connection to the service could not be made.",
  network_error: "The service could not be reached.",
  invalid_arguments: "Something in the request was not right.",
  identity_required: "Please sign in to do this.",
  not_approved: "Cancelled. Nothing was changed.",
  definition_error: "This action is not set up correctly. The site's owner can see why.",
  unknown: "We could not see whether this went through. Please check before trying again.",
  working: "Working on it: {name}",
  stopped: "Stopped before the service had answered.",
  model_failed: "Sorry, I could not answer just now. Please try again.",
  model_busy: "A lot is going on here just now. Please try again in a moment.",
  model_refused: "I cannot help with that.",
  model_cut_short: "This answer became too long and ends here.",
  budget_used: "The assistant has reached its limit for today. Please try again tomorrow.",
  caps_reached: "That is as far as I can go in one reply.",
  page_failed: "That did not work on this page.",
  hand_over: "Hand over to a person",
  handing_over: "Calling a person…",
  handed_over: "I have passed this conversation on to the team. A person will answer you here.",
  hand_over_failed: "Nobody could be reached just now. Please try again later.",
  approval_expired:
    "This question was open for ten minutes and has ended. Nothing was changed. Please ask again.",
};

const az: Record<Sentence, string> = {
  ok: "Hazırdır.",
  remote_error: "Xidmət xəta ilə cavab verdi.",
  timeout: "Xidmət çox gec cavab verdi.",
  too_large: "Xidmətin cavabı həddən artıq böyük oldu.",
  blocked_address: "Bu əməliyyat düzgün qurulmayıb. Səbəbini saytın sahibi görə bilər.",
  blocked_redirect: "Bu əməliyyat düzgün qurulmayıb. Səbəbini saytın sahibi görə bilər.",
  tls_error: "Xidmətlə təhlükəsiz bağlantı qurula bilmədi.",
  network_error: "Xidmətlə əlaqə qurula bilmədi.",
  invalid_arguments: "Sorğuda nə isə düzgün deyildi.",
  identity_required: "Bunun üçün hesabınıza daxil olun.",
  not_approved: "Ləğv edildi. Heç nə dəyişdirilmədi.",
  definition_error: "Bu əməliyyat düzgün qurulmayıb. Səbəbini saytın sahibi görə bilər.",
  unknown: "Bunun baş tutub-tutmadığını görə bilmədik. Yenidən cəhd etməzdən əvvəl yoxlayın.",
  working: "İcra olunur: {name}",
  stopped: "Xidmət cavab verməzdən əvvəl dayandırıldı.",
  model_failed: "Bağışlayın, hazırda cavab verə bilmədim. Yenidən cəhd edin.",
  model_busy: "Hazırda müraciət çoxdur. Bir az sonra yenidən cəhd edin.",
  model_refused: "Bu mövzuda kömək edə bilmirəm.",
  model_cut_short: "Cavab həddən artıq uzun oldu və burada bitir.",
  budget_used: "Köməkçi bu günlük həddinə çatdı. Sabah yenidən cəhd edin.",
  caps_reached: "Bir cavabda bundan artığını edə bilmirəm.",
  page_failed: "Bu, səhifədə alınmadı.",
  hand_over: "Əməkdaşa yönləndirmək",
  handing_over: "Əməkdaş çağırılır…",
  handed_over: "Söhbəti komandaya ötürdüm. Sizə burada bir əməkdaş cavab verəcək.",
  hand_over_failed: "Hazırda heç kimlə əlaqə qurmaq mümkün olmadı. Sonra yenidən cəhd edin.",
  approval_expired: "Bu sualın on dəqiqəlik vaxtı bitdi. Heç nə dəyişdirilmədi. Yenidən soruşun.",
};

const byLanguage: Record<string, Record<Sentence, string>> = { en, az };

/** One of the server's own sentences for a visitor, in their language where we have it, else in English. */
export function say(sentence: Sentence, locale: string, name = ""): string {
  const words = byLanguage[languageOf(locale)] ?? en;
  return words[sentence].replace("{name}", name);
}

/** After these a change may have taken effect all the same. */
const UNCERTAIN = new Set<string>(["timeout", "too_large", "network_error", "blocked_redirect"]);

/** What a visitor is told of a run that did not succeed; `changes`: it was to change something. */
export function describeFailure({ outcome }: ModelOutcome, locale: string, changes = false): string {
  const sentence = say(outcome, locale);
  return changes && UNCERTAIN.has(outcome) ? `${sentence} ${say("unknown", locale)}` : sentence;
}
