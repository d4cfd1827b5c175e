-- Distributed, append-only: what the group saw of a period when it was assessed. A running one freezes no figures.
CREATE TABLE assessments (
    agreement_id BLOB NOT NULL,
    id BLOB NOT NULL,
    period TEXT NOT NULL,
    ended INTEGER NOT NULL,
    figures TEXT NOT NULL,
    assessed_at INTEGER NOT NULL,
    CONSTRAINT assessments_pk PRIMARY KEY (agreement_id, id)
) STRICT;
CREATE INDEX assessments_by_period ON assessments (agreement_id, period, assessed_at);

-- Distributed: one per KPI, scope and period; `body` is the whole deviation, the columns beside it are for finding it.
-- `disclosed` tells whether every party may see its figure.
CREATE TABLE deviations (
    agreement_id BLOB NOT NULL,
    id BLOB NOT NULL,
    kpi_id BLOB NOT NULL,
    company_id BLOB,
    service_id BLOB,
    period TEXT NOT NULL,
    scope_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    disclosed INTEGER NOT NULL,
    body BLOB NOT NULL,
    raised_at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT deviations_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT deviations_scope_key UNIQUE (agreement_id, scope_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX deviations_by_state ON deviations (agreement_id, state, id);

-- Distributed: a joint plan with its tasks and consents.
CREATE TABLE corrective_actions (
    agreement_id BLOB NOT NULL,
    id BLOB NOT NULL,
    deviation_id BLOB NOT NULL,
    state TEXT NOT NULL,
    body BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT corrective_actions_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT corrective_actions_deviation_fk FOREIGN KEY (agreement_id, deviation_id) REFERENCES deviations (agreement_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX corrective_actions_by_deviation ON corrective_actions (agreement_id, deviation_id);
CREATE INDEX corrective_actions_by_state ON corrective_actions (agreement_id, state, id);

-- Distributed: the companies that have a task in a plan, to find it by.
CREATE TABLE action_companies (
    agreement_id BLOB NOT NULL,
    action_id BLOB NOT NULL,
    company_id BLOB NOT NULL,
    CONSTRAINT action_companies_pk PRIMARY KEY (agreement_id, action_id, company_id),
    CONSTRAINT action_companies_action_fk FOREIGN KEY (agreement_id, action_id) REFERENCES corrective_actions (agreement_id, id)
) STRICT, WITHOUT ROWID;
