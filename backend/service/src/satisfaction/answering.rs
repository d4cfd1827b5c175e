//! A contact point takes down what a customer said, companies answer it, and the customer is told what came of it.

use super::store::{self, VoiceView};
use crate::{
    agreements::{self, AgreementView},
    cases,
    kernel::{No, Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::Verb,
    agreements::{Digest, Terms},
    calendars::{Calendar, Timetable},
    companies::CompanyKind,
    kernel::{AgreementId, By, CompanyId, Kind, VoiceId},
    satisfaction::{Recorded, Voice, Word, answer_by, codes, events},
};
use serde_json::json;
use std::sync::Arc;

/// A contact-point agent takes down what a customer said, in the name of a company, and puts it before the companies
/// concerned.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever is no contact-point agent of the company;
/// `VOICE_CASE`; what [`Voice::record`] refuses.
pub fn record(tx: &mut Tx<'_>, agreement: AgreementId, company: CompanyId, said: &Recorded) -> Outcome<VoiceView> {
    let view = tx.permit::<AgreementView>(Verb::VoiceView, agreement)?;
    let by = tx.speaking(Verb::VoiceRecord, agreement, Some(company))?;
    checked_case(tx, agreement, said)?;
    let (terms, today) = (&view.terms, view.terms.zone.date_of(tx.now()));
    let kind = |company: CompanyId| terms.company(company).map(|company| company.kind);
    let bound = |company: CompanyId| terms.in_force(company, today);
    let is_customer = |company: CompanyId| bound(company) && kind(company) == Some(CompanyKind::Customer);
    let answers = |company: CompanyId| bound(company) && kind(company) != Some(CompanyKind::Customer);
    let due = answer_by(&*customers_calendar(tx, terms)?, tx.now());
    let id = VoiceId(tx.id());
    let voice = Voice::record((id, agreement), said, (is_customer, answers), (due, by))?;
    let recorded = VoiceView { voice, created_at: tx.now(), revision: 1 };
    store::insert(tx, &recorded)?;
    tell(tx, events::VOICE_RECORDED, &recorded, by)?;
    Ok(recorded)
}

/// The case in which it came up is one that the customer brought and that whoever takes it down sees.
fn checked_case(tx: &mut Tx<'_>, agreement: AgreementId, said: &Recorded) -> Outcome<()> {
    let Some(id) = said.case else { return Ok(()) };
    let brought = match cases::case(tx, agreement, id) {
        Ok(found) => found.case.customer == Some(said.customer),
        Err(No::Denied(_)) => false,
        Err(no) => return Err(no),
    };
    if brought { Ok(()) } else { Err(codes::VOICE_CASE.refuse_field("case", codes::VOICE_CASE.meaning).into()) }
}

/// The calendar of the customers; every day where the agreement takes no cases.
///
/// # Errors
/// None of its own.
pub fn customers_calendar(tx: &Tx<'_>, terms: &Terms) -> Outcome<Arc<Timetable>> {
    let key = Digest::of(&format!("customers' calendar of {}", terms.digest()));
    tx.database().remember(key.0, || {
        let named = terms.handling.as_ref().and_then(|handling| terms.calendar_named(&handling.calendar));
        let calendar = named.map_or_else(|| Calendar::always(terms.zone), |named| named.calendar.clone());
        Ok(Timetable::new(calendar))
    })
}

/// A company that was asked acknowledges or answers.
///
/// # Errors
/// Forbidden for whoever does not coordinate for the company, or for none that was asked; `VOICE_STALE` when it is not at
/// `revision`; what [`Voice::reply`] refuses.
pub fn reply(
    tx: &mut Tx<'_>,
    on: Permitted<VoiceView>,
    revision: i32,
    company: Option<CompanyId>,
    word: Word<'_>,
) -> Outcome<VoiceView> {
    let asked = || on.voice.asked.iter().map(|asked| asked.company);
    let mine = tx.speaks_for(Verb::VoiceAnswer, on.voice.agreement);
    let chosen = company.or_else(|| asked().find(|company| mine.contains(company))).or_else(|| asked().next());
    let by = tx.speaking(Verb::VoiceAnswer, on.voice.agreement, chosen)?;
    let kind = match word {
        Word::Acknowledge => events::VOICE_ACKNOWLEDGED,
        Word::Answer(_) => events::VOICE_ANSWERED,
    };
    change(tx, on, revision, (kind, by), |voice| Ok(voice.reply(word, by)?))
}

/// The company at whose contact point it was taken down tells the customer what came of it.
///
/// # Errors
/// Forbidden for whoever is no contact-point agent of that company; `VOICE_STALE`; what [`Voice::close`] refuses.
pub fn close(tx: &mut Tx<'_>, on: Permitted<VoiceView>, revision: i32, words: &str) -> Outcome<VoiceView> {
    let agreement = on.voice.agreement;
    let by = tx.speaking(Verb::VoiceRecord, agreement, Some(on.voice.recorded.company))?;
    let terms = agreements::terms(tx, agreement)?;
    let today = terms.zone.date_of(tx.now());
    change(tx, on, revision, (events::VOICE_CLOSED, by), |voice| {
        Ok(voice.close(words, |company| terms.in_force(company, today), by)?)
    })
}

fn change(
    tx: &mut Tx<'_>,
    on: Permitted<VoiceView>,
    revision: i32,
    (kind, by): (Kind, By),
    decide: impl FnOnce(Voice) -> Outcome<Voice>,
) -> Outcome<VoiceView> {
    let stale = || codes::VOICE_STALE.refuse_field("revision", codes::VOICE_STALE.meaning);
    if on.revision != revision {
        return Err(stale().into());
    }
    let known = on.into_inner();
    let voice = decide(known.voice.clone())?;
    if voice == known.voice {
        return Ok(known);
    }
    let changed = VoiceView { voice, revision: revision + 1, ..known };
    if !store::save(tx, &changed, revision)? {
        return Err(stale().into());
    }
    tell(tx, kind, &changed, by)?;
    Ok(changed)
}

fn tell(tx: &mut Tx<'_>, kind: Kind, told: &VoiceView, by: By) -> Outcome<()> {
    let asked: Vec<CompanyId> = told.voice.asked.iter().map(|asked| asked.company).collect();
    let detail = json!({ "kind": told.voice.kind, "asked": asked, "due": told.voice.due, "revision": told.revision });
    tx.record(kind, told.voice.id, Some(by.company), &detail)
}
