-- Distributed: facts as last reported; earlier values of a corrected fact are kept beside them, append-only.
-- Values are millionths of the KPI's unit.
CREATE TABLE measurements (
    agreement_id uuid NOT NULL,
    source text NOT NULL,
    source_key text NOT NULL,
    kpi_id uuid NOT NULL,
    company_id uuid NOT NULL,
    service_id uuid NOT NULL,
    observed_at timestamptz NOT NULL,
    value bigint,
    good bigint,
    total bigint,
    revision integer NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT measurements_pk PRIMARY KEY (agreement_id, source, source_key)
);
CREATE INDEX measurements_by_time ON measurements (agreement_id, observed_at);
ALTER TABLE measurements ENABLE ROW LEVEL SECURITY;
ALTER TABLE measurements FORCE ROW LEVEL SECURITY;
CREATE POLICY measurements_scope ON measurements
    USING (agreement_id = ANY (string_to_array(current_setting('concordat.agreements', true), ',')::uuid[]));
CREATE TABLE measurement_revisions (
    agreement_id uuid NOT NULL,
    source text NOT NULL,
    source_key text NOT NULL,
    revision integer NOT NULL,
    kpi_id uuid NOT NULL,
    company_id uuid NOT NULL,
    service_id uuid NOT NULL,
    observed_at timestamptz NOT NULL,
    value bigint,
    good bigint,
    total bigint,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT measurement_revisions_pk PRIMARY KEY (agreement_id, source, source_key, revision)
);
ALTER TABLE measurement_revisions ENABLE ROW LEVEL SECURITY;
ALTER TABLE measurement_revisions FORCE ROW LEVEL SECURITY;
CREATE POLICY measurement_revisions_scope ON measurement_revisions
    USING (agreement_id = ANY (string_to_array(current_setting('concordat.agreements', true), ',')::uuid[]));

-- Distributed: facts of one local day, merged; `bucket` is the encoded state.
CREATE TABLE rollup_days (
    agreement_id uuid NOT NULL,
    day date NOT NULL,
    kpi_id uuid NOT NULL,
    company_id uuid NOT NULL,
    service_id uuid NOT NULL,
    bucket bytea NOT NULL,
    CONSTRAINT rollup_days_pk PRIMARY KEY (agreement_id, day, kpi_id, company_id, service_id)
);
ALTER TABLE rollup_days ENABLE ROW LEVEL SECURITY;
ALTER TABLE rollup_days FORCE ROW LEVEL SECURITY;
CREATE POLICY rollup_days_scope ON rollup_days
    USING (agreement_id = ANY (string_to_array(current_setting('concordat.agreements', true), ',')::uuid[]));

-- Distributed: facts of one local month, merged; `bucket` is the encoded state.
CREATE TABLE rollup_months (
    agreement_id uuid NOT NULL,
    month date NOT NULL,
    kpi_id uuid NOT NULL,
    company_id uuid NOT NULL,
    service_id uuid NOT NULL,
    bucket bytea NOT NULL,
    CONSTRAINT rollup_months_pk PRIMARY KEY (agreement_id, month, kpi_id, company_id, service_id)
);
ALTER TABLE rollup_months ENABLE ROW LEVEL SECURITY;
ALTER TABLE rollup_months FORCE ROW LEVEL SECURITY;
CREATE POLICY rollup_months_scope ON rollup_months
    USING (agreement_id = ANY (string_to_array(current_setting('concordat.agreements', true), ',')::uuid[]));
