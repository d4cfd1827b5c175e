-- Local: the outbox: mails that wait, are being sent, were sent or could not be delivered. `about` is the agreement that a
-- mail speaks of (nobody reads it by row-level security: the worker goes through the mails of all agreements). `due` is
-- when it is looked at next, also when the lease of a server that has died ends; null once it is settled.
CREATE TABLE mails (
    id BLOB NOT NULL,
    about BLOB NOT NULL,
    person_id BLOB NOT NULL,
    topic TEXT NOT NULL,
    state TEXT NOT NULL,
    due INTEGER,
    body BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT mails_pk PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mails_due ON mails (due, id) WHERE due IS NOT NULL;
CREATE INDEX mails_waiting ON mails (person_id, about) WHERE due IS NOT NULL;
CREATE INDEX mails_by_state ON mails (about, state, id);
CREATE INDEX mails_settled ON mails (changed_at) WHERE due IS NULL;

-- Local: how a person wants to be told; nobody's row until they say so.
CREATE TABLE mail_settings (
    person_id BLOB NOT NULL,
    body BLOB NOT NULL,
    changed_at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT mail_settings_pk PRIMARY KEY (person_id)
) STRICT, WITHOUT ROWID;
