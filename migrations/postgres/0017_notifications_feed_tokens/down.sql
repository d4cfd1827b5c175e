ALTER TABLE calendar_feeds DROP COLUMN token_id;
