DROP TABLE trainings;
DROP TABLE findings;
DROP TABLE boundary_drafts;
DROP TABLE boundaries;
DROP INDEX cases_by_service;
ALTER TABLE cases DROP COLUMN skills;
ALTER TABLE cases DROP COLUMN product;
ALTER TABLE cases DROP COLUMN language;
ALTER TABLE cases DROP COLUMN region;
