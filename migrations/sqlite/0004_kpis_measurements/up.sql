-- Distributed: facts as last reported; earlier values of a corrected fact are kept beside them, append-only.
-- Values are millionths of the KPI's unit.
CREATE TABLE measurements (
    agreement_id BLOB NOT NULL,
    source TEXT NOT NULL,
    source_key TEXT NOT NULL,
    kpi_id BLOB NOT NULL,
    company_id BLOB NOT NULL,
    service_id BLOB NOT NULL,
    observed_at INTEGER NOT NULL,
    value INTEGER,
    good INTEGER,
    total INTEGER,
    weight INTEGER,
    revision INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    CONSTRAINT measurements_pk PRIMARY KEY (agreement_id, source, source_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX measurements_by_time ON measurements (agreement_id, observed_at);
CREATE TABLE measurement_revisions (
    agreement_id BLOB NOT NULL,
    source TEXT NOT NULL,
    source_key TEXT NOT NULL,
    revision INTEGER NOT NULL,
    kpi_id BLOB NOT NULL,
    company_id BLOB NOT NULL,
    service_id BLOB NOT NULL,
    observed_at INTEGER NOT NULL,
    value INTEGER,
    good INTEGER,
    total INTEGER,
    weight INTEGER,
    recorded_at INTEGER NOT NULL,
    CONSTRAINT measurement_revisions_pk PRIMARY KEY (agreement_id, source, source_key, revision)
) STRICT, WITHOUT ROWID;

-- Distributed: the facts of one local day or month (`grain`), merged; `bucket` is the encoded state.
CREATE TABLE rollups (
    agreement_id BLOB NOT NULL,
    grain TEXT NOT NULL,
    starts TEXT NOT NULL,
    kpi_id BLOB NOT NULL,
    company_id BLOB NOT NULL,
    service_id BLOB NOT NULL,
    bucket BLOB NOT NULL,
    CONSTRAINT rollups_pk PRIMARY KEY (agreement_id, grain, starts, kpi_id, company_id, service_id)
) STRICT, WITHOUT ROWID;
