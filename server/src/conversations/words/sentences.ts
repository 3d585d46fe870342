/** Every sentence that the server says to a visitor itself. `{name}` stands for an action's name. */
type SentenceName =
  | "ok"
  | "remote_error"
  | "timeout"
  | "too_large"
  | "not_set_up"
  | "tls_error"
  | "network_error"
  | "invalid_arguments"
  | "identity_required"
  | "not_approved"
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
  | "page_failed"
  | "hand_over"
  | "handing_over"
  | "handed_over"
  | "hand_over_failed";

export type Sentences = Record<SentenceName, string>;
