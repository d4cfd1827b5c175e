-- Distributed: matters that climb until they are answered; `body` is the whole escalation, the columns beside it are for
-- finding it. `subject_key` names the same matter again. `due_at` is the next deadline: there is one as long as it is not over.
CREATE TABLE escalations (
    agreement_id BLOB NOT NULL,
    id BLOB NOT NULL,
    subject_key TEXT NOT NULL,
    case_id BLOB,
    action_id BLOB,
    company_id BLOB NOT NULL,
    raiser_id BLOB,
    customer_id BLOB,
    path TEXT NOT NULL,
    began TEXT NOT NULL,
    state TEXT NOT NULL,
    level INTEGER NOT NULL,
    due_at INTEGER,
    body BLOB NOT NULL,
    raised_at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT escalations_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT escalations_due_check CHECK ((due_at IS NULL) = (state IN ('closed', 'withdrawn')))
) STRICT, WITHOUT ROWID;
CREATE INDEX escalations_by_due ON escalations (agreement_id, due_at);
CREATE INDEX escalations_by_subject ON escalations (agreement_id, subject_key);
CREATE INDEX escalations_by_case ON escalations (agreement_id, case_id);

-- Distributed: to whom an escalation came, at every level at which it stood.
CREATE TABLE escalation_holders (
    agreement_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    escalation_id BLOB NOT NULL,
    CONSTRAINT escalation_holders_pk PRIMARY KEY (agreement_id, person_id, escalation_id)
) STRICT, WITHOUT ROWID;

-- When the next task of a corrective action is overdue and nobody was told. Of what is under way already it is looked at
-- once, as if it were due since it was drafted.
ALTER TABLE corrective_actions ADD COLUMN due_at INTEGER;
UPDATE corrective_actions SET due_at = created_at WHERE state IN ('acting', 'verifying');
CREATE INDEX corrective_actions_by_due ON corrective_actions (agreement_id, due_at);
