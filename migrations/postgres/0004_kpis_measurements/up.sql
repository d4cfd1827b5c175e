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
