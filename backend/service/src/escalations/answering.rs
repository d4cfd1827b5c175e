//! What people do about an escalation. Those who stand at its level for the company concerned acknowledge, answer and
//! close it; the company that raised it accepts or rejects the answer, or takes the matter back.

use super::{
    paths::paths,
    store::{self, Stored},
    timing::told,
    view::EscalationView,
};
use crate::{
    agreements::AgreementView,
    kernel::{Denial, No, Noun as _, Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::Verb,
    escalations::{Escalation, Paths, codes, events},
    kernel::{By, Kind, Verdict},
};
use std::sync::Arc;

/// Somebody of its level has seen it.
///
/// # Errors
/// `ESCALATION_STALE` when it is not at `revision`; `ESCALATION_HOLDER`; what [`Escalation::acknowledge`] refuses.
pub fn acknowledge(tx: &mut Tx<'_>, on: Permitted<EscalationView>, revision: i32) -> Outcome<EscalationView> {
    decide(tx, on.into_inner(), revision, Side::Level, events::ESCALATION_ACKNOWLEDGED, |it, by, _| it.acknowledge(by))
}

/// Somebody of its level answers whoever raised it.
///
/// # Errors
/// `ESCALATION_STALE`; `ESCALATION_HOLDER`; what [`Escalation::reply`] refuses.
pub fn answer(tx: &mut Tx<'_>, on: Permitted<EscalationView>, revision: i32, text: &str) -> Outcome<EscalationView> {
    let answered = events::ESCALATION_ANSWERED;
    decide(tx, on.into_inner(), revision, Side::Level, answered, |it, by, paths| it.reply(text, by, paths))
}

/// Somebody of its level closes it, with the answer that stands.
///
/// # Errors
/// `ESCALATION_STALE`; `ESCALATION_HOLDER`; what [`Escalation::close`] refuses.
pub fn close(tx: &mut Tx<'_>, on: Permitted<EscalationView>, revision: i32) -> Outcome<EscalationView> {
    decide(tx, on.into_inner(), revision, Side::Level, events::ESCALATION_CLOSED, |it, by, _| it.close(by))
}

/// Whoever raised it accepts the answer, which closes it.
///
/// # Errors
/// `ESCALATION_STALE`; `ESCALATION_FOREIGN`; what [`Escalation::accept`] refuses.
pub fn accept(tx: &mut Tx<'_>, on: impl Into<EscalationView>, revision: i32) -> Outcome<EscalationView> {
    decide(tx, on.into(), revision, Side::Raiser, events::ESCALATION_ACCEPTED, |it, by, _| it.accept(by))
}

/// Whoever raised it rejects the answer and says why: it climbs.
///
/// # Errors
/// `ESCALATION_STALE`; `ESCALATION_FOREIGN`; what [`Escalation::reject`] refuses.
pub fn reject(tx: &mut Tx<'_>, on: impl Into<EscalationView>, revision: i32, reason: &str) -> Outcome<EscalationView> {
    let rejected = events::ESCALATION_REJECTED;
    decide(tx, on.into(), revision, Side::Raiser, rejected, |it, by, paths| it.reject(reason, by, paths))
}

/// Whoever raised it takes it back and says why.
///
/// # Errors
/// `ESCALATION_STALE`; `ESCALATION_FOREIGN`; what [`Escalation::withdraw`] refuses.
pub fn withdraw(
    tx: &mut Tx<'_>,
    on: impl Into<EscalationView>,
    revision: i32,
    reason: &str,
) -> Outcome<EscalationView> {
    let withdrawn = events::ESCALATION_WITHDRAWN;
    decide(tx, on.into(), revision, Side::Raiser, withdrawn, |it, by, _| it.withdraw(reason, by))
}

/// For which side somebody speaks.
#[derive(Clone, Copy)]
enum Side {
    Level,
    Raiser,
}

/// Changes an escalation that is still as it was read, keeps it and tells of it.
fn decide(
    tx: &mut Tx<'_>,
    on: EscalationView,
    revision: i32,
    side: Side,
    kind: Kind,
    change: impl FnOnce(Escalation, By, &Paths) -> Verdict<Escalation>,
) -> Outcome<EscalationView> {
    if on.revision != revision {
        return Err(stale());
    }
    let view = AgreementView::load(tx, on.escalation.agreement)?.ok_or(Denial::NotFound)?;
    let paths: Arc<Paths> = paths(tx, &view)?;
    let by = match side {
        Side::Level => of_level(tx, &on.escalation, &paths)?,
        Side::Raiser => raiser(tx, &on.escalation)?,
    };
    let owner = on.owner;
    let Stored { escalation, raised_at, .. } = on.stored();
    let passed = escalation.deadline();
    let escalation = change(escalation, by, &paths)?;
    let kept = Stored { escalation, raised_at, revision: revision + 1 };
    if !store::rows::save(tx, &kept)? {
        return Err(stale());
    }
    tx.record(kind, kept.escalation.id, Some(by.company), &told(&kept.escalation, passed))?;
    let Stored { escalation, raised_at, revision } = kept;
    Ok(EscalationView { escalation, raised_at, revision, owner })
}

fn stale() -> No {
    codes::ESCALATION_STALE.refuse_field("revision", codes::ESCALATION_STALE.meaning).into()
}

/// The actor, standing at the escalation's level: as it came to them, or as the agreement says today.
fn of_level(tx: &Tx<'_>, on: &Escalation, paths: &Paths) -> Outcome<By> {
    let able = tx.speaks_for(Verb::EscalationAnswer, on.agreement);
    let concerned = able.iter().copied().find(|company| *company == on.matter.company);
    let by = tx.speaking(Verb::EscalationAnswer, on.agreement, concerned.or(able.first().copied()))?;
    let came = on.standing().is_some_and(|climb| climb.holders.contains(&by.person));
    if came || paths.holders(&on.path, on.level(), on.matter.company, by.at).contains(&by.person) {
        return Ok(by);
    }
    Err(codes::ESCALATION_HOLDER.refuse(codes::ESCALATION_HOLDER.meaning).into())
}

/// The actor, speaking for the company that raised it.
fn raiser(tx: &Tx<'_>, on: &Escalation) -> Outcome<By> {
    let able = tx.speaks_for(Verb::EscalationRaise, on.agreement);
    let own = on.raised.map(|by| by.company).filter(|company| able.contains(company));
    let by = tx.speaking(Verb::EscalationRaise, on.agreement, own.or(able.first().copied()))?;
    if own.is_some() {
        return Ok(by);
    }
    Err(codes::ESCALATION_FOREIGN.refuse(codes::ESCALATION_FOREIGN.meaning).into())
}
