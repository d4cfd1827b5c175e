-- Distributed, append-only: what the group saw of a period when it was assessed. A running one freezes no figures.
CREATE TABLE assessments (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    period text NOT NULL,
    ended boolean NOT NULL,
    figures text NOT NULL,
    assessed_at timestamptz NOT NULL,
    CONSTRAINT assessments_pk PRIMARY KEY (agreement_id, id)
);
CREATE INDEX assessments_by_period ON assessments (agreement_id, period, assessed_at);
ALTER TABLE assessments ENABLE ROW LEVEL SECURITY;
ALTER TABLE assessments FORCE ROW LEVEL SECURITY;
CREATE POLICY assessments_scope ON assessments
    USING (agreement_id = ANY (string_to_array(current_setting('concordat.agreements', true), ',')::uuid[]));

-- Distributed: one per KPI, scope and period; `body` is the whole deviation, the columns beside it are for finding it.
-- `disclosed` tells whether every party may see its figure.
CREATE TABLE deviations (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    kpi_id uuid NOT NULL,
    company_id uuid,
    service_id uuid,
    period text NOT NULL,
    scope_key text NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    disclosed boolean NOT NULL,
    body jsonb NOT NULL,
    raised_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT deviations_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT deviations_scope_key UNIQUE (agreement_id, scope_key)
);
CREATE INDEX deviations_by_state ON deviations (agreement_id, state, id);
ALTER TABLE deviations ENABLE ROW LEVEL SECURITY;
ALTER TABLE deviations FORCE ROW LEVEL SECURITY;
CREATE POLICY deviations_scope ON deviations
    USING (agreement_id = ANY (string_to_array(current_setting('concordat.agreements', true), ',')::uuid[]));

-- Distributed: a joint plan with its tasks and consents.
CREATE TABLE corrective_actions (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    deviation_id uuid NOT NULL,
    state text NOT NULL,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT corrective_actions_pk PRIMARY KEY (agreement_id, id)
);
CREATE INDEX corrective_actions_by_deviation ON corrective_actions (agreement_id, deviation_id);
CREATE INDEX corrective_actions_by_state ON corrective_actions (agreement_id, state, id);
ALTER TABLE corrective_actions ADD CONSTRAINT corrective_actions_deviation_fk
    FOREIGN KEY (agreement_id, deviation_id) REFERENCES deviations (agreement_id, id);
ALTER TABLE corrective_actions ENABLE ROW LEVEL SECURITY;
ALTER TABLE corrective_actions FORCE ROW LEVEL SECURITY;
CREATE POLICY corrective_actions_scope ON corrective_actions
    USING (agreement_id = ANY (string_to_array(current_setting('concordat.agreements', true), ',')::uuid[]));

-- Distributed: the companies that have a task in a plan, to find it by.
CREATE TABLE action_companies (
    agreement_id uuid NOT NULL,
    action_id uuid NOT NULL,
    company_id uuid NOT NULL,
    CONSTRAINT action_companies_pk PRIMARY KEY (agreement_id, action_id, company_id)
);
ALTER TABLE action_companies ADD CONSTRAINT action_companies_action_fk
    FOREIGN KEY (agreement_id, action_id) REFERENCES corrective_actions (agreement_id, id);
ALTER TABLE action_companies ENABLE ROW LEVEL SECURITY;
ALTER TABLE action_companies FORCE ROW LEVEL SECURITY;
CREATE POLICY action_companies_scope ON action_companies
    USING (agreement_id = ANY (string_to_array(current_setting('concordat.agreements', true), ',')::uuid[]));
