-- Reference: companies of the instance.
CREATE TABLE companies (
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT companies_pk PRIMARY KEY (id),
    CONSTRAINT companies_code_key UNIQUE (code)
);

-- Reference: people; a person without a password cannot sign in with one.
CREATE TABLE people (
    id uuid NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    company_id uuid NOT NULL,
    operator boolean NOT NULL,
    active boolean NOT NULL,
    password text,
    created_at timestamptz NOT NULL,
    CONSTRAINT people_pk PRIMARY KEY (id),
    CONSTRAINT people_email_key UNIQUE (email)
);
ALTER TABLE people ADD CONSTRAINT people_company_fk FOREIGN KEY (company_id) REFERENCES companies (id);

-- Local: browser sessions and the links that set a password, by the digest of their secret.
CREATE TABLE sessions (
    id uuid NOT NULL,
    digest bytea NOT NULL,
    person_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT sessions_pk PRIMARY KEY (id),
    CONSTRAINT sessions_digest_key UNIQUE (digest)
);
CREATE TABLE invitations (
    digest bytea NOT NULL,
    person_id uuid,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT invitations_pk PRIMARY KEY (digest)
);

-- Local: API tokens of partners' systems, by the digest of their secret.
CREATE TABLE api_tokens (
    id uuid NOT NULL,
    digest bytea NOT NULL,
    person_id uuid NOT NULL,
    name text NOT NULL,
    scopes text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    CONSTRAINT api_tokens_pk PRIMARY KEY (id),
    CONSTRAINT api_tokens_digest_key UNIQUE (digest)
);
CREATE INDEX api_tokens_by_person ON api_tokens (person_id, id);
