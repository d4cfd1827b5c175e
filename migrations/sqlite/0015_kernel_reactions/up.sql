-- Distributed: how far the reactions to an agreement's log have come: the number of the last event that was followed. What
-- happened before there were reactions is not followed any more.
CREATE TABLE reactions (
    agreement_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    CONSTRAINT reactions_pk PRIMARY KEY (agreement_id)
) STRICT, WITHOUT ROWID;
INSERT INTO reactions SELECT agreement_id, number FROM agreement_heads;
