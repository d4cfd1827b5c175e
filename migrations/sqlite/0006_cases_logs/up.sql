-- Distributed: what customers brought. All of it is derived from the log, for finding and counting; `due_at` is the next
-- deadline toward the customer, at the end of time (2199-12-31) where there is none. Team and company hold it now. A
-- reference is unique within its source. What belongs to a case below is written together with it and has no foreign key: the check
-- of each row would cost an import a fifth of its speed.
CREATE TABLE cases (
    agreement_id BLOB NOT NULL,
    id BLOB NOT NULL,
    source TEXT NOT NULL,
    reference TEXT NOT NULL,
    kind TEXT NOT NULL,
    phase TEXT NOT NULL,
    priority TEXT NOT NULL,
    package TEXT,
    service_id BLOB NOT NULL,
    customer_id BLOB,
    team_id BLOB,
    company_id BLOB,
    offered_team_id BLOB,
    opened_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    resolved_at INTEGER,
    last_at INTEGER NOT NULL,
    hand_overs INTEGER NOT NULL,
    bounces INTEGER NOT NULL,
    team_hand_overs INTEGER NOT NULL,
    team_bounces INTEGER NOT NULL,
    reopens INTEGER NOT NULL,
    line INTEGER NOT NULL,
    red_flag INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT cases_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT cases_reference_key UNIQUE (agreement_id, source, reference)
) STRICT, WITHOUT ROWID;
CREATE INDEX cases_by_team ON cases (agreement_id, team_id, due_at, id);
CREATE INDEX cases_by_phase ON cases (agreement_id, phase, id);
CREATE INDEX cases_by_customer ON cases (agreement_id, customer_id, id);

-- Distributed, append-only: the log of each case, from which everything else is derived. An imported event has the key
-- that it has in its source.
CREATE TABLE case_events (
    agreement_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    person_id BLOB,
    company_id BLOB,
    source TEXT,
    source_key TEXT,
    body BLOB NOT NULL,
    recorded_at INTEGER NOT NULL,
    CONSTRAINT case_events_pk PRIMARY KEY (agreement_id, case_id, number)
) STRICT, WITHOUT ROWID;

-- Distributed: the companies that opened, held, were offered or shared a case, to find it by.
CREATE TABLE case_companies (
    agreement_id BLOB NOT NULL,
    company_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    CONSTRAINT case_companies_pk PRIMARY KEY (agreement_id, company_id, case_id)
) STRICT, WITHOUT ROWID;

-- Distributed: the ledger of each case, merged by part: open time of the customers' calendar in microseconds. `company_id`
-- is who is charged, `holder_id` who held the case then.
CREATE TABLE ledger_parts (
    agreement_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    place INTEGER NOT NULL,
    part TEXT NOT NULL,
    company_id BLOB,
    holder_id BLOB,
    reason TEXT,
    micros INTEGER NOT NULL,
    CONSTRAINT ledger_parts_pk PRIMARY KEY (agreement_id, case_id, place)
) STRICT, WITHOUT ROWID;

-- Distributed: what will happen to a case by time alone, made anew with each change of the case, and what has. Whoever fires
-- one holds the agreement's head and marks it with its event, so it fires once.
CREATE TABLE case_timers (
    agreement_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    name TEXT NOT NULL,
    at INTEGER NOT NULL,
    fired INTEGER NOT NULL,
    CONSTRAINT case_timers_pk PRIMARY KEY (agreement_id, case_id, name, at)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_timers_by_time ON case_timers (agreement_id, fired, at);
