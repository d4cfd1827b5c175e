-- Distributed: the meetings of the coordination groups; `body` is the whole meeting, the columns beside it are for finding it.
-- `occurrence` is the local start that the recurrence of its cadence gives it: none twice.
CREATE TABLE meetings (
    agreement_id BLOB NOT NULL,
    id BLOB NOT NULL,
    group_id BLOB NOT NULL,
    cadence TEXT,
    occurrence TEXT,
    state TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    body BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT meetings_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT meetings_occurrence_key UNIQUE (agreement_id, group_id, cadence, occurrence)
) STRICT, WITHOUT ROWID;
CREATE INDEX meetings_by_start ON meetings (agreement_id, starts_at, id);
CREATE INDEX meetings_by_group ON meetings (agreement_id, group_id, starts_at, id);

-- Distributed: the matters on the agendas; `subject` names what a matter is about, so that an agenda has it once; `state` is
-- open or what came of it.
CREATE TABLE agenda_items (
    agreement_id BLOB NOT NULL,
    id BLOB NOT NULL,
    meeting_id BLOB NOT NULL,
    subject TEXT,
    state TEXT NOT NULL,
    body BLOB NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT agenda_items_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT agenda_items_subject_key UNIQUE (agreement_id, meeting_id, subject),
    CONSTRAINT agenda_items_meeting_fk FOREIGN KEY (agreement_id, meeting_id) REFERENCES meetings (agreement_id, id)
) STRICT, WITHOUT ROWID;

-- Distributed: what the groups are to decide and have decided, with what each company says.
CREATE TABLE decisions (
    agreement_id BLOB NOT NULL,
    id BLOB NOT NULL,
    group_id BLOB NOT NULL,
    meeting_id BLOB,
    state TEXT NOT NULL,
    body BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT decisions_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT decisions_meeting_fk FOREIGN KEY (agreement_id, meeting_id) REFERENCES meetings (agreement_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decisions_by_meeting ON decisions (agreement_id, meeting_id);
CREATE INDEX decisions_by_state ON decisions (agreement_id, state, id);

-- Distributed: what companies are to do because of a meeting.
CREATE TABLE action_items (
    agreement_id BLOB NOT NULL,
    id BLOB NOT NULL,
    meeting_id BLOB,
    company_id BLOB NOT NULL,
    person_id BLOB,
    state TEXT NOT NULL,
    due_on TEXT NOT NULL,
    body BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    CONSTRAINT action_items_pk PRIMARY KEY (agreement_id, id),
    CONSTRAINT action_items_meeting_fk FOREIGN KEY (agreement_id, meeting_id) REFERENCES meetings (agreement_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX action_items_by_meeting ON action_items (agreement_id, meeting_id);
CREATE INDEX action_items_by_state ON action_items (agreement_id, state, due_on);

-- Distributed: what will happen to a meeting, a decision or an action item by time alone; a row goes when it has.
CREATE TABLE coordination_timers (
    agreement_id BLOB NOT NULL,
    subject_id BLOB NOT NULL,
    name TEXT NOT NULL,
    due INTEGER NOT NULL,
    CONSTRAINT coordination_timers_pk PRIMARY KEY (agreement_id, subject_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX coordination_timers_by_due ON coordination_timers (agreement_id, due, subject_id, name);
