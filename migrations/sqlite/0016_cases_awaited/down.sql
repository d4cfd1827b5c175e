DROP TABLE case_awaited;
