-- Reference: as whom a person signs in at an OpenID Connect provider: the account of the first time, by the provider's own id of
-- it (`subject`). No other account of that provider comes in as them.
CREATE TABLE openid_accounts (
    person_id uuid NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    bound_at timestamptz NOT NULL,
    CONSTRAINT openid_accounts_pk PRIMARY KEY (person_id, issuer),
    CONSTRAINT openid_accounts_subject_key UNIQUE (issuer, subject)
);
ALTER TABLE openid_accounts ADD CONSTRAINT openid_accounts_person_fk FOREIGN KEY (person_id) REFERENCES people (id);

-- Local: sign-ins at a provider that browsers have come back from, by the digest of their state: each ends once.
CREATE TABLE openid_returns (
    digest bytea NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT openid_returns_pk PRIMARY KEY (digest)
);
CREATE INDEX openid_returns_by_time ON openid_returns (expires_at);
