-- Distributed: matters that climb until they are answered; `body` is the whole escalation, the columns beside it are for
-- finding it. `subject_key` names the same matter again. `due_at` is the next deadline: there is one as long as it is not over.
CREATE TABLE escalations (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    subject_key text NOT NULL,
    case_id uuid,
    action_id uuid,
    company_id uuid NOT NULL,
    raiser_id uuid,
    customer_id uuid,
    path text NOT NULL,
    began text NOT NULL,
    state text NOT NULL,
    level integer NOT NULL,
    due_at timestamptz,
    body jsonb NOT NULL,
    raised_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT escalations_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT escalations_due_check CHECK ((due_at IS NULL) = (state IN ('closed', 'withdrawn')))
);
CREATE INDEX escalations_by_due ON escalations (agreement_id, due_at);
CREATE INDEX escalations_by_subject ON escalations (agreement_id, subject_key);
CREATE INDEX escalations_by_case ON escalations (agreement_id, case_id);
ALTER TABLE escalations ENABLE ROW LEVEL SECURITY;
ALTER TABLE escalations FORCE ROW LEVEL SECURITY;
CREATE POLICY escalations_scope ON escalations
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: to whom an escalation came, at every level at which it stood.
CREATE TABLE escalation_holders (
    agreement_id uuid NOT NULL,
    person_id uuid NOT NULL,
    escalation_id uuid NOT NULL,
    CONSTRAINT escalation_holders_pk PRIMARY KEY (agreement_id, person_id, escalation_id)
);
ALTER TABLE escalation_holders ENABLE ROW LEVEL SECURITY;
ALTER TABLE escalation_holders FORCE ROW LEVEL SECURITY;
CREATE POLICY escalation_holders_scope ON escalation_holders
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- When the next task of a corrective action is overdue and nobody was told. Of what is under way already it is looked at
-- once, as if it were due since it was drafted.
ALTER TABLE corrective_actions ADD COLUMN due_at timestamptz;
ALTER TABLE corrective_actions NO FORCE ROW LEVEL SECURITY;
UPDATE corrective_actions SET due_at = created_at WHERE state IN ('acting', 'verifying');
ALTER TABLE corrective_actions FORCE ROW LEVEL SECURITY;
CREATE INDEX corrective_actions_by_due ON corrective_actions (agreement_id, due_at);
