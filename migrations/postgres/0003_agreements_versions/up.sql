-- Reference: agreements, and what decides which of them an actor may enter.
CREATE TABLE agreements (
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    in_force integer,
    ended date,
    created_at timestamptz NOT NULL,
    CONSTRAINT agreements_pk PRIMARY KEY (id),
    CONSTRAINT agreements_code_key UNIQUE (code)
);
CREATE TABLE grants (
    agreement_id uuid NOT NULL,
    person_id uuid NOT NULL,
    company_id uuid NOT NULL,
    role text NOT NULL,
    prospect boolean NOT NULL,
    CONSTRAINT grants_pk PRIMARY KEY (agreement_id, person_id, company_id, role)
);
CREATE INDEX grants_by_person ON grants (person_id);
ALTER TABLE grants ADD CONSTRAINT grants_agreement_fk FOREIGN KEY (agreement_id) REFERENCES agreements (id);
ALTER TABLE grants ADD CONSTRAINT grants_person_fk FOREIGN KEY (person_id) REFERENCES people (id);
ALTER TABLE grants ADD CONSTRAINT grants_company_fk FOREIGN KEY (company_id) REFERENCES companies (id);
CREATE TABLE parties (
    agreement_id uuid NOT NULL,
    company_id uuid NOT NULL,
    joins date NOT NULL,
    leaves date,
    CONSTRAINT parties_pk PRIMARY KEY (agreement_id, company_id)
);
ALTER TABLE parties ADD CONSTRAINT parties_agreement_fk FOREIGN KEY (agreement_id) REFERENCES agreements (id);
ALTER TABLE parties ADD CONSTRAINT parties_company_fk FOREIGN KEY (company_id) REFERENCES companies (id);

-- Distributed: versions, each with its terms as the document that the parties sign and, in its standing, their
-- signatures.
CREATE TABLE agreement_versions (
    agreement_id uuid NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    standing jsonb NOT NULL,
    effective_from date NOT NULL,
    terms text NOT NULL,
    digest bytea NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT agreement_versions_pk PRIMARY KEY (agreement_id, version)
);
ALTER TABLE agreement_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY agreement_versions_scope ON agreement_versions
    USING (agreement_id = ANY (string_to_array(current_setting('concordat.agreements', true), ',')::uuid[]));
