-- Distributed: systems of companies that are told of an agreement's events; `body` is the whole webhook with the secrets that
-- count.
CREATE TABLE webhooks (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    company_id uuid NOT NULL,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT webhooks_pk PRIMARY KEY (agreement_id, id)
);
ALTER TABLE webhooks ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhooks FORCE ROW LEVEL SECURITY;
CREATE POLICY webhooks_scope ON webhooks
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Local: messages to webhooks that wait, were taken or given up. `about` is the agreement (the worker goes through those of all
-- agreements). `due` is when one is tried next, also when the lease of a server that has died ends; null once it is settled.
CREATE TABLE webhook_deliveries (
    id uuid NOT NULL,
    about uuid NOT NULL,
    webhook_id uuid NOT NULL,
    event_number bigint NOT NULL,
    kind text NOT NULL,
    subject uuid NOT NULL,
    happened_at timestamptz NOT NULL,
    state text NOT NULL,
    due timestamptz,
    tries integer NOT NULL,
    attempts jsonb NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT webhook_deliveries_pk PRIMARY KEY (id),
    CONSTRAINT webhook_deliveries_event_key UNIQUE (webhook_id, event_number)
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (due, id) WHERE due IS NOT NULL;
CREATE INDEX webhook_deliveries_settled ON webhook_deliveries (changed_at) WHERE due IS NULL;
