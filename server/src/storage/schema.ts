/**
 * The tables. Times are ISO 8601 UTC text, documents are JSON text, truth values are 0 or 1:
 * what SQLite and PostgreSQL store and compare alike.
 */

import type { ColumnType, Generated } from "kysely";

/** PostgreSQL answers 64-bit integers as text. */
type BigInteger = ColumnType<number | string, number, number>;

export interface Tables {
  settings: { name: string; value: string };
  admins: {
    id: string;
    name: string;
    password_hash: string;
    created_at: string;
    role: Generated<string>;
    /** Until when the password, which somebody else made, may be used once; null for a password of one's own. */
    one_time_until: string | null;
    signed_in_at: string | null;
  };
  /** It outlives the sites and accounts that it tells of. */
  audit_log: {
    id: string;
    at: string;
    /** Name of the account, or of the setting that holds the token. */
    actor: string;
    method: string;
    route: string;
    site_id: string | null;
    /** Id of what was changed. */
    thing: string | null;
    /** Its name at that time. */
    label: string | null;
    /** Names of what was changed in it, JSON. */
    fields: string;
  };
  admin_sessions: {
    token_hash: string;
    admin_id: string;
    csrf_token: string;
    created_at: string;
    expires_at: string;
  };
  sites: { id: string; settings: string; created_at: string; updated_at: string };
  identity_secrets: {
    id: string;
    site_id: string;
    kind: string;
    label: string;
    sealed: string;
    created_at: string;
    last_used_at: string | null;
    /** From this moment on nothing signed with it counts. */
    ends_at: string | null;
  };
  identity_keys: {
    id: string;
    site_id: string;
    source: string;
    algorithm: string;
    kid: string | null;
    /** PEM, JWK as JSON, or the address of a JWKS. */
    value: string;
    label: string;
    created_at: string;
    last_used_at: string | null;
    ends_at: string | null;
  };
  milestones: { site_id: string; step: string; first_at: string; last_at: string; detail: string | null };
  previews: {
    id: string;
    site_id: string;
    /** The `Visitor` as JSON. */
    visitor: string;
    /** Settings that stand in for the site's, as JSON. */
    settings: string | null;
    /** An action that stands in for a saved one, as JSON, its credential sealed. */
    draft: string | null;
    token_hash: string | null;
    created_at: string;
    expires_at: string;
  };
  webhook_secrets: { id: string; site_id: string; sealed: string; hint: string; created_at: string };
  signing_keys: {
    id: string;
    /** The public half as JWK (RFC 7517). */
    public_key: string;
    /** The private half; null once another key signs. */
    sealed: string | null;
    created_at: string;
    retired_at: string | null;
  };
  actions: {
    id: string;
    site_id: string;
    identifier: string;
    definition: string;
    credential_sealed: string | null;
    credential_hint: string | null;
    /** The access token had for the credential, with its times. */
    access_token_sealed: string | null;
    created_at: string;
    updated_at: string;
  };
  /** `definition` is an `EvalCase`. */
  evals: { id: string; site_id: string; definition: string; created_at: string; updated_at: string };
  sessions: {
    token_hash: string;
    site_id: string;
    origin: string;
    /** Whose conversations these are: `anonymous:<random>` or `user:<user_id>`. */
    visitor_key: string;
    /** The `Visitor` as JSON. */
    visitor: string;
    locale: string;
    /** What the visitor's proof was made with: a secret or a key, or nothing. */
    identity_secret_id: string | null;
    preview_id: string | null;
    identity_key_id: string | null;
    created_at: string;
    last_seen_at: string;
    expires_at: string;
    merged_at: string | null;
  };
  conversations: {
    id: string;
    site_id: string;
    visitor_key: string;
    /** 1 when the owner tries the assistant out. */
    preview: Generated<number>;
    /** Since when a person answers instead of the model; null while the model does. */
    handed_over_at: string | null;
    created_at: string;
    updated_at: string;
    /** How the visitor was verified; null when nobody noted it. */
    verification: string | null;
    /** What is known of the visitor, JSON. */
    visitor: string | null;
  };
  messages: {
    conversation_id: string;
    id: string;
    /** Position in the conversation, from 1. */
    seq: number;
    role: string;
    parts: string;
    /** `complete`, or `open` while the turn goes on or waits for an approval. */
    status: string;
    /** `person` for a reply that somebody at the owner's side wrote. */
    author: string | null;
    /** What models read and wrote for a reply; null when none counted. */
    input_tokens: number | null;
    output_tokens: number | null;
    created_at: string;
  };
  turn_claims: {
    conversation_id: string;
    turn_id: string;
    /** Ids of what the turn answers, JSON. */
    causes: string;
    /** 1 once somebody asked at another server that the turn end. */
    stop_asked: Generated<number>;
    /** Until when the claim holds unless it is renewed, in milliseconds since 1970 by the database's clock. */
    until_ms: BigInteger;
  };
  turn_traces: {
    conversation_id: string;
    message_id: string;
    /** What the model was asked and what it answered, step by step. */
    steps: string;
    created_at: string;
  };
  site_models: {
    site_id: string;
    vendor: string | null;
    base_url: string | null;
    api_key_sealed: string | null;
    api_key_hint: string | null;
    fallback: string | null;
    daily_token_budget: BigInteger | null;
  };
  token_usage: {
    site_id: string;
    /** UTC, `YYYY-MM-DD`. */
    day: string;
    input_tokens: BigInteger;
    output_tokens: BigInteger;
  };
  deliveries: {
    id: string;
    site_id: string;
    conversation_id: string;
    /** `webhook` or `mail`. */
    channel: string;
    payload: string;
    /** `waiting`, or `failed` after the last attempt; what has arrived is removed. */
    state: string;
    attempts: number;
    last_error: string | null;
    next_attempt_at: string;
    created_at: string;
  };
  approvals: {
    id: string;
    conversation_id: string;
    message_id: string;
    call_id: string;
    action_id: string;
    visitor_key: string;
    arguments: string;
    digest: string;
    state: string;
    created_at: string;
    expires_at: string;
  };
  runs: {
    id: string;
    site_id: string;
    action_id: string;
    identifier: string;
    conversation_id: string | null;
    message_id: string | null;
    call_id: string | null;
    arguments: string;
    digest: string;
    status: string;
    outcome: string | null;
    http_status: number | null;
    duration_ms: number | null;
    /** The `ModelOutcome`, as the model was told. */
    told: string | null;
    request: string | null;
    response: string | null;
    /** What the visitor was shown of the answer. */
    card: string | null;
    started_at: string;
    finished_at: string | null;
  };
  feedback: {
    conversation_id: string;
    message_id: string;
    value: string;
    comment: string | null;
    created_at: string;
  };
}
