//! SQL of mails.

use super::{body, feeds::Invites, read};
use crate::kernel::{
    No, Outcome, Tx,
    db::{
        At, Key, on,
        tables::mails::{self, dsl},
    },
};
use concordat_domain::{
    kernel::{AgreementId, MailId, Moment, PersonId},
    notifications::{Mail, MailState, Topic},
};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What a mail says, before the frame that every mail has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// One line.
    pub subject: String,
    /// The words, as plain text.
    pub text: String,
    /// The same as a piece of HTML.
    pub html: String,
    /// A calendar entry, with what is done with it (RFC 5546) and the iCalendar text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<(String, String)>,
}

/// A mail as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The mail and what has become of it.
    pub mail: Mail,
    /// What it says.
    pub letter: Letter,
    /// Whether its recipient wants it in a digest.
    pub digest: bool,
    /// What it is about where it is a digest itself.
    pub gathered: Vec<Topic>,
    /// The numbers of the events that it tells of, where it tells of any.
    pub events: Vec<i64>,
    /// The meetings that it invites to or lets off from, where it is about some.
    pub invites: Option<Invites>,
    /// Grows by one with each change.
    pub revision: i32,
}

impl Stored {
    /// What it is about: the topics of what was gathered, or its own.
    #[must_use]
    pub fn topics(&self) -> Vec<Topic> {
        if self.gathered.is_empty() { vec![self.mail.topic] } else { self.gathered.clone() }
    }
}

#[derive(Serialize, Deserialize)]
struct Body {
    state: MailState,
    letter: Letter,
    #[serde(default)]
    digest: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    gathered: Vec<Topic>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    events: Vec<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    invites: Option<Invites>,
    #[serde(default)]
    tries: u32,
    #[serde(default)]
    first_try: Option<Moment>,
}

#[derive(Insertable)]
#[diesel(table_name = mails, treat_none_as_default_value = false)]
struct NewRow {
    id: Key,
    about: Key,
    person_id: Key,
    topic: &'static str,
    state: &'static str,
    due: Option<At>,
    body: Value,
    created_at: At,
    changed_at: At,
    revision: i32,
}

type Columns = (dsl::id, dsl::about, dsl::person_id, dsl::topic, dsl::body, dsl::created_at, dsl::revision);
type Row = (Key, Key, Key, String, Value, At, i32);
const COLUMNS: Columns = (dsl::id, dsl::about, dsl::person_id, dsl::topic, dsl::body, dsl::created_at, dsl::revision);

fn stored((id, about, person, topic, body, created_at, revision): Row) -> Outcome<Stored> {
    let Body { state, letter, digest, gathered, events, invites, tries, first_try } = read(body)?;
    let topic = Topic::named(&topic).ok_or_else(|| No::broken(format!("a mail about {topic}")))?;
    let (id, about, to) = (id.into(), about.into(), person.into());
    let mail = Mail { id, about, to, topic, created_at: created_at.into(), state, tries, first_try };
    Ok(Stored { mail, letter, digest, gathered, events, invites, revision })
}

fn written(one: &Stored) -> Outcome<Value> {
    let Stored { mail, letter, digest, gathered, events, invites, .. } = one.clone();
    let Mail { state, tries, first_try, .. } = mail;
    body(&Body { state, letter, digest, gathered, events, invites, tries, first_try })
}

/// Adds new ones.
pub fn insert(tx: &mut Tx<'_>, new: &[Stored]) -> Outcome<()> {
    let now = At(tx.now());
    let row = |one: &Stored| -> Outcome<NewRow> {
        let mail = &one.mail;
        Ok(NewRow {
            id: mail.id.into(),
            about: mail.about.into(),
            person_id: mail.to.into(),
            topic: mail.topic.name(),
            state: mail.state.name(),
            due: mail.state.due().map(At),
            body: written(one)?,
            created_at: mail.created_at.into(),
            changed_at: now,
            revision: one.revision,
        })
    };
    let rows = new.iter().map(row).collect::<Outcome<Vec<_>>>()?;
    for some in rows.chunks(500) {
        let db = tx.noting()?;
        on!(db, |native| diesel::insert_into(dsl::mails).values(some).execute(native))?;
    }
    Ok(())
}

/// Keeps what became of one; `false` when somebody else changed it since it was read. Its revision is the new one.
pub fn save(tx: &mut Tx<'_>, changed: &Stored) -> Outcome<bool> {
    let now = (
        dsl::state.eq(changed.mail.state.name()),
        dsl::due.eq(changed.mail.state.due().map(At)),
        dsl::body.eq(written(changed)?),
        dsl::changed_at.eq(At(tx.now())),
        dsl::revision.eq(changed.revision),
    );
    let row = dsl::mails.find(Key::from(changed.mail.id)).filter(dsl::revision.eq(changed.revision - 1));
    Ok(diesel::update(row).set(now).execute(tx.noting()?)? == 1)
}

/// What is due now, the earliest first.
pub fn due(tx: &mut Tx<'_>, limit: i64) -> Outcome<Vec<Stored>> {
    let due = dsl::mails.filter(dsl::due.le(Some(At(tx.now())))).order((dsl::due, dsl::id)).limit(limit);
    due.select(COLUMNS).load::<Row>(tx.reading())?.into_iter().map(stored).collect()
}

/// What is due now for a person about one agreement, the earliest written first.
pub fn due_for(tx: &mut Tx<'_>, person: PersonId, about: AgreementId, limit: i64) -> Outcome<Vec<Stored>> {
    let of = dsl::person_id.eq(Key::from(person)).and(dsl::about.eq(Key::from(about)));
    let due = dsl::mails.filter(of.and(dsl::due.le(Some(At(tx.now()))))).order(dsl::id).limit(limit);
    due.select(COLUMNS).load::<Row>(tx.reading())?.into_iter().map(stored).collect()
}

/// The mails that went into a digest, the earliest written first.
pub fn parts_of(tx: &mut Tx<'_>, digest: &Mail) -> Outcome<Vec<Stored>> {
    let of = dsl::about.eq(Key::from(digest.about)).and(dsl::person_id.eq(Key::from(digest.to)));
    let folded = dsl::mails.filter(of.and(dsl::state.eq("folded"))).order(dsl::id).select(COLUMNS);
    let mut found = folded.load::<Row>(tx.reading())?.into_iter().map(stored).collect::<Outcome<Vec<_>>>()?;
    found.retain(|one| one.mail.state == MailState::Folded { into: digest.id });
    Ok(found)
}

/// The mail with that id, where it is about that agreement.
pub fn load(tx: &mut Tx<'_>, about: AgreementId, id: MailId) -> Outcome<Option<Stored>> {
    let found = dsl::mails.find(Key::from(id)).filter(dsl::about.eq(Key::from(about))).select(COLUMNS);
    found.first::<Row>(tx.reading()).optional()?.map(stored).transpose()
}

/// What could not be delivered of an agreement's mails, the latest written first.
pub fn dead(tx: &mut Tx<'_>, about: AgreementId, after: Option<MailId>, limit: i64) -> Outcome<Vec<Stored>> {
    let of = dsl::about.eq(Key::from(about)).and(dsl::state.eq("dead"));
    let mut page = dsl::mails.filter(of).into_boxed();
    if let Some(after) = after {
        page = page.filter(dsl::id.lt(Key::from(after)));
    }
    let rows: Vec<Row> = page.order(dsl::id.desc()).limit(limit).select(COLUMNS).load(tx.reading())?;
    rows.into_iter().map(stored).collect()
}

/// How many could not be delivered of an agreement's mails.
pub fn count_dead(tx: &mut Tx<'_>, about: AgreementId) -> Outcome<i64> {
    let of = dsl::about.eq(Key::from(about)).and(dsl::state.eq("dead"));
    Ok(dsl::mails.filter(of).count().get_result(tx.reading())?)
}

/// How many mails were due at a moment and are not settled, and how many could not be delivered, of every agreement.
pub fn figures(tx: &mut Tx<'_>, due_since: Moment) -> Outcome<(i64, i64)> {
    let waiting = dsl::mails.filter(dsl::due.le(Some(At(due_since)))).count().get_result(tx.reading())?;
    let dead = dsl::mails.filter(dsl::state.eq("dead")).count().get_result(tx.reading())?;
    Ok((waiting, dead))
}

/// Forgets what was settled before a moment, but for what could not be delivered; tells how many.
pub fn forget(tx: &mut Tx<'_>, before: Moment) -> Outcome<usize> {
    let settled = dsl::due.is_null().and(dsl::changed_at.lt(At(before))).and(dsl::state.ne("dead"));
    Ok(diesel::delete(dsl::mails.filter(settled)).execute(tx.noting()?)?)
}
