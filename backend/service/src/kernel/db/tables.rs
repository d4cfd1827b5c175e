//! Every table, once for both databases.

diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    agreement_heads (agreement_id) { agreement_id -> Uid, number -> BigInt, hash -> Binary, }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    events (agreement_id, number) {
        agreement_id -> Uid, number -> BigInt, at -> Instant, person_id -> Nullable<Uid>, company_id -> Nullable<Uid>,
        kind -> Text, subject -> Uid, detail -> Text, hash -> Binary,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    reactions (agreement_id) { agreement_id -> Uid, number -> BigInt, }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    case_awaited (agreement_id, case_id, number) {
        agreement_id -> Uid, case_id -> Uid, number -> BigInt, kind -> Text, company_id -> Nullable<Uid>, since -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    secrets (name) { name -> Text, value -> Binary, created_at -> Instant, }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    idempotency (caller, key, field) {
        caller -> Uid, key -> Text, field -> Text, request -> Binary, answer -> Text, created_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    companies (id) { id -> Uid, code -> Text, name -> Text, kind -> Text, created_at -> Instant, }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    people (id) {
        id -> Uid, email -> Text, name -> Text, company_id -> Uid, operator -> Bool, active -> Bool,
        password -> Nullable<Text>, created_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    sessions (id) { id -> Uid, digest -> Binary, person_id -> Uid, created_at -> Instant, expires_at -> Instant, }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    openid_accounts (person_id, issuer) { person_id -> Uid, issuer -> Text, subject -> Text, bound_at -> Instant, }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::Instant;
    openid_returns (digest) { digest -> Binary, expires_at -> Instant, }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    invitations (digest) {
        digest -> Binary, person_id -> Nullable<Uid>, created_at -> Instant, expires_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    api_tokens (id) {
        id -> Uid, digest -> Binary, person_id -> Uid, name -> Text, scopes -> Text, created_at -> Instant,
        expires_at -> Instant, revoked_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    agreements (id) { id -> Uid, code -> Text, name -> Text, in_force -> Nullable<Integer>,
        ended -> Nullable<Date>, created_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    grants (agreement_id, person_id, company_id, role) {
        agreement_id -> Uid, person_id -> Uid, company_id -> Uid, role -> Text, prospect -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    parties (agreement_id, company_id) {
        agreement_id -> Uid, company_id -> Uid, joins -> Date, leaves -> Nullable<Date>,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    agreement_versions (agreement_id, version) {
        agreement_id -> Uid, version -> Integer, state -> Text, standing -> Jsonb, effective_from -> Date, terms -> Text, digest -> Binary,
        created_at -> Instant, changed_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    measurements (agreement_id, source, source_key) {
        agreement_id -> Uid, source -> Text, source_key -> Text, kpi_id -> Uid, company_id -> Uid, service_id -> Uid,
        observed_at -> Instant, value -> Nullable<BigInt>, good -> Nullable<BigInt>, total -> Nullable<BigInt>,
        weight -> Nullable<BigInt>, revision -> Integer, recorded_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    measurement_revisions (agreement_id, source, source_key, revision) {
        agreement_id -> Uid, source -> Text, source_key -> Text, revision -> Integer, kpi_id -> Uid,
        company_id -> Uid, service_id -> Uid, observed_at -> Instant, value -> Nullable<BigInt>,
        good -> Nullable<BigInt>, total -> Nullable<BigInt>, weight -> Nullable<BigInt>, recorded_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    rollups (agreement_id, grain, starts, kpi_id, company_id, service_id) {
        agreement_id -> Uid, grain -> Text, starts -> Date, kpi_id -> Uid, company_id -> Uid, service_id -> Uid,
        bucket -> Binary,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    assessments (agreement_id, id) {
        agreement_id -> Uid, id -> Uid, period -> Text, ended -> Bool, figures -> Text, assessed_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    deviations (agreement_id, id) {
        agreement_id -> Uid, id -> Uid, kpi_id -> Uid, company_id -> Nullable<Uid>, service_id -> Nullable<Uid>,
        period -> Text, scope_key -> Text, kind -> Text, state -> Text, disclosed -> Bool, body -> Jsonb,
        raised_at -> Instant, revision -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    corrective_actions (agreement_id, id) {
        agreement_id -> Uid, id -> Uid, deviation_id -> Uid, state -> Text, body -> Jsonb, created_at -> Instant,
        revision -> Integer, due_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    action_companies (agreement_id, action_id, company_id) {
        agreement_id -> Uid, action_id -> Uid, company_id -> Uid,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    cases (agreement_id, id) {
        agreement_id -> Uid, id -> Uid, source -> Text, reference -> Text, kind -> Text, phase -> Text,
        priority -> Text, package -> Nullable<Text>, service_id -> Uid, customer_id -> Nullable<Uid>,
        team_id -> Nullable<Uid>, company_id -> Nullable<Uid>, offered_team_id -> Nullable<Uid>,
        opened_at -> Instant, due_at -> Instant, resolved_at -> Nullable<Instant>, last_at -> Instant,
        hand_overs -> Integer, bounces -> Integer, team_hand_overs -> Integer, team_bounces -> Integer,
        reopens -> Integer, line -> Integer, red_flag -> Bool, settled -> Bool, revision -> Integer,
        region -> Nullable<Text>, language -> Nullable<Text>, product -> Nullable<Text>, skills -> Nullable<Text>,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    case_events (agreement_id, case_id, number) {
        agreement_id -> Uid, case_id -> Uid, number -> BigInt, at -> Instant, kind -> Text,
        person_id -> Nullable<Uid>, company_id -> Nullable<Uid>, source -> Nullable<Text>,
        source_key -> Nullable<Text>, body -> Jsonb, recorded_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    case_companies (agreement_id, company_id, case_id) {
        agreement_id -> Uid, company_id -> Uid, case_id -> Uid,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    ledger_parts (agreement_id, case_id, place) {
        agreement_id -> Uid, case_id -> Uid, place -> Integer, part -> Text, company_id -> Nullable<Uid>,
        holder_id -> Nullable<Uid>, reason -> Nullable<Text>, micros -> BigInt,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    case_timers (agreement_id, case_id, name, at) {
        agreement_id -> Uid, case_id -> Uid, name -> Text, at -> Instant, fired -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::Uid;
    case_measures (agreement_id) {
        agreement_id -> Uid, measures -> Text, last_case -> Nullable<Uid>,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    boundaries (agreement_id, id) {
        agreement_id -> Uid, id -> Uid, code -> Text, service_id -> Uid, company_id -> Uid, team_id -> Uid,
        state -> Text, body -> Jsonb, created_at -> Instant, revision -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    boundary_drafts (agreement_id, boundary_id, revision) {
        agreement_id -> Uid, boundary_id -> Uid, revision -> Integer, body -> Jsonb,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    findings (agreement_id, id) {
        agreement_id -> Uid, id -> Uid, kind -> Text, service_id -> Uid, state -> Text, body -> Jsonb,
        found_at -> Instant, revision -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    trainings (agreement_id, id) {
        agreement_id -> Uid, id -> Uid, boundary_id -> Uid, version -> Integer, team_id -> Uid, body -> Jsonb,
        revision -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    webhooks (agreement_id, id) {
        agreement_id -> Uid, id -> Uid, company_id -> Uid, body -> Jsonb, created_at -> Instant, revision -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    webhook_deliveries (id) {
        id -> Uid, about -> Uid, webhook_id -> Uid, event_number -> BigInt, kind -> Text, subject -> Uid,
        happened_at -> Instant, state -> Text, due -> Nullable<Instant>, tries -> Integer, attempts -> Jsonb,
        changed_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    calendar_feeds (id) {
        id -> Uid, digest -> Binary, person_id -> Uid, about -> Nullable<Uid>, group_id -> Nullable<Uid>,
        created_at -> Instant, revoked_at -> Nullable<Instant>, token_id -> Nullable<Uid>,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::Uid;
    meeting_invitations (about, meeting_id, person_id) {
        about -> Uid, meeting_id -> Uid, person_id -> Uid, sequence -> Integer, withdrawn -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    mails (id) {
        id -> Uid, about -> Uid, person_id -> Uid, topic -> Text, state -> Text, due -> Nullable<Instant>,
        body -> Jsonb, created_at -> Instant, changed_at -> Instant, revision -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    mail_settings (person_id) {
        person_id -> Uid, body -> Jsonb, changed_at -> Instant, revision -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    meetings (agreement_id, id) {
        agreement_id -> Uid, id -> Uid, group_id -> Uid, cadence -> Nullable<Text>, occurrence ->
        Nullable<Text>, state -> Text, starts_at -> Instant, ends_at -> Instant, body -> Jsonb, created_at
        -> Instant, revision -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    agenda_items (agreement_id, id) {
        agreement_id -> Uid, id -> Uid, meeting_id -> Uid, subject -> Nullable<Text>, state -> Text, body ->
        Jsonb, revision -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    decisions (agreement_id, id) {
        agreement_id -> Uid, id -> Uid, group_id -> Uid, meeting_id -> Nullable<Uid>, state -> Text, body ->
        Jsonb, created_at -> Instant, revision -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    action_items (agreement_id, id) {
        agreement_id -> Uid, id -> Uid, meeting_id -> Nullable<Uid>, company_id -> Uid, person_id ->
        Nullable<Uid>, state -> Text, due_on -> Date, body -> Jsonb, created_at -> Instant, revision ->
        Integer,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    coordination_timers (agreement_id, subject_id, name) {
        agreement_id -> Uid, subject_id -> Uid, name -> Text, due -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    escalations (agreement_id, id) {
        agreement_id -> Uid, id -> Uid, subject_key -> Text, case_id -> Nullable<Uid>, action_id -> Nullable<Uid>,
        company_id -> Uid, raiser_id -> Nullable<Uid>, customer_id -> Nullable<Uid>, path -> Text, began -> Text,
        state -> Text, level -> Integer, due_at -> Nullable<Instant>, body -> Jsonb, raised_at -> Instant,
        revision -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::Uid;
    escalation_holders (agreement_id, person_id, escalation_id) {
        agreement_id -> Uid, person_id -> Uid, escalation_id -> Uid,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::{Uid, Instant};
    voices (agreement_id, id) {
        agreement_id -> Uid, id -> Uid, customer_id -> Uid, kind -> Text, state -> Text, due -> Nullable<Instant>,
        body -> Jsonb, created_at -> Instant, revision -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::Uid;
    voice_companies (agreement_id, company_id, voice_id) {
        agreement_id -> Uid, company_id -> Uid, voice_id -> Uid,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::Uid;
    vocabularies (agreement_id, company_id) {
        agreement_id -> Uid, company_id -> Uid, body -> Jsonb, revision -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::*; use super::super::types::Uid;
    alignment_assessments (agreement_id, company_id, id) {
        agreement_id -> Uid, company_id -> Uid, id -> Uid, assessed_on -> Date, body -> Jsonb,
    }
}
diesel::joinable!(people -> companies (company_id));
diesel::joinable!(sessions -> people (person_id));
diesel::joinable!(api_tokens -> people (person_id));
diesel::joinable!(grants -> agreements (agreement_id));
diesel::allow_columns_to_appear_in_same_group_by_clause!(case_companies::company_id, cases::service_id);
diesel::allow_tables_to_appear_in_same_query!(
    agreements,
    agreement_heads,
    reactions,
    people,
    companies,
    sessions,
    api_tokens,
    grants,
    parties,
    agreement_versions,
    action_companies,
    cases,
    case_events,
    case_companies,
    ledger_parts,
    case_timers,
    corrective_actions,
    deviations,
    voices,
    voice_companies,
    meetings,
    agenda_items,
    escalations,
    escalation_holders,
);
