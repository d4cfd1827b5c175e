//! Mails that could not be delivered: who did not hear what is shown, and somebody has them tried again or gives them up.

use super::store::{self, mails::Stored};
use crate::{
    agreements::AgreementView,
    kernel::{
        No, Noun, Outcome, Permitted, Tx,
        condition::{Finding, Grade},
    },
};
use concordat_domain::{
    access::{Place, Verb},
    kernel::{AgreementId, Kind, MailId},
    notifications::{Mail, codes::MAIL_STALE},
};
use serde_json::json;

/// A mail of an agreement that could not be delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadMail(pub Stored);

impl Noun for DeadMail {
    type Id = (AgreementId, MailId);

    fn load(tx: &mut Tx<'_>, (about, id): Self::Id) -> Outcome<Option<Self>> {
        Ok(store::mails::load(tx, about, id)?.map(Self))
    }

    fn place(&self) -> Place {
        Place::shared(self.0.mail.about)
    }

    fn view(&self) -> Verb {
        Verb::MailView
    }
}

/// What could not be delivered of an agreement's mails, the latest written first, one more than `first` where there are
/// more.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever may not see its mails.
pub fn dead(
    tx: &mut Tx<'_>,
    about: AgreementId,
    after: Option<MailId>,
    first: usize,
) -> Outcome<Vec<Permitted<DeadMail>>> {
    tx.permit::<AgreementView>(Verb::MailView, about)?;
    let most = i64::try_from(first).unwrap_or(i64::MAX - 1).saturating_add(1);
    let found = store::mails::dead(tx, about, after, most)?;
    Ok(tx.permit_seen(found.into_iter().map(DeadMail)))
}

/// A mail of an agreement by its id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn mail_of(tx: &mut Tx<'_>, about: AgreementId, id: MailId) -> Outcome<Permitted<DeadMail>> {
    tx.permit(Verb::MailView, (about, id))
}

/// How many could not be delivered of an agreement's mails.
///
/// # Errors
/// As [`dead`].
pub fn count_dead(tx: &mut Tx<'_>, about: AgreementId) -> Outcome<i64> {
    tx.permit::<AgreementView>(Verb::MailView, about)?;
    store::mails::count_dead(tx, about)
}

/// Has a mail that could not be delivered tried again.
///
/// # Errors
/// `MAIL_STALE` when it is not at `revision`; what [`Mail::retry`] refuses.
pub fn retry(tx: &mut Tx<'_>, on: Permitted<DeadMail>, revision: i32) -> Outcome<DeadMail> {
    let now = tx.now();
    decide(tx, on, revision, Kind::new("mail.retried"), |mail| Ok(mail.retry(now)?))
}

/// Gives up a mail that could not be delivered.
///
/// # Errors
/// `MAIL_STALE` when it is not at `revision`; what [`Mail::drop`] refuses.
pub fn drop(tx: &mut Tx<'_>, on: Permitted<DeadMail>, revision: i32) -> Outcome<DeadMail> {
    let now = tx.now();
    decide(tx, on, revision, Kind::new("mail.dropped"), |mail| Ok(mail.drop(now)?))
}

fn decide(
    tx: &mut Tx<'_>,
    on: Permitted<DeadMail>,
    revision: i32,
    kind: Kind,
    change: impl FnOnce(Mail) -> Outcome<Mail>,
) -> Outcome<DeadMail> {
    let DeadMail(one) = on.into_inner();
    let stale = || No::from(MAIL_STALE.refuse_field("revision", MAIL_STALE.meaning));
    if one.revision != revision {
        return Err(stale());
    }
    let changed = Stored { mail: change(one.mail.clone())?, revision: revision + 1, ..one };
    if !store::mails::save(tx, &changed)? {
        return Err(stale());
    }
    tx.record(kind, changed.mail.id, None, &json!({ "revision": changed.revision }))?;
    Ok(DeadMail(changed))
}

/// How the outbox is, for an operator: mails that nobody sends, or that could not be delivered.
///
/// # Errors
/// A fault of the database.
pub fn condition(tx: &mut Tx<'_>, has_server: bool) -> Outcome<Finding> {
    let late = tx.now().plus_seconds(if has_server { -900 } else { 0 });
    let (waiting, dead) = store::mails::figures(tx, late)?;
    Ok(match (has_server, waiting, dead) {
        (false, 0, _) => Finding::new("mail", Grade::Doubtful, "no smtp_url is set: mails would wait"),
        (false, waiting, _) => {
            Finding::new("mail", Grade::Doubtful, format!("{waiting} mails wait: no smtp_url is set"))
        }
        (true, 0, 0) => Finding::new("mail", Grade::Good, "every mail goes out"),
        (true, 0, dead) => {
            Finding::new("mail", Grade::Doubtful, format!("{dead} mails could not be delivered; look at deadLetters"))
        }
        (true, waiting, _) => Finding::new(
            "mail",
            Grade::Doubtful,
            format!("{waiting} mails have waited for 15 minutes or longer; is the mail server there?"),
        ),
    })
}
