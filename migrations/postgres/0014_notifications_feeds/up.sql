-- Local: secret addresses at which a person's calendar program reads their meetings, by the digest of the secret. `about` and
-- `group_id` name one coordination group; without them it is all of the person's meetings.
CREATE TABLE calendar_feeds (
    id uuid NOT NULL,
    digest bytea NOT NULL,
    person_id uuid NOT NULL,
    about uuid,
    group_id uuid,
    created_at timestamptz NOT NULL,
    revoked_at timestamptz,
    CONSTRAINT calendar_feeds_pk PRIMARY KEY (id),
    CONSTRAINT calendar_feeds_digest_key UNIQUE (digest)
);
CREATE INDEX calendar_feeds_by_person ON calendar_feeds (person_id, id);

-- Local: who was invited to which meeting of the agreement `about`, to what state of it, so that a mail goes out for each change
-- and not for each look.
CREATE TABLE meeting_invitations (
    about uuid NOT NULL,
    meeting_id uuid NOT NULL,
    person_id uuid NOT NULL,
    sequence integer NOT NULL,
    withdrawn boolean NOT NULL,
    CONSTRAINT meeting_invitations_pk PRIMARY KEY (about, meeting_id, person_id)
);
