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
