-- Reference: agreements, and what decides which of them an actor may enter.
CREATE TABLE agreements (
    id BLOB NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    in_force INTEGER,
    ended TEXT,
    created_at INTEGER NOT NULL,
    CONSTRAINT agreements_pk PRIMARY KEY (id),
    CONSTRAINT agreements_code_key UNIQUE (code)
) STRICT, WITHOUT ROWID;
CREATE TABLE grants (
    agreement_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    company_id BLOB NOT NULL,
    role TEXT NOT NULL,
    prospect INTEGER NOT NULL,
    CONSTRAINT grants_pk PRIMARY KEY (agreement_id, person_id, company_id, role),
    CONSTRAINT grants_agreement_fk FOREIGN KEY (agreement_id) REFERENCES agreements (id),
    CONSTRAINT grants_person_fk FOREIGN KEY (person_id) REFERENCES people (id),
    CONSTRAINT grants_company_fk FOREIGN KEY (company_id) REFERENCES companies (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX grants_by_person ON grants (person_id);
CREATE TABLE parties (
    agreement_id BLOB NOT NULL,
    company_id BLOB NOT NULL,
    joins TEXT NOT NULL,
    leaves TEXT,
    CONSTRAINT parties_pk PRIMARY KEY (agreement_id, company_id),
    CONSTRAINT parties_agreement_fk FOREIGN KEY (agreement_id) REFERENCES agreements (id),
    CONSTRAINT parties_company_fk FOREIGN KEY (company_id) REFERENCES companies (id)
) STRICT, WITHOUT ROWID;

-- Distributed: versions, each with its terms as the document that the parties sign and, in its standing, their
-- signatures.
CREATE TABLE agreement_versions (
    agreement_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    standing BLOB NOT NULL,
    effective_from TEXT NOT NULL,
    terms TEXT NOT NULL,
    digest BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    CONSTRAINT agreement_versions_pk PRIMARY KEY (agreement_id, version)
) STRICT;
