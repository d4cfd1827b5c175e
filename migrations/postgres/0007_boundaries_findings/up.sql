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
