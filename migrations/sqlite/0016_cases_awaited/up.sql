-- Distributed: the answers for which cases wait: a company's consent to a pause (`company_id` is asked), or the group's decision of a
-- dispute (`company_id` disputes). Derived from the log; `number` is the event that asks.
CREATE TABLE case_awaited (
    agreement_id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    company_id BLOB,
    since INTEGER NOT NULL,
    CONSTRAINT case_awaited_pk PRIMARY KEY (agreement_id, case_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_awaited_by_time ON case_awaited (agreement_id, since);
