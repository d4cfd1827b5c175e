-- Distributed: how far KPIs have taken their measures from the cases that were there before them. `measures` is the digest of
-- what the KPIs take, `last_case` the last case from which they took it, in order of id; null once they have from all.
CREATE TABLE case_measures (
    agreement_id BLOB NOT NULL,
    measures TEXT NOT NULL,
    last_case BLOB,
    CONSTRAINT case_measures_pk PRIMARY KEY (agreement_id)
) STRICT, WITHOUT ROWID;
