DROP INDEX corrective_actions_by_due;
ALTER TABLE corrective_actions DROP COLUMN due_at;
DROP TABLE escalation_holders;
DROP TABLE escalations;
