DROP TABLE meeting_invitations;
DROP TABLE calendar_feeds;
