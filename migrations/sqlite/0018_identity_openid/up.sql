-- Reference: as whom a person signs in at an OpenID Connect provider: the account of the first time, by the provider's own id of
-- it (`subject`). No other account of that provider comes in as them.
CREATE TABLE openid_accounts (
    person_id BLOB NOT NULL,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    bound_at INTEGER NOT NULL,
    CONSTRAINT openid_accounts_pk PRIMARY KEY (person_id, issuer),
    CONSTRAINT openid_accounts_subject_key UNIQUE (issuer, subject),
    CONSTRAINT openid_accounts_person_fk FOREIGN KEY (person_id) REFERENCES people (id)
) STRICT, WITHOUT ROWID;

-- Local: sign-ins at a provider that browsers have come back from, by the digest of their state: each ends once.
CREATE TABLE openid_returns (
    digest BLOB NOT NULL,
    expires_at INTEGER NOT NULL,
    CONSTRAINT openid_returns_pk PRIMARY KEY (digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX openid_returns_by_time ON openid_returns (expires_at);
