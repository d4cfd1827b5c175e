DROP TABLE idempotency;
DROP TABLE secrets;
DROP TABLE events;
DROP TABLE agreement_heads;
