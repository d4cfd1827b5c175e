-- Distributed: systems of companies that are told of an agreement's events; `body` is the whole webhook with the secrets that
-- count.
CREATE TABLE webhooks (
    agreement_id BLOB NOT NULL,
    id BLOB NOT NULL,
    company_id BLOB NOT NULL,
    body BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT webhooks_pk PRIMARY KEY (agreement_id, id)
) STRICT, WITHOUT ROWID;

-- Local: messages to webhooks that wait, were taken or given up. `about` is the agreement (the worker goes through those of all
-- agreements). `due` is when one is tried next, also when the lease of a server that has died ends; null once it is settled.
CREATE TABLE webhook_deliveries (
    id BLOB NOT NULL,
    about BLOB NOT NULL,
    webhook_id BLOB NOT NULL,
    event_number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    happened_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    due INTEGER,
    tries INTEGER NOT NULL,
    attempts BLOB NOT NULL,
    changed_at INTEGER NOT NULL,
    CONSTRAINT webhook_deliveries_pk PRIMARY KEY (id),
    CONSTRAINT webhook_deliveries_event_key UNIQUE (webhook_id, event_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (due, id) WHERE due IS NOT NULL;
CREATE INDEX webhook_deliveries_settled ON webhook_deliveries (changed_at) WHERE due IS NULL;
