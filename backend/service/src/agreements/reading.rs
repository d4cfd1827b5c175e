//! Agreements as an actor may see them, and the terms that hold.

use super::store::{self, Stored};
use crate::kernel::{Database, Denial, No, Noun, Outcome, Permitted, Tx};
use chrono::NaiveDate;
use concordat_domain::{
    access::{Actor, Place, Verb},
    agreements::{Agreement, Terms, Version},
    kernel::{AgreementId, event::Head},
};
use std::sync::Arc;

/// So many agreements are looked at a time.
const PAGE: usize = 50;

/// An agreement that the actor may see, with the terms that are to be read today.
#[derive(Clone, Debug)]
pub struct AgreementView {
    /// The agreement and its versions.
    pub agreement: Agreement,
    /// The terms in force; before there are any, those of the newest version.
    pub terms: Arc<Terms>,
}

impl Noun for AgreementView {
    type Id = AgreementId;

    fn load(tx: &mut Tx<'_>, id: AgreementId) -> Outcome<Option<Self>> {
        let Some(stored) = load(tx, id)? else { return Ok(None) };
        let today = today(tx, &stored)?;
        let Some(version) = readable(&stored.agreement, today) else { return Ok(None) };
        let terms = terms_of(tx, id, &version.clone())?;
        Ok(Some(Self { agreement: stored.agreement.clone(), terms }))
    }

    fn place(&self) -> Place {
        Place::shared(self.agreement.id)
    }

    fn view(&self) -> Verb {
        Verb::AgreementView
    }
}

pub(super) fn load(tx: &mut Tx<'_>, id: AgreementId) -> Outcome<Option<Arc<Stored>>> {
    let stored = tx.while_it_stands(id, "agreement", |tx| Ok(store::load(tx, id)?.map(Arc::new)))?;
    Ok((*stored).clone())
}

/// The local date in the zone of the agreement's newest terms.
pub(super) fn today(tx: &mut Tx<'_>, stored: &Stored) -> Outcome<NaiveDate> {
    let newest = stored.agreement.latest().ok_or_else(|| No::broken("an agreement without a version"))?;
    let terms = terms_of(tx, stored.agreement.id, newest)?;
    Ok(terms.zone.date_of(tx.now()))
}

fn readable(agreement: &Agreement, today: NaiveDate) -> Option<&Version> {
    agreement.in_force(today).or_else(|| agreement.active()).or_else(|| agreement.latest())
}

pub(super) fn terms_of(tx: &mut Tx<'_>, id: AgreementId, version: &Version) -> Outcome<Arc<Terms>> {
    tx.database().remember(version.digest.0, || {
        let json = store::terms_json(tx, id, version.number)?;
        Terms::from_json(&json).map_err(No::broken)
    })
}

/// An agreement by its id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn agreement(tx: &mut Tx<'_>, id: AgreementId) -> Outcome<Permitted<AgreementView>> {
    tx.permit(Verb::AgreementView, id)
}

/// An agreement by its code.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn by_code(tx: &mut Tx<'_>, code: &str) -> Outcome<Permitted<AgreementView>> {
    let found = store::named(tx, code)?.ok_or(Denial::NotFound)?;
    newest(tx, found)
}

/// The actor's agreements by code, one more than `first` where there are more.
///
/// # Errors
/// A fault of the database.
pub fn list(tx: &mut Tx<'_>, after: Option<&str>, first: usize) -> Outcome<Vec<Permitted<AgreementView>>> {
    let mut own = tx.actor().agreements();
    own.retain(|id| tx.actor().may(Verb::AgreementView, Place::shared(*id)));
    let among = if tx.actor().may(Verb::AgreementView, Place::shared(AgreementId::INSTANCE)) {
        None
    } else {
        Some(own.as_slice())
    };
    let limit = i64::try_from(first).unwrap_or(i64::MAX).saturating_add(1);
    let found = store::page(tx, among, after, limit)?;
    found.into_iter().map(|found| newest(tx, found)).collect()
}

/// An agreement of which it is known already how far its log has come.
fn newest(tx: &mut Tx<'_>, (id, head): (AgreementId, Head)) -> Outcome<Permitted<AgreementView>> {
    tx.once(id, |_| Ok(Arc::new(head)))?;
    agreement(tx, id)
}

/// Every agreement, in order of its code, a page of them in memory at a time: for what is to be done in each. One in which it
/// cannot be done does not keep the others from it.
///
/// # Errors
/// A fault of the database; and the last one that the work met, once every agreement had its turn.
pub fn each(database: &Database, mut work: impl FnMut(&AgreementView) -> Outcome<()>) -> Outcome<()> {
    let console = Arc::new(Actor::console());
    let (mut after, mut failed): (Option<String>, Option<No>) = (None, None);
    loop {
        let page = database.read(&console, |tx| list(tx, after.as_deref(), PAGE))?;
        for view in page.iter().take(PAGE) {
            if let Err(no) = work(view) {
                tracing::error!(agreement = view.agreement.code, %no, "what is due in an agreement could not be done");
                failed = Some(no);
            }
        }
        match page.get(PAGE - 1).filter(|_| page.len() > PAGE) {
            Some(last) => after = Some(last.agreement.code.clone()),
            None => return failed.map_or(Ok(()), Err),
        }
    }
}

/// The terms in force today; before there are any, those of the newest version. No permission is checked: for verbs
/// that have checked their own.
///
/// # Errors
/// Not found, or a fault of the database.
pub fn terms(tx: &mut Tx<'_>, id: AgreementId) -> Outcome<Arc<Terms>> {
    let view = AgreementView::load(tx, id)?.ok_or(Denial::NotFound)?;
    Ok(view.terms)
}

/// The terms of one version.
///
/// # Errors
/// Not found for whoever may not see the agreement, or where there is no such version.
pub fn terms_of_version(tx: &mut Tx<'_>, id: AgreementId, number: u32) -> Outcome<Arc<Terms>> {
    let view = agreement(tx, id)?;
    let version = view.agreement.versions.iter().find(|version| version.number == number).ok_or(Denial::NotFound)?;
    terms_of(tx, id, version)
}
