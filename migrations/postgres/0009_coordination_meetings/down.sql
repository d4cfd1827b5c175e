DROP TABLE coordination_timers;
DROP TABLE action_items;
DROP TABLE decisions;
DROP TABLE agenda_items;
DROP TABLE meetings;
