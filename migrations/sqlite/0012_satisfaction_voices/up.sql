-- Distributed: what customers prefer and want improved; `body` is the whole of it with what each company says, the columns beside it
-- are for finding it. `due` is when it is found that a company has said nothing; null once it has been, or once there is
-- nothing to find.
CREATE TABLE voices (
    agreement_id BLOB NOT NULL,
    id BLOB NOT NULL,
    customer_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    due INTEGER,
    body BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT voices_pk PRIMARY KEY (agreement_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX voices_by_due ON voices (agreement_id, due, id);
CREATE INDEX voices_by_state ON voices (agreement_id, state, id);
CREATE INDEX voices_by_customer ON voices (agreement_id, customer_id, id);

-- Distributed: the companies that were asked about it, to find it by.
CREATE TABLE voice_companies (
    agreement_id BLOB NOT NULL,
    company_id BLOB NOT NULL,
    voice_id BLOB NOT NULL,
    CONSTRAINT voice_companies_pk PRIMARY KEY (agreement_id, company_id, voice_id)
) STRICT, WITHOUT ROWID;

-- Distributed: a company's own words, and which words of the agreement they mean; `body` is all of them.
CREATE TABLE vocabularies (
    agreement_id BLOB NOT NULL,
    company_id BLOB NOT NULL,
    body BLOB NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT vocabularies_pk PRIMARY KEY (agreement_id, company_id)
) STRICT, WITHOUT ROWID;

-- Distributed, append-only: how well a company is aligned, aspect by aspect, as the group found on a day.
CREATE TABLE alignment_assessments (
    agreement_id BLOB NOT NULL,
    company_id BLOB NOT NULL,
    id BLOB NOT NULL,
    assessed_on TEXT NOT NULL,
    body BLOB NOT NULL,
    CONSTRAINT alignment_assessments_pk PRIMARY KEY (agreement_id, company_id, id)
) STRICT, WITHOUT ROWID;
