//! Finding what customers said, as far as the actor may see it.

use super::{
    store::{self, VoiceFilter, VoiceView},
    view::FollowedVoice,
};
use crate::{
    agreements::AgreementView,
    kernel::{Denial, Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::Verb,
    kernel::{AgreementId, CompanyId, Moment, VoiceId},
    satisfaction::VoiceState,
};

/// What a customer said, by its id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn voice(tx: &mut Tx<'_>, agreement: AgreementId, id: VoiceId) -> Outcome<Permitted<VoiceView>> {
    tx.permit(Verb::VoiceView, (agreement, id))
}

/// What customers said, the latest first, one more than `first` where there are more.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees none of it.
pub fn list(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &VoiceFilter,
    after: Option<VoiceId>,
    first: usize,
) -> Outcome<Vec<Permitted<VoiceView>>> {
    tx.permit::<AgreementView>(Verb::VoiceView, agreement)?;
    let found = store::list(tx, agreement, filter, after, one_more(first))?;
    Ok(tx.permit_seen(found))
}

/// How much of it there is.
///
/// # Errors
/// As for [`list`].
pub fn count(tx: &mut Tx<'_>, agreement: AgreementId, filter: &VoiceFilter) -> Outcome<i64> {
    tx.permit::<AgreementView>(Verb::VoiceView, agreement)?;
    store::count(tx, agreement, filter)
}

/// What a customer said, by its id, as the customer sees it.
///
/// # Errors
/// Not found for whoever may not follow it.
pub fn followed_voice(tx: &mut Tx<'_>, agreement: AgreementId, id: VoiceId) -> Outcome<Permitted<FollowedVoice>> {
    tx.permit(Verb::VoiceFollow, (agreement, id))
}

/// What the actor's customers said, the latest first, one more than `first` where there are more.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever follows none of it.
pub fn followed(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    after: Option<VoiceId>,
    first: usize,
) -> Outcome<Vec<Permitted<FollowedVoice>>> {
    let filter = VoiceFilter { customers: customers(tx, agreement)?, ..VoiceFilter::default() };
    let found = store::list(tx, agreement, &filter, after, one_more(first))?;
    Ok(tx.permit_seen(found.into_iter().map(FollowedVoice)))
}

/// How much of it there is.
///
/// # Errors
/// As for [`followed`].
pub fn count_followed(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<i64> {
    let filter = VoiceFilter { customers: customers(tx, agreement)?, ..VoiceFilter::default() };
    store::count(tx, agreement, &filter)
}

/// The customers whose words the actor follows; `None`: all.
fn customers(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Option<Vec<CompanyId>>> {
    tx.permit::<AgreementView>(Verb::AgreementView, agreement)?;
    match tx.actor().on_behalf(Verb::VoiceFollow, agreement) {
        Some(own) if own.is_empty() => Err(Denial::Forbidden.into()),
        own => Ok(own),
    }
}

/// What customers said that a company has left unanswered beyond its time, the longest first: a matter for the next
/// meeting. No permission is checked: for verbs that have checked their own.
///
/// # Errors
/// A fault of the database.
pub fn unanswered(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<VoiceView>> {
    let mut found = open(tx, agreement)?;
    found.retain(|known| known.voice.due <= tx.now());
    Ok(found)
}

/// What customers said that some companies have neither acknowledged nor answered, what is due first.
///
/// # Errors
/// As for [`list`].
pub fn awaiting(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    companies: &[CompanyId],
) -> Outcome<Vec<Permitted<VoiceView>>> {
    tx.permit::<AgreementView>(Verb::VoiceView, agreement)?;
    let mut found = open(tx, agreement)?;
    found.retain(|known| known.voice.silent().any(|company| companies.contains(&company)));
    Ok(tx.permit_seen(found))
}

/// What some company has not spoken to, what is due first.
fn open(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<VoiceView>> {
    let open = VoiceFilter { states: Some(vec![VoiceState::Waiting, VoiceState::Overdue]), ..VoiceFilter::default() };
    let mut found = store::list(tx, agreement, &open, None, i64::MAX)?;
    found.sort_by_key(|known| (known.voice.due, known.voice.id));
    Ok(found)
}

/// What is open of it, and what was taken down since a moment. No permission is checked: for verbs that have checked
/// their own.
///
/// # Errors
/// A fault of the database.
pub fn since(tx: &mut Tx<'_>, agreement: AgreementId, from: Moment) -> Outcome<Vec<VoiceView>> {
    store::since(tx, agreement, from)
}

fn one_more(first: usize) -> i64 {
    i64::try_from(first).unwrap_or(i64::MAX - 1).saturating_add(1)
}
