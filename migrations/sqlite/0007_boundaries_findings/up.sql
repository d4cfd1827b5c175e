-- Distributed: where a company's responsibility for a service element ends; `body` is the whole boundary with every version,
-- the columns beside it are for finding it. `state` is that of its open version, else of what was approved last.
CREATE TABLE boundaries (
    agreement_id BLOB NOT NULL,
    id BLOB NOT NULL,
    code TEXT NOT NULL,
    service_id BLOB NOT NULL,
    company_id BLOB NOT NULL,
    team_id BLOB NOT NULL,
    state TEXT NOT NULL,
    body BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT boundaries_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT boundaries_code_key UNIQUE (agreement_id, code)
) STRICT, WITHOUT ROWID;

-- Distributed, append-only: what an expert read at each revision, so that two who edit it see what changed between.
CREATE TABLE boundary_drafts (
    agreement_id BLOB NOT NULL,
    boundary_id BLOB NOT NULL,
    revision INTEGER NOT NULL,
    body BLOB NOT NULL,
    CONSTRAINT boundary_drafts_pk PRIMARY KEY (agreement_id, boundary_id, revision)
) STRICT, WITHOUT ROWID;

-- Distributed: what analyses of the boundaries in force have found, by the name that a finding keeps; `state` is open,
-- accepted or vanished.
CREATE TABLE findings (
    agreement_id BLOB NOT NULL,
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    service_id BLOB NOT NULL,
    state TEXT NOT NULL,
    body BLOB NOT NULL,
    found_at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT findings_pk PRIMARY KEY (agreement_id, id)
) STRICT, WITHOUT ROWID;

-- Distributed: what a team has to learn of a version of a boundary, and who has; `body` is the whole plan.
CREATE TABLE trainings (
    agreement_id BLOB NOT NULL,
    id BLOB NOT NULL,
    boundary_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    team_id BLOB NOT NULL,
    body BLOB NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT trainings_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT trainings_team_key UNIQUE (agreement_id, boundary_id, version, team_id)
) STRICT, WITHOUT ROWID;

-- What a case needs of whoever works on it; skills are joined by line ends.
ALTER TABLE cases ADD COLUMN region TEXT;
ALTER TABLE cases ADD COLUMN language TEXT;
ALTER TABLE cases ADD COLUMN product TEXT;
ALTER TABLE cases ADD COLUMN skills TEXT;
CREATE INDEX cases_by_service ON cases (agreement_id, service_id, opened_at);
