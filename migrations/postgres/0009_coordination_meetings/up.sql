-- Distributed: the meetings of the coordination groups; `body` is the whole meeting, the columns beside it are for finding it.
-- `occurrence` is the local start that the recurrence of its cadence gives it: none twice.
CREATE TABLE meetings (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    cadence text,
    occurrence text,
    state text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT meetings_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT meetings_occurrence_key UNIQUE (agreement_id, group_id, cadence, occurrence)
);
CREATE INDEX meetings_by_start ON meetings (agreement_id, starts_at, id);
CREATE INDEX meetings_by_group ON meetings (agreement_id, group_id, starts_at, id);
ALTER TABLE meetings ENABLE ROW LEVEL SECURITY;
ALTER TABLE meetings FORCE ROW LEVEL SECURITY;
CREATE POLICY meetings_scope ON meetings
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: the matters on the agendas; `subject` names what a matter is about, so that an agenda has it once; `state` is
-- open or what came of it.
CREATE TABLE agenda_items (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    subject text,
    state text NOT NULL,
    body jsonb NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT agenda_items_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT agenda_items_subject_key UNIQUE (agreement_id, meeting_id, subject)
);
ALTER TABLE agenda_items ADD CONSTRAINT agenda_items_meeting_fk
    FOREIGN KEY (agreement_id, meeting_id) REFERENCES meetings (agreement_id, id);
ALTER TABLE agenda_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenda_items FORCE ROW LEVEL SECURITY;
CREATE POLICY agenda_items_scope ON agenda_items
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: what the groups are to decide and have decided, with what each company says.
CREATE TABLE decisions (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    meeting_id uuid,
    state text NOT NULL,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT decisions_pk PRIMARY KEY (agreement_id, id)
);
CREATE INDEX decisions_by_meeting ON decisions (agreement_id, meeting_id);
CREATE INDEX decisions_by_state ON decisions (agreement_id, state, id);
ALTER TABLE decisions ADD CONSTRAINT decisions_meeting_fk
    FOREIGN KEY (agreement_id, meeting_id) REFERENCES meetings (agreement_id, id);
ALTER TABLE decisions ENABLE ROW LEVEL SECURITY;
ALTER TABLE decisions FORCE ROW LEVEL SECURITY;
CREATE POLICY decisions_scope ON decisions
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: what companies are to do because of a meeting.
CREATE TABLE action_items (
    agreement_id uuid NOT NULL,
    id uuid NOT NULL,
    meeting_id uuid,
    company_id uuid NOT NULL,
    person_id uuid,
    state text NOT NULL,
    due_on date NOT NULL,
    body jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT action_items_pk PRIMARY KEY (agreement_id, id)
);
CREATE INDEX action_items_by_meeting ON action_items (agreement_id, meeting_id);
CREATE INDEX action_items_by_state ON action_items (agreement_id, state, due_on);
ALTER TABLE action_items ADD CONSTRAINT action_items_meeting_fk
    FOREIGN KEY (agreement_id, meeting_id) REFERENCES meetings (agreement_id, id);
ALTER TABLE action_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE action_items FORCE ROW LEVEL SECURITY;
CREATE POLICY action_items_scope ON action_items
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);

-- Distributed: what will happen to a meeting, a decision or an action item by time alone; a row goes when it has.
CREATE TABLE coordination_timers (
    agreement_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    name text NOT NULL,
    due timestamptz NOT NULL,
    CONSTRAINT coordination_timers_pk PRIMARY KEY (agreement_id, subject_id, name)
);
CREATE INDEX coordination_timers_by_due ON coordination_timers (agreement_id, due, subject_id, name);
ALTER TABLE coordination_timers ENABLE ROW LEVEL SECURITY;
ALTER TABLE coordination_timers FORCE ROW LEVEL SECURITY;
CREATE POLICY coordination_timers_scope ON coordination_timers
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);
