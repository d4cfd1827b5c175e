-- Rows are visible only inside the agreements that the transaction entered (closed when it entered none).
CREATE FUNCTION enter(agreements text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('SET LOCAL concordat.agreements = %L', agreements);
END
$$;

-- Distributed: one row per agreement, the only row that a write transaction locks.
CREATE TABLE agreement_heads (
    agreement_id uuid NOT NULL,
    number bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT agreement_heads_pk PRIMARY KEY (agreement_id)
);
ALTER TABLE agreement_heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_heads FORCE ROW LEVEL SECURITY;
CREATE POLICY agreement_heads_scope ON agreement_heads
    USING (agreement_id = ANY (string_to_array(current_setting('concordat.agreements', true), ',')::uuid[]));

-- Distributed, append-only: every change, numbered per agreement, hash-chained.
CREATE TABLE events (
    agreement_id uuid NOT NULL,
    number bigint NOT NULL,
    at timestamptz NOT NULL,
    person_id uuid,
    company_id uuid,
    kind text NOT NULL,
    subject uuid NOT NULL,
    detail text NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT events_pk PRIMARY KEY (agreement_id, number)
);
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
ALTER TABLE events FORCE ROW LEVEL SECURITY;
CREATE POLICY events_scope ON events
    USING (agreement_id = ANY (string_to_array(current_setting('concordat.agreements', true), ',')::uuid[]));

-- Local: secrets of the instance, such as the key that signs short tokens.
CREATE TABLE secrets (
    name text NOT NULL,
    value bytea NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT secrets_pk PRIMARY KEY (name)
);

-- Local: what a write with an idempotency key answered.
CREATE TABLE idempotency (
    caller uuid NOT NULL,
    key text NOT NULL,
    field text NOT NULL,
    request bytea NOT NULL,
    answer text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT idempotency_pk PRIMARY KEY (caller, key, field)
);

-- Reference: companies of the instance.
CREATE TABLE companies (
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT companies_pk PRIMARY KEY (id),
    CONSTRAINT companies_code_key UNIQUE (code)
);

-- Reference: people; a person without a password cannot sign in with one.
CREATE TABLE people (
    id uuid NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    company_id uuid NOT NULL,
    operator boolean NOT NULL,
    active boolean NOT NULL,
    password text,
    created_at timestamptz NOT NULL,
    CONSTRAINT people_pk PRIMARY KEY (id),
    CONSTRAINT people_email_key UNIQUE (email)
);
ALTER TABLE people ADD CONSTRAINT people_company_fk FOREIGN KEY (company_id) REFERENCES companies (id);

-- Local: browser sessions and the links that set a password, by the digest of their secret.
CREATE TABLE sessions (
    id uuid NOT NULL,
    digest bytea NOT NULL,
    person_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT sessions_pk PRIMARY KEY (id),
    CONSTRAINT sessions_digest_key UNIQUE (digest)
);
CREATE TABLE invitations (
    digest bytea NOT NULL,
    person_id uuid,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT invitations_pk PRIMARY KEY (digest)
);

-- Local: API tokens of partners' systems, by the digest of their secret.
CREATE TABLE api_tokens (
    id uuid NOT NULL,
    digest bytea NOT NULL,
    person_id uuid NOT NULL,
    name text NOT NULL,
    scopes text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    CONSTRAINT api_tokens_pk PRIMARY KEY (id),
    CONSTRAINT api_tokens_digest_key UNIQUE (digest)
);
CREATE INDEX api_tokens_by_person ON api_tokens (person_id, id);

-- Reference: agreements, and what decides which of them an actor may enter.
CREATE TABLE agreements (
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    in_force integer,
    ended date,
    created_at timestamptz NOT NULL,
    CONSTRAINT agreements_pk PRIMARY KEY (id),
    CONSTRAINT agreements_code_key UNIQUE (code)
);
CREATE TABLE grants (
    agreement_id uuid NOT NULL,
    person_id uuid NOT NULL,
    company_id uuid NOT NULL,
    role text NOT NULL,
    prospect boolean NOT NULL,
    CONSTRAINT grants_pk PRIMARY KEY (agreement_id, person_id, company_id, role)
);
CREATE INDEX grants_by_person ON grants (person_id);
ALTER TABLE grants ADD CONSTRAINT grants_agreement_fk FOREIGN KEY (agreement_id) REFERENCES agreements (id);
ALTER TABLE grants ADD CONSTRAINT grants_person_fk FOREIGN KEY (person_id) REFERENCES people (id);
ALTER TABLE grants ADD CONSTRAINT grants_company_fk FOREIGN KEY (company_id) REFERENCES companies (id);
CREATE TABLE parties (
    agreement_id uuid NOT NULL,
    company_id uuid NOT NULL,
    joins date NOT NULL,
    leaves date,
    CONSTRAINT parties_pk PRIMARY KEY (agreement_id, company_id)
);
ALTER TABLE parties ADD CONSTRAINT parties_agreement_fk FOREIGN KEY (agreement_id) REFERENCES agreements (id);
ALTER TABLE parties ADD CONSTRAINT parties_company_fk FOREIGN KEY (company_id) REFERENCES companies (id);

-- Distributed: versions, each with its terms as the document that the parties sign and, in its standing, their
-- signatures.
CREATE TABLE agreement_versions (
    agreement_id uuid NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    standing jsonb NOT NULL,
    effective_from date NOT NULL,
    terms text NOT NULL,
    digest bytea NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT agreement_versions_pk PRIMARY KEY (agreement_id, version)
);
ALTER TABLE agreement_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY agreement_versions_scope ON agreement_versions
    USING (agreement_id = ANY (string_to_array(current_setting('concordat.agreements', true), ',')::uuid[]));

-- Distributed: facts as last reported; earlier values of a corrected fact are kept beside them, append-only.
-- Values are millionths of the KPI's unit. Keys are compared byte by byte, as on SQLite. The policies of the big tables
-- look for the id in the text of the scope: cheaper for each row, and no index is chosen for it.
CREATE TABLE measurements (
    agreement_id uuid NOT NULL,
    source text COLLATE "C" NOT NULL,
    source_key text COLLATE "C" NOT NULL,
    kpi_id uuid NOT NULL,
    company_id uuid NOT NULL,
    service_id uuid NOT NULL,
    observed_at timestamptz NOT NULL,
    value bigint,
    good bigint,
    total bigint,
    weight bigint,
    revision integer NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT measurements_pk PRIMARY KEY (agreement_id, source, source_key)
);
CREATE INDEX measurements_by_time ON measurements (agreement_id, observed_at);
ALTER TABLE measurements ENABLE ROW LEVEL SECURITY;
ALTER TABLE measurements FORCE ROW LEVEL SECURITY;
CREATE POLICY measurements_scope ON measurements
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);
CREATE TABLE measurement_revisions (
    agreement_id uuid NOT NULL,
    source text COLLATE "C" NOT NULL,
    source_key text COLLATE "C" NOT NULL,
    revision integer NOT NULL,
    kpi_id uuid NOT NULL,
    company_id uuid NOT NULL,
    service_id uuid NOT NULL,
    observed_at timestamptz NOT NULL,
    value bigint,
    good bigint,
    total bigint,
    weight bigint,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT measurement_revisions_pk PRIMARY KEY (agreement_id, source, source_key, revision)
);
ALTER TABLE measurement_revisions ENABLE ROW LEVEL SECURITY;
ALTER TABLE measurement_revisions FORCE ROW LEVEL SECURITY;
CREATE POLICY measurement_revisions_scope ON measurement_revisions
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: the facts of one local day or month (`grain`), merged; `bucket` is the encoded state.
CREATE TABLE rollups (
    agreement_id uuid NOT NULL,
    grain text NOT NULL,
    starts date NOT NULL,
    kpi_id uuid NOT NULL,
    company_id uuid NOT NULL,
    service_id uuid NOT NULL,
    bucket bytea NOT NULL,
    CONSTRAINT rollups_pk PRIMARY KEY (agreement_id, grain, starts, kpi_id, company_id, service_id)
);
ALTER TABLE rollups ENABLE ROW LEVEL SECURITY;
ALTER TABLE rollups FORCE ROW LEVEL SECURITY;
CREATE POLICY rollups_scope ON rollups
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed, append-only: what the group saw of a period when it was assessed. A running one freezes no figures.
CREATE TABLE assessments (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    period text NOT NULL,
    ended boolean NOT NULL,
    figures text NOT NULL,
    assessed_at timestamptz NOT NULL,
    CONSTRAINT assessments_pk PRIMARY KEY (agreement_id, id)
);
CREATE INDEX assessments_by_period ON assessments (agreement_id, period, assessed_at);
ALTER TABLE assessments ENABLE ROW LEVEL SECURITY;
ALTER TABLE assessments FORCE ROW LEVEL SECURITY;
CREATE POLICY assessments_scope ON assessments
    USING (agreement_id = ANY (string_to_array(current_setting('concordat.agreements', true), ',')::uuid[]));

-- Distributed: one per KPI, scope and period; `body` is the whole deviation, the columns beside it are for finding it.
-- `disclosed` tells whether every party may see its figure.
CREATE TABLE deviations (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    kpi_id uuid NOT NULL,
    company_id uuid,
    service_id uuid,
    period text NOT NULL,
    scope_key text NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    disclosed boolean NOT NULL,
    body jsonb NOT NULL,
    raised_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT deviations_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT deviations_scope_key UNIQUE (agreement_id, scope_key)
);
CREATE INDEX deviations_by_state ON deviations (agreement_id, state, id);
ALTER TABLE deviations ENABLE ROW LEVEL SECURITY;
ALTER TABLE deviations FORCE ROW LEVEL SECURITY;
CREATE POLICY deviations_scope ON deviations
    USING (agreement_id = ANY (string_to_array(current_setting('concordat.agreements', true), ',')::uuid[]));

-- Distributed: a joint plan with its tasks and consents.
CREATE TABLE corrective_actions (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    deviation_id uuid NOT NULL,
    state text NOT NULL,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT corrective_actions_pk PRIMARY KEY (agreement_id, id)
);
CREATE INDEX corrective_actions_by_deviation ON corrective_actions (agreement_id, deviation_id);
CREATE INDEX corrective_actions_by_state ON corrective_actions (agreement_id, state, id);
ALTER TABLE corrective_actions ADD CONSTRAINT corrective_actions_deviation_fk
    FOREIGN KEY (agreement_id, deviation_id) REFERENCES deviations (agreement_id, id);
ALTER TABLE corrective_actions ENABLE ROW LEVEL SECURITY;
ALTER TABLE corrective_actions FORCE ROW LEVEL SECURITY;
CREATE POLICY corrective_actions_scope ON corrective_actions
    USING (agreement_id = ANY (string_to_array(current_setting('concordat.agreements', true), ',')::uuid[]));

-- Distributed: the companies that have a task in a plan, to find it by.
CREATE TABLE action_companies (
    agreement_id uuid NOT NULL,
    action_id uuid NOT NULL,
    company_id uuid NOT NULL,
    CONSTRAINT action_companies_pk PRIMARY KEY (agreement_id, action_id, company_id)
);
ALTER TABLE action_companies ADD CONSTRAINT action_companies_action_fk
    FOREIGN KEY (agreement_id, action_id) REFERENCES corrective_actions (agreement_id, id);
ALTER TABLE action_companies ENABLE ROW LEVEL SECURITY;
ALTER TABLE action_companies FORCE ROW LEVEL SECURITY;
CREATE POLICY action_companies_scope ON action_companies
    USING (agreement_id = ANY (string_to_array(current_setting('concordat.agreements', true), ',')::uuid[]));

-- Distributed: what customers brought. All of it is derived from the log, for finding and counting; `due_at` is the next
-- deadline toward the customer, at the end of time (2199-12-31) where there is none. Team and company hold it now. A
-- reference is unique within its source. What belongs to a case below is written together with it and has no foreign key: the check
-- of each row would cost an import a fifth of its speed.
CREATE TABLE cases (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    source text COLLATE "C" NOT NULL,
    reference text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    phase text NOT NULL,
    priority text NOT NULL,
    package text,
    service_id uuid NOT NULL,
    customer_id uuid,
    team_id uuid,
    company_id uuid,
    offered_team_id uuid,
    opened_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    resolved_at timestamptz,
    last_at timestamptz NOT NULL,
    hand_overs integer NOT NULL,
    bounces integer NOT NULL,
    team_hand_overs integer NOT NULL,
    team_bounces integer NOT NULL,
    reopens integer NOT NULL,
    line integer NOT NULL,
    red_flag boolean NOT NULL,
    settled boolean NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT cases_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT cases_reference_key UNIQUE (agreement_id, source, reference)
);
CREATE INDEX cases_by_team ON cases (agreement_id, team_id, due_at, id);
CREATE INDEX cases_by_phase ON cases (agreement_id, phase, id);
CREATE INDEX cases_by_customer ON cases (agreement_id, customer_id, id);
ALTER TABLE cases ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases FORCE ROW LEVEL SECURITY;
CREATE POLICY cases_scope ON cases
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed, append-only: the log of each case, from which everything else is derived. An imported event has the key
-- that it has in its source.
CREATE TABLE case_events (
    agreement_id uuid NOT NULL,
    case_id uuid NOT NULL,
    number bigint NOT NULL,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    person_id uuid,
    company_id uuid,
    source text COLLATE "C",
    source_key text COLLATE "C",
    body jsonb NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT case_events_pk PRIMARY KEY (agreement_id, case_id, number)
);
ALTER TABLE case_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_events FORCE ROW LEVEL SECURITY;
CREATE POLICY case_events_scope ON case_events
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: the companies that opened, held, were offered or shared a case, to find it by.
CREATE TABLE case_companies (
    agreement_id uuid NOT NULL,
    company_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT case_companies_pk PRIMARY KEY (agreement_id, company_id, case_id)
);
ALTER TABLE case_companies ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_companies FORCE ROW LEVEL SECURITY;
CREATE POLICY case_companies_scope ON case_companies
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: the ledger of each case, merged by part: open time of the customers' calendar in microseconds. `company_id`
-- is who is charged, `holder_id` who held the case then.
CREATE TABLE ledger_parts (
    agreement_id uuid NOT NULL,
    case_id uuid NOT NULL,
    place integer NOT NULL,
    part text NOT NULL,
    company_id uuid,
    holder_id uuid,
    reason text,
    micros bigint NOT NULL,
    CONSTRAINT ledger_parts_pk PRIMARY KEY (agreement_id, case_id, place)
);
ALTER TABLE ledger_parts ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_parts FORCE ROW LEVEL SECURITY;
CREATE POLICY ledger_parts_scope ON ledger_parts
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: what will happen to a case by time alone, made anew with each change of the case, and what has. Whoever fires
-- one holds the agreement's head and marks it with its event, so it fires once.
CREATE TABLE case_timers (
    agreement_id uuid NOT NULL,
    case_id uuid NOT NULL,
    name text NOT NULL,
    at timestamptz NOT NULL,
    fired boolean NOT NULL,
    CONSTRAINT case_timers_pk PRIMARY KEY (agreement_id, case_id, name, at)
);
CREATE INDEX case_timers_by_time ON case_timers (agreement_id, fired, at);
ALTER TABLE case_timers ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_timers FORCE ROW LEVEL SECURITY;
CREATE POLICY case_timers_scope ON case_timers
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: where a company's responsibility for a service element ends; `body` is the whole boundary with every version,
-- the columns beside it are for finding it. `state` is that of its open version, else of what was approved last.
CREATE TABLE boundaries (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    code text COLLATE "C" NOT NULL,
    service_id uuid NOT NULL,
    company_id uuid NOT NULL,
    team_id uuid NOT NULL,
    state text NOT NULL,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT boundaries_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT boundaries_code_key UNIQUE (agreement_id, code)
);
ALTER TABLE boundaries ENABLE ROW LEVEL SECURITY;
ALTER TABLE boundaries FORCE ROW LEVEL SECURITY;
CREATE POLICY boundaries_scope ON boundaries
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed, append-only: what an expert read at each revision, so that two who edit it see what changed between.
CREATE TABLE boundary_drafts (
    agreement_id uuid NOT NULL,
    boundary_id uuid NOT NULL,
    revision integer NOT NULL,
    body jsonb NOT NULL,
    CONSTRAINT boundary_drafts_pk PRIMARY KEY (agreement_id, boundary_id, revision)
);
ALTER TABLE boundary_drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE boundary_drafts FORCE ROW LEVEL SECURITY;
CREATE POLICY boundary_drafts_scope ON boundary_drafts
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: what analyses of the boundaries in force have found, by the name that a finding keeps; `state` is open,
-- accepted or vanished.
CREATE TABLE findings (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    service_id uuid NOT NULL,
    state text NOT NULL,
    body jsonb NOT NULL,
    found_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT findings_pk PRIMARY KEY (agreement_id, id)
);
ALTER TABLE findings ENABLE ROW LEVEL SECURITY;
ALTER TABLE findings FORCE ROW LEVEL SECURITY;
CREATE POLICY findings_scope ON findings
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: what a team has to learn of a version of a boundary, and who has; `body` is the whole plan.
CREATE TABLE trainings (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    boundary_id uuid NOT NULL,
    version integer NOT NULL,
    team_id uuid NOT NULL,
    body jsonb NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT trainings_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT trainings_team_key UNIQUE (agreement_id, boundary_id, version, team_id)
);
ALTER TABLE trainings ENABLE ROW LEVEL SECURITY;
ALTER TABLE trainings FORCE ROW LEVEL SECURITY;
CREATE POLICY trainings_scope ON trainings
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- What a case needs of whoever works on it; skills are joined by line ends.
ALTER TABLE cases ADD COLUMN region text;
ALTER TABLE cases ADD COLUMN language text;
ALTER TABLE cases ADD COLUMN product text;
ALTER TABLE cases ADD COLUMN skills text;
CREATE INDEX cases_by_service ON cases (agreement_id, service_id, opened_at);

-- Distributed: how far KPIs have taken their measures from the cases that were there before them. `measures` is the digest of
-- what the KPIs take, `last_case` the last case from which they took it, in order of id; null once they have from all.
CREATE TABLE case_measures (
    agreement_id uuid NOT NULL,
    measures text NOT NULL,
    last_case uuid,
    CONSTRAINT case_measures_pk PRIMARY KEY (agreement_id)
);
ALTER TABLE case_measures ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_measures FORCE ROW LEVEL SECURITY;
CREATE POLICY case_measures_scope ON case_measures
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: the meetings of the coordination groups; `body` is the whole meeting, the columns beside it are for finding it.
-- `occurrence` is the local start that the recurrence of its cadence gives it: none twice.
CREATE TABLE meetings (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    cadence text,
    occurrence text,
    state text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT meetings_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT meetings_occurrence_key UNIQUE (agreement_id, group_id, cadence, occurrence)
);
CREATE INDEX meetings_by_start ON meetings (agreement_id, starts_at, id);
CREATE INDEX meetings_by_group ON meetings (agreement_id, group_id, starts_at, id);
ALTER TABLE meetings ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings FORCE ROW LEVEL SECURITY;
CREATE POLICY meetings_scope ON meetings
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: the matters on the agendas; `subject` names what a matter is about, so that an agenda has it once; `state` is
-- open or what came of it.
CREATE TABLE agenda_items (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    subject text,
    state text NOT NULL,
    body jsonb NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT agenda_items_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT agenda_items_subject_key UNIQUE (agreement_id, meeting_id, subject)
);
ALTER TABLE agenda_items ADD CONSTRAINT agenda_items_meeting_fk
    FOREIGN KEY (agreement_id, meeting_id) REFERENCES meetings (agreement_id, id);
ALTER TABLE agenda_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenda_items FORCE ROW LEVEL SECURITY;
CREATE POLICY agenda_items_scope ON agenda_items
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: what the groups are to decide and have decided, with what each company says.
CREATE TABLE decisions (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    meeting_id uuid,
    state text NOT NULL,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT decisions_pk PRIMARY KEY (agreement_id, id)
);
CREATE INDEX decisions_by_meeting ON decisions (agreement_id, meeting_id);
CREATE INDEX decisions_by_state ON decisions (agreement_id, state, id);
ALTER TABLE decisions ADD CONSTRAINT decisions_meeting_fk
    FOREIGN KEY (agreement_id, meeting_id) REFERENCES meetings (agreement_id, id);
ALTER TABLE decisions ENABLE ROW LEVEL SECURITY;
ALTER TABLE decisions FORCE ROW LEVEL SECURITY;
CREATE POLICY decisions_scope ON decisions
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: what companies are to do because of a meeting.
CREATE TABLE action_items (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid,
    company_id uuid NOT NULL,
    person_id uuid,
    state text NOT NULL,
    due_on date NOT NULL,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT action_items_pk PRIMARY KEY (agreement_id, id)
);
CREATE INDEX action_items_by_meeting ON action_items (agreement_id, meeting_id);
CREATE INDEX action_items_by_state ON action_items (agreement_id, state, due_on);
ALTER TABLE action_items ADD CONSTRAINT action_items_meeting_fk
    FOREIGN KEY (agreement_id, meeting_id) REFERENCES meetings (agreement_id, id);
ALTER TABLE action_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE action_items FORCE ROW LEVEL SECURITY;
CREATE POLICY action_items_scope ON action_items
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: what will happen to a meeting, a decision or an action item by time alone; a row goes when it has.
CREATE TABLE coordination_timers (
    agreement_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    name text NOT NULL,
    due timestamptz NOT NULL,
    CONSTRAINT coordination_timers_pk PRIMARY KEY (agreement_id, subject_id, name)
);
CREATE INDEX coordination_timers_by_due ON coordination_timers (agreement_id, due, subject_id, name);
ALTER TABLE coordination_timers ENABLE ROW LEVEL SECURITY;
ALTER TABLE coordination_timers FORCE ROW LEVEL SECURITY;
CREATE POLICY coordination_timers_scope ON coordination_timers
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: matters that climb until they are answered; `body` is the whole escalation, the columns beside it are for
-- finding it. `subject_key` names the same matter again. `due_at` is the next deadline: there is one as long as it is not over.
CREATE TABLE escalations (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    subject_key text NOT NULL,
    case_id uuid,
    action_id uuid,
    company_id uuid NOT NULL,
    raiser_id uuid,
    customer_id uuid,
    path text NOT NULL,
    began text NOT NULL,
    state text NOT NULL,
    level integer NOT NULL,
    due_at timestamptz,
    body jsonb NOT NULL,
    raised_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT escalations_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT escalations_due_check CHECK ((due_at IS NULL) = (state IN ('closed', 'withdrawn')))
);
CREATE INDEX escalations_by_due ON escalations (agreement_id, due_at);
CREATE INDEX escalations_by_subject ON escalations (agreement_id, subject_key);
CREATE INDEX escalations_by_case ON escalations (agreement_id, case_id);
ALTER TABLE escalations ENABLE ROW LEVEL SECURITY;
ALTER TABLE escalations FORCE ROW LEVEL SECURITY;
CREATE POLICY escalations_scope ON escalations
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: to whom an escalation came, at every level at which it stood.
CREATE TABLE escalation_holders (
    agreement_id uuid NOT NULL,
    person_id uuid NOT NULL,
    escalation_id uuid NOT NULL,
    CONSTRAINT escalation_holders_pk PRIMARY KEY (agreement_id, person_id, escalation_id)
);
ALTER TABLE escalation_holders ENABLE ROW LEVEL SECURITY;
ALTER TABLE escalation_holders FORCE ROW LEVEL SECURITY;
CREATE POLICY escalation_holders_scope ON escalation_holders
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- When the next task of a corrective action is overdue and nobody was told. Of what is under way already it is looked at
-- once, as if it were due since it was drafted.
ALTER TABLE corrective_actions ADD COLUMN due_at timestamptz;
ALTER TABLE corrective_actions NO FORCE ROW LEVEL SECURITY;
UPDATE corrective_actions SET due_at = created_at WHERE state IN ('acting', 'verifying');
ALTER TABLE corrective_actions FORCE ROW LEVEL SECURITY;
CREATE INDEX corrective_actions_by_due ON corrective_actions (agreement_id, due_at);

-- Local: the outbox: mails that wait, are being sent, were sent or could not be delivered. `about` is the agreement that a
-- mail speaks of (nobody reads it by row-level security: the worker goes through the mails of all agreements). `due` is
-- when it is looked at next, also when the lease of a server that has died ends; null once it is settled.
CREATE TABLE mails (
    id uuid NOT NULL,
    about uuid NOT NULL,
    person_id uuid NOT NULL,
    topic text NOT NULL,
    state text NOT NULL,
    due timestamptz,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT mails_pk PRIMARY KEY (id)
);
CREATE INDEX mails_due ON mails (due, id) WHERE due IS NOT NULL;
CREATE INDEX mails_waiting ON mails (person_id, about) WHERE due IS NOT NULL;
CREATE INDEX mails_by_state ON mails (about, state, id);
CREATE INDEX mails_settled ON mails (changed_at) WHERE due IS NULL;

-- Local: how a person wants to be told; nobody's row until they say so.
CREATE TABLE mail_settings (
    person_id uuid NOT NULL,
    body jsonb NOT NULL,
    changed_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT mail_settings_pk PRIMARY KEY (person_id)
);

-- Distributed: what customers prefer and want improved; `body` is the whole of it with what each company says, the columns beside it
-- are for finding it. `due` is when it is found that a company has said nothing; null once it has been, or once there is
-- nothing to find.
CREATE TABLE voices (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    due timestamptz,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT voices_pk PRIMARY KEY (agreement_id, id)
);
CREATE INDEX voices_by_due ON voices (agreement_id, due, id);
CREATE INDEX voices_by_state ON voices (agreement_id, state, id);
CREATE INDEX voices_by_customer ON voices (agreement_id, customer_id, id);
ALTER TABLE voices ENABLE ROW LEVEL SECURITY;
ALTER TABLE voices FORCE ROW LEVEL SECURITY;
CREATE POLICY voices_scope ON voices
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: the companies that were asked about it, to find it by.
CREATE TABLE voice_companies (
    agreement_id uuid NOT NULL,
    company_id uuid NOT NULL,
    voice_id uuid NOT NULL,
    CONSTRAINT voice_companies_pk PRIMARY KEY (agreement_id, company_id, voice_id)
);
ALTER TABLE voice_companies ENABLE ROW LEVEL SECURITY;
ALTER TABLE voice_companies FORCE ROW LEVEL SECURITY;
CREATE POLICY voice_companies_scope ON voice_companies
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: a company's own words, and which words of the agreement they mean; `body` is all of them.
CREATE TABLE vocabularies (
    agreement_id uuid NOT NULL,
    company_id uuid NOT NULL,
    body jsonb NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT vocabularies_pk PRIMARY KEY (agreement_id, company_id)
);
ALTER TABLE vocabularies ENABLE ROW LEVEL SECURITY;
ALTER TABLE vocabularies FORCE ROW LEVEL SECURITY;
CREATE POLICY vocabularies_scope ON vocabularies
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed, append-only: how well a company is aligned, aspect by aspect, as the group found on a day.
CREATE TABLE alignment_assessments (
    agreement_id uuid NOT NULL,
    company_id uuid NOT NULL,
    id uuid NOT NULL,
    assessed_on date NOT NULL,
    body jsonb NOT NULL,
    CONSTRAINT alignment_assessments_pk PRIMARY KEY (agreement_id, company_id, id)
);
ALTER TABLE alignment_assessments ENABLE ROW LEVEL SECURITY;
ALTER TABLE alignment_assessments FORCE ROW LEVEL SECURITY;
CREATE POLICY alignment_assessments_scope ON alignment_assessments
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: systems of companies that are told of an agreement's events; `body` is the whole webhook with the secrets that
-- count.
CREATE TABLE webhooks (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    company_id uuid NOT NULL,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT webhooks_pk PRIMARY KEY (agreement_id, id)
);
ALTER TABLE webhooks ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhooks FORCE ROW LEVEL SECURITY;
CREATE POLICY webhooks_scope ON webhooks
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Local: messages to webhooks that wait, were taken or given up. `about` is the agreement (the worker goes through those of all
-- agreements). `due` is when one is tried next, also when the lease of a server that has died ends; null once it is settled.
CREATE TABLE webhook_deliveries (
    id uuid NOT NULL,
    about uuid NOT NULL,
    webhook_id uuid NOT NULL,
    event_number bigint NOT NULL,
    kind text NOT NULL,
    subject uuid NOT NULL,
    happened_at timestamptz NOT NULL,
    state text NOT NULL,
    due timestamptz,
    tries integer NOT NULL,
    attempts jsonb NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT webhook_deliveries_pk PRIMARY KEY (id),
    CONSTRAINT webhook_deliveries_event_key UNIQUE (webhook_id, event_number)
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (due, id) WHERE due IS NOT NULL;
CREATE INDEX webhook_deliveries_settled ON webhook_deliveries (changed_at) WHERE due IS NULL;

-- Local: secret addresses at which a person's calendar program reads their meetings, by the digest of the secret. `about` and
-- `group_id` name one coordination group; without them it is all of the person's meetings.
CREATE TABLE calendar_feeds (
    id uuid NOT NULL,
    digest bytea NOT NULL,
    person_id uuid NOT NULL,
    about uuid,
    group_id uuid,
    created_at timestamptz NOT NULL,
    revoked_at timestamptz,
    CONSTRAINT calendar_feeds_pk PRIMARY KEY (id),
    CONSTRAINT calendar_feeds_digest_key UNIQUE (digest)
);
CREATE INDEX calendar_feeds_by_person ON calendar_feeds (person_id, id);

-- Local: who was invited to which meeting of the agreement `about`, to what state of it, so that a mail goes out for each change
-- and not for each look.
CREATE TABLE meeting_invitations (
    about uuid NOT NULL,
    meeting_id uuid NOT NULL,
    person_id uuid NOT NULL,
    sequence integer NOT NULL,
    withdrawn boolean NOT NULL,
    CONSTRAINT meeting_invitations_pk PRIMARY KEY (about, meeting_id, person_id)
);

-- Distributed: how far the reactions to an agreement's log have come: the number of the last event that was followed. What
-- happened before there were reactions is not followed any more.
CREATE TABLE reactions (
    agreement_id uuid NOT NULL,
    number bigint NOT NULL,
    CONSTRAINT reactions_pk PRIMARY KEY (agreement_id)
);
SELECT enter(coalesce(string_agg(id::text, ','), '')) FROM agreements;
INSERT INTO reactions SELECT agreement_id, number FROM agreement_heads;
ALTER TABLE reactions ENABLE ROW LEVEL SECURITY;
ALTER TABLE reactions FORCE ROW LEVEL SECURITY;
CREATE POLICY reactions_scope ON reactions
    USING (agreement_id = ANY (string_to_array(current_setting('concordat.agreements', true), ',')::uuid[]));

-- Distributed: the answers for which cases wait: a company's consent to a pause (`company_id` is asked), or the group's decision of a
-- dispute (`company_id` disputes). Derived from the log; `number` is the event that asks.
CREATE TABLE case_awaited (
    agreement_id uuid NOT NULL,
    case_id uuid NOT NULL,
    number bigint NOT NULL,
    kind text NOT NULL,
    company_id uuid,
    since timestamptz NOT NULL,
    CONSTRAINT case_awaited_pk PRIMARY KEY (agreement_id, case_id, number)
);
CREATE INDEX case_awaited_by_time ON case_awaited (agreement_id, since);
ALTER TABLE case_awaited ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_awaited FORCE ROW LEVEL SECURITY;
CREATE POLICY case_awaited_scope ON case_awaited
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Local: an address that was made with an API token works as long as the token does; null for one made in a session.
ALTER TABLE calendar_feeds ADD COLUMN token_id uuid;

-- Reference: as whom a person signs in at an OpenID Connect provider: the account of the first time, by the provider's own id of
-- it (`subject`). No other account of that provider comes in as them.
CREATE TABLE openid_accounts (
    person_id uuid NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    bound_at timestamptz NOT NULL,
    CONSTRAINT openid_accounts_pk PRIMARY KEY (person_id, issuer),
    CONSTRAINT openid_accounts_subject_key UNIQUE (issuer, subject)
);
ALTER TABLE openid_accounts ADD CONSTRAINT openid_accounts_person_fk FOREIGN KEY (person_id) REFERENCES people (id);

-- Local: sign-ins at a provider that browsers have come back from, by the digest of their state: each ends once.
CREATE TABLE openid_returns (
    digest bytea NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT openid_returns_pk PRIMARY KEY (digest)
);
CREATE INDEX openid_returns_by_time ON openid_returns (expires_at);
