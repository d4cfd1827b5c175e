-- Distributed: the answers for which cases wait: a company's consent to a pause (`company_id` is asked), or the group's decision of a
-- dispute (`company_id` disputes). Derived from the log; `number` is the event that asks.
CREATE TABLE case_awaited (
    agreement_id uuid NOT NULL,
    case_id uuid NOT NULL,
    number bigint NOT NULL,
    kind text NOT NULL,
    company_id uuid,
    since timestamptz NOT NULL,
    CONSTRAINT case_awaited_pk PRIMARY KEY (agreement_id, case_id, number)
);
CREATE INDEX case_awaited_by_time ON case_awaited (agreement_id, since);
ALTER TABLE case_awaited ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_awaited FORCE ROW LEVEL SECURITY;
CREATE POLICY case_awaited_scope ON case_awaited
    USING (position(agreement_id::text IN current_setting('concordat.agreements', true)) > 0);
