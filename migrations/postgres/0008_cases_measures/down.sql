DROP TABLE case_measures;
