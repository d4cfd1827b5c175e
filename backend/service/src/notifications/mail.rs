//! The way into the outbox: a mail is put there in the transaction of the change that it tells of, and is lost only
//! together with that change.

use super::{
    setting,
    store::{
        self,
        feeds::Invites,
        mails::{Letter, Stored},
    },
};
use crate::{
    agreements,
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    kernel::{AgreementId, MailId, PersonId, Zone},
    notifications::{Mail, MailState, Setting, Topic, header_text},
};

/// A mail that is to be sent to a person. It says only what that person may know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMail {
    /// The agreement that it speaks of.
    pub about: AgreementId,
    /// To whom.
    pub to: PersonId,
    /// What it is about, by which the person chooses how they are told.
    pub topic: Topic,
    /// One line; what cannot stand in a header is taken out.
    pub subject: String,
    /// The words, as plain text.
    pub text: String,
    /// The same as a piece of HTML: what came from people is escaped in it already.
    pub html: String,
    /// A calendar entry: what is done with it (RFC 5546: `REQUEST`, `CANCEL` …) and the iCalendar text. A mail with one
    /// is never part of a digest.
    pub calendar: Option<(String, String)>,
    /// The number of the event that it tells of: when it goes out, its recipient must still be allowed to know of that.
    pub event: Option<i64>,
    /// The meetings that it invites to or lets off from: when it goes out, its recipient must still be invited to them.
    pub invites: Option<Invites>,
}

/// Puts a mail into the outbox, to go out when its recipient wants it; nothing where they want none about that.
///
/// # Errors
/// A fault of the database.
pub fn put(tx: &mut Tx<'_>, new: NewMail) -> Outcome<Option<MailId>> {
    let wants = setting(tx, new.to)?;
    let zone = agreements::terms(tx, new.about)?.zone;
    put_as(tx, new, &wants, zone)
}

/// The same where it is known how the recipient wants to be told; the zone is the agreement's.
pub(super) fn put_as(tx: &mut Tx<'_>, new: NewMail, wants: &Setting, zone: Zone) -> Outcome<Option<MailId>> {
    let now = tx.now();
    let Some(out) = wants.goes_out(new.topic, now, zone, new.calendar.is_some()) else { return Ok(None) };
    let NewMail { about, to, topic, subject, text, html, calendar, event, invites } = new;
    let (id, state) = (MailId(tx.id()), MailState::Waiting { due: out.due });
    let mail = Mail { id, about, to, topic, created_at: now, state, tries: 0, first_try: None };
    let letter = Letter { subject: header_text(&subject), text, html, calendar };
    let events = event.into_iter().collect();
    store::mails::insert(
        tx,
        &[Stored { mail, letter, digest: out.digest, gathered: Vec::new(), events, invites, revision: 1 }],
    )?;
    Ok(Some(id))
}
