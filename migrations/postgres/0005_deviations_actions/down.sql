DROP TABLE action_companies;
DROP TABLE corrective_actions;
DROP TABLE deviations;
DROP TABLE assessments;
