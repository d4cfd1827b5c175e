DROP TABLE case_timers;
DROP TABLE ledger_parts;
DROP TABLE case_companies;
DROP TABLE case_events;
DROP TABLE cases;
