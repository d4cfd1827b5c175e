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
