DROP TABLE alignment_assessments;
DROP TABLE vocabularies;
DROP TABLE voice_companies;
DROP TABLE voices;
