DROP TABLE rollup_months;
DROP TABLE rollup_days;
DROP TABLE measurement_revisions;
DROP TABLE measurements;
