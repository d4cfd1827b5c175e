-- Reference: companies of the instance.
CREATE TABLE companies (
    id BLOB NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT companies_pk PRIMARY KEY (id),
    CONSTRAINT companies_code_key UNIQUE (code)
) STRICT, WITHOUT ROWID;

-- Reference: people; a person without a password cannot sign in with one.
CREATE TABLE people (
    id BLOB NOT NULL,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    company_id BLOB NOT NULL,
    operator INTEGER NOT NULL,
    active INTEGER NOT NULL,
    password TEXT,
    created_at INTEGER NOT NULL,
    CONSTRAINT people_pk PRIMARY KEY (id),
    CONSTRAINT people_email_key UNIQUE (email),
    CONSTRAINT people_company_fk FOREIGN KEY (company_id) REFERENCES companies (id)
) STRICT, WITHOUT ROWID;

-- Local: browser sessions and the links that set a password, by the digest of their secret.
CREATE TABLE sessions (
    id BLOB NOT NULL,
    digest BLOB NOT NULL,
    person_id BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    CONSTRAINT sessions_pk PRIMARY KEY (id),
    CONSTRAINT sessions_digest_key UNIQUE (digest)
) STRICT, WITHOUT ROWID;
CREATE TABLE invitations (
    digest BLOB NOT NULL,
    person_id BLOB,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    CONSTRAINT invitations_pk PRIMARY KEY (digest)
) STRICT, WITHOUT ROWID;

-- Local: API tokens of partners' systems, by the digest of their secret.
CREATE TABLE api_tokens (
    id BLOB NOT NULL,
    digest BLOB NOT NULL,
    person_id BLOB NOT NULL,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER,
    CONSTRAINT api_tokens_pk PRIMARY KEY (id),
    CONSTRAINT api_tokens_digest_key UNIQUE (digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX api_tokens_by_person ON api_tokens (person_id, id);
