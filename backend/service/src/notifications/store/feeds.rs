//! SQL of secret calendar addresses, and of who was invited to which meeting.

use crate::kernel::{
    Outcome, Tx,
    db::{
        At, Key, on,
        tables::{
            calendar_feeds::{self, dsl},
            meeting_invitations::dsl as invited,
        },
    },
};
use concordat_domain::kernel::{AgreementId, FeedId, GroupId, MeetingId, Moment, PersonId, TokenId};
use diesel::{prelude::*, upsert::excluded};
use serde::{Deserialize, Serialize};

/// A secret calendar address; the secret itself is nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// Its id.
    pub id: FeedId,
    /// Whose it is.
    pub person: PersonId,
    /// The coordination group whose meetings it shows; all of the person's where there is none.
    pub group: Option<(AgreementId, GroupId)>,
    /// When it was made.
    pub created_at: Moment,
    /// When it was revoked.
    pub revoked_at: Option<Moment>,
    /// The API token with which it was made: it works no longer than that.
    pub token: Option<TokenId>,
}

type Row = (Key, Key, Option<Key>, Option<Key>, At, Option<At>, Option<Key>);
type Columns = (dsl::id, dsl::person_id, dsl::about, dsl::group_id, dsl::created_at, dsl::revoked_at, dsl::token_id);
const COLUMNS: Columns =
    (dsl::id, dsl::person_id, dsl::about, dsl::group_id, dsl::created_at, dsl::revoked_at, dsl::token_id);

fn feed((id, person, about, group, created_at, revoked_at, token): Row) -> Feed {
    let group = about.zip(group).map(|(about, group)| (about.into(), group.into()));
    let revoked_at = revoked_at.map(Moment::from);
    let token = token.map(TokenId::from);
    Feed { id: id.into(), person: person.into(), group, created_at: created_at.into(), revoked_at, token }
}

/// Adds a new one.
pub fn insert(tx: &mut Tx<'_>, new: &Feed, digest: Vec<u8>) -> Outcome<()> {
    let row = (
        dsl::id.eq(Key::from(new.id)),
        dsl::digest.eq(digest),
        dsl::person_id.eq(Key::from(new.person)),
        dsl::about.eq(new.group.map(|(about, _)| Key::from(about))),
        dsl::group_id.eq(new.group.map(|(_, group)| Key::from(group))),
        dsl::created_at.eq(At(new.created_at)),
        dsl::token_id.eq(new.token.map(Key::from)),
    );
    diesel::insert_into(calendar_feeds::table).values(row).execute(tx.changing()?)?;
    Ok(())
}

/// The one with that id.
pub fn load(tx: &mut Tx<'_>, id: FeedId) -> Outcome<Option<Feed>> {
    let found = dsl::calendar_feeds.find(Key::from(id)).select(COLUMNS);
    Ok(found.first::<Row>(tx.reading()).optional()?.map(feed))
}

/// The one of a secret, unless it was revoked.
pub fn by_digest(tx: &mut Tx<'_>, digest: Vec<u8>) -> Outcome<Option<Feed>> {
    let found = dsl::calendar_feeds.filter(dsl::digest.eq(digest).and(dsl::revoked_at.is_null())).select(COLUMNS);
    Ok(found.first::<Row>(tx.reading()).optional()?.map(feed))
}

/// Those of a person that were not revoked, the oldest first.
pub fn of(tx: &mut Tx<'_>, person: PersonId) -> Outcome<Vec<Feed>> {
    let own = dsl::person_id.eq(Key::from(person)).and(dsl::revoked_at.is_null());
    let found = dsl::calendar_feeds.filter(own).order(dsl::id).select(COLUMNS);
    Ok(found.load::<Row>(tx.reading())?.into_iter().map(feed).collect())
}

/// Notes that one is revoked now.
pub fn revoke(tx: &mut Tx<'_>, id: FeedId) -> Outcome<()> {
    let now = Some(At(tx.now()));
    diesel::update(dsl::calendar_feeds.find(Key::from(id))).set(dsl::revoked_at.eq(now)).execute(tx.changing()?)?;
    Ok(())
}

/// What somebody is told of meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// That they are invited.
    Invited,
    /// That they are held otherwise than they were told.
    Changed,
    /// That they need not come.
    LetOff,
}

/// What a mail tells of which meetings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invites {
    /// What.
    pub what: Told,
    /// Of which.
    pub meetings: Vec<MeetingId>,
}

/// What somebody was told of a meeting last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invited {
    /// The meeting.
    pub meeting: MeetingId,
    /// Who.
    pub person: PersonId,
    /// The state of the meeting (`SEQUENCE`).
    pub sequence: u32,
    /// Whether they were told that they need not come.
    pub withdrawn: bool,
}

/// Who was told what of some meetings.
pub fn invited(tx: &mut Tx<'_>, about: AgreementId, meetings: &[MeetingId]) -> Outcome<Vec<Invited>> {
    let ids: Vec<Key> = meetings.iter().map(|id| Key::from(*id)).collect();
    let rows: Vec<(Key, Key, i32, bool)> = invited::meeting_invitations
        .filter(invited::about.eq(Key::from(about)).and(invited::meeting_id.eq_any(ids)))
        .select((invited::meeting_id, invited::person_id, invited::sequence, invited::withdrawn))
        .load(tx.reading())?;
    let read = |(meeting, person, sequence, withdrawn): (Key, Key, i32, bool)| Invited {
        meeting: meeting.into(),
        person: person.into(),
        sequence: u32::try_from(sequence).unwrap_or(0),
        withdrawn,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Notes what somebody was told.
pub fn note_invited(tx: &mut Tx<'_>, about: AgreementId, told: Invited) -> Outcome<()> {
    let row = (
        invited::about.eq(Key::from(about)),
        invited::meeting_id.eq(Key::from(told.meeting)),
        invited::person_id.eq(Key::from(told.person)),
        invited::sequence.eq(i32::try_from(told.sequence).unwrap_or(i32::MAX)),
        invited::withdrawn.eq(told.withdrawn),
    );
    let db = tx.noting()?;
    on!(db, |native| diesel::insert_into(invited::meeting_invitations)
        .values(row)
        .on_conflict((invited::about, invited::meeting_id, invited::person_id))
        .do_update()
        .set((invited::sequence.eq(excluded(invited::sequence)), invited::withdrawn.eq(excluded(invited::withdrawn)),))
        .execute(native))?;
    Ok(())
}
