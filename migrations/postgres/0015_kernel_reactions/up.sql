-- Distributed: how far the reactions to an agreement's log have come: the number of the last event that was followed. What
-- happened before there were reactions is not followed any more.
CREATE TABLE reactions (
    agreement_id uuid NOT NULL,
    number bigint NOT NULL,
    CONSTRAINT reactions_pk PRIMARY KEY (agreement_id)
);
SELECT enter(coalesce(string_agg(id::text, ','), '')) FROM agreements;
INSERT INTO reactions SELECT agreement_id, number FROM agreement_heads;
ALTER TABLE reactions ENABLE ROW LEVEL SECURITY;
ALTER TABLE reactions FORCE ROW LEVEL SECURITY;
CREATE POLICY reactions_scope ON reactions
    USING (agreement_id = ANY (string_to_array(current_setting('concordat.agreements', true), ',')::uuid[]));
