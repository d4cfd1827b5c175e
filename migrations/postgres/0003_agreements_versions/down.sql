DROP TABLE agreement_versions;
DROP TABLE parties;
DROP TABLE grants;
DROP TABLE agreements;
