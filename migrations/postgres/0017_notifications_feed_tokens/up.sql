-- Local: an address that was made with an API token works as long as the token does; null for one made in a session.
ALTER TABLE calendar_feeds ADD COLUMN token_id uuid;
