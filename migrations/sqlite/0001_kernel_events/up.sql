-- Distributed: one row per agreement, the only row that a write transaction locks.
CREATE TABLE agreement_heads (
    agreement_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    hash BLOB NOT NULL,
    CONSTRAINT agreement_heads_pk PRIMARY KEY (agreement_id)
) STRICT, WITHOUT ROWID;

-- Distributed, append-only: every change, numbered per agreement, hash-chained.
CREATE TABLE events (
    agreement_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    person_id BLOB,
    company_id BLOB,
    kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    detail TEXT NOT NULL,
    hash BLOB NOT NULL,
    CONSTRAINT events_pk PRIMARY KEY (agreement_id, number)
) STRICT;

-- Local: secrets of the instance, such as the key that signs short tokens.
CREATE TABLE secrets (
    name TEXT NOT NULL,
    value BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT secrets_pk PRIMARY KEY (name)
) STRICT, WITHOUT ROWID;

-- Local: what a write with an idempotency key answered.
CREATE TABLE idempotency (
    caller BLOB NOT NULL,
    key TEXT NOT NULL,
    field TEXT NOT NULL,
    request BLOB NOT NULL,
    answer TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    CONSTRAINT idempotency_pk PRIMARY KEY (caller, key, field)
) STRICT, WITHOUT ROWID;

-- The log only grows; on PostgreSQL the server's role lacks the right to change it.
CREATE TRIGGER events_only_grow_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events only grow'); END;
CREATE TRIGGER events_only_grow_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events only grow'); END;
