-- Distributed: what customers prefer and want improved; `body` is the whole of it with what each company says, the columns beside it
-- are for finding it. `due` is when it is found that a company has said nothing; null once it has been, or once there is
-- nothing to find.
CREATE TABLE voices (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    due timestamptz,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT voices_pk PRIMARY KEY (agreement_id, id)
);
CREATE INDEX voices_by_due ON voices (agreement_id, due, id);
CREATE INDEX voices_by_state ON voices (agreement_id, state, id);
CREATE INDEX voices_by_customer ON voices (agreement_id, customer_id, id);
ALTER TABLE voices ENABLE ROW LEVEL SECURITY;
ALTER TABLE voices FORCE ROW LEVEL SECURITY;
CREATE POLICY voices_scope ON voices
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: the companies that were asked about it, to find it by.
CREATE TABLE voice_companies (
    agreement_id uuid NOT NULL,
    company_id uuid NOT NULL,
    voice_id uuid NOT NULL,
    CONSTRAINT voice_companies_pk PRIMARY KEY (agreement_id, company_id, voice_id)
);
ALTER TABLE voice_companies ENABLE ROW LEVEL SECURITY;
ALTER TABLE voice_companies FORCE ROW LEVEL SECURITY;
CREATE POLICY voice_companies_scope ON voice_companies
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: a company's own words, and which words of the agreement they mean; `body` is all of them.
CREATE TABLE vocabularies (
    agreement_id uuid NOT NULL,
    company_id uuid NOT NULL,
    body jsonb NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT vocabularies_pk PRIMARY KEY (agreement_id, company_id)
);
ALTER TABLE vocabularies ENABLE ROW LEVEL SECURITY;
ALTER TABLE vocabularies FORCE ROW LEVEL SECURITY;
CREATE POLICY vocabularies_scope ON vocabularies
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed, append-only: how well a company is aligned, aspect by aspect, as the group found on a day.
CREATE TABLE alignment_assessments (
    agreement_id uuid NOT NULL,
    company_id uuid NOT NULL,
    id uuid NOT NULL,
    assessed_on date NOT NULL,
    body jsonb NOT NULL,
    CONSTRAINT alignment_assessments_pk PRIMARY KEY (agreement_id, company_id, id)
);
ALTER TABLE alignment_assessments ENABLE ROW LEVEL SECURITY;
ALTER TABLE alignment_assessments FORCE ROW LEVEL SECURITY;
CREATE POLICY alignment_assessments_scope ON alignment_assessments
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);
