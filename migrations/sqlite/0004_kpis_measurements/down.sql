DROP TABLE rollups;
DROP TABLE measurement_revisions;
DROP TABLE measurements;
