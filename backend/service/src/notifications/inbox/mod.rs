//! What waits for the actor over all of their agreements, each with its deadline. A source is one function of the list
//! below: it reads in the actor's own eyes what waits for the companies and roles for which they stand.

mod coordination;
mod watching;
mod work;

pub use watching::{Watched, watch};

use super::settings::oneself;
use crate::{
    agreements::AgreementView,
    kernel::{Denial, No, Noun as _, Outcome, Tx},
};
use chrono::{Days, NaiveDate};
use concordat_domain::{
    access::{Place, Verb},
    kernel::{AgreementId, CompanyId, Moment},
    notifications::{InboxItem, InboxKind, in_order},
};
use uuid::Uuid;

/// A source reads so many things of an agreement at most, those that wait longest first where it can.
const MOST: usize = 100;

type Source = fn(&mut Tx<'_>, &AgreementView) -> Outcome<Vec<InboxItem>>;

/// Where what waits comes from.
const SOURCES: &[Source] = &[
    work::signatures,
    work::reviews,
    work::actions,
    work::boundaries,
    work::offers,
    work::answers,
    coordination::decisions,
    coordination::minutes,
    coordination::voices,
    coordination::items,
    coordination::meetings,
    work::escalations,
];

/// Everything that waits for the actor, the nearest deadline first.
///
/// # Errors
/// Forbidden for whoever is no person; a fault of the database.
pub fn inbox(tx: &mut Tx<'_>) -> Outcome<Vec<InboxItem>> {
    oneself(tx, Verb::InboxView)?;
    let mut found = Vec::new();
    for agreement in tx.actor().agreements() {
        if !tx.actor().may(Verb::AgreementView, Place::shared(agreement)) {
            continue;
        }
        let Some(view) = AgreementView::load(tx, agreement)? else { continue };
        for source in SOURCES {
            found.extend(seen(source(tx, &view))?.unwrap_or_default());
        }
    }
    Ok(in_order(found))
}

/// What was found; nothing where the actor may not see it at all.
fn seen<T>(answer: Outcome<T>) -> Outcome<Option<T>> {
    match answer {
        Ok(found) => Ok(Some(found)),
        Err(No::Denied(Denial::NotFound | Denial::Forbidden)) => Ok(None),
        Err(no) => Err(no),
    }
}

/// The companies for which the actor may do something in an agreement.
fn able(tx: &Tx<'_>, verb: Verb, agreement: AgreementId) -> Vec<CompanyId> {
    let mut own = tx.actor().companies(agreement);
    own.retain(|company| tx.actor().may(verb, Place::owned(agreement, *company)));
    own
}

/// The end of a day in the agreement's zone.
fn end_of(view: &AgreementView, day: NaiveDate) -> Moment {
    view.terms.zone.start_of(day.checked_add_days(Days::new(1)).unwrap_or(day))
}

fn item(view: &AgreementView, kind: InboxKind, subject: impl Into<Uuid>, title: impl Into<String>) -> InboxItem {
    InboxItem {
        agreement: view.agreement.id,
        kind,
        subject: subject.into(),
        part: String::new(),
        title: title.into(),
        deadline: None,
        since: None,
    }
}
