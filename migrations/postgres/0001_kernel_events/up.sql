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
