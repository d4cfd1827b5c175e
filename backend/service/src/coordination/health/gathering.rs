//! What the signs are made of, for some windows at once, with a number of statements that does not depend on how much there
//! is of it: one for each sort of thing, and three for each thousand cases.

use super::super::store;
use crate::{
    agreements::{self, AgreementView},
    boundaries, cases, deviations,
    kernel::{Outcome, Tx},
    satisfaction,
};
use chrono::NaiveDate;
use concordat_domain::{
    agreements::{Aspect, HealthSign, Terms},
    boundaries::training::Share as Trained,
    calendars::Timetable,
    cases::WaitedFor,
    coordination::{
        alignment::{self, Assessed},
        health::{Share, Tally, Waited, Window},
    },
    deviations::{Action, ActionState, Consent, TaskState},
    kernel::{CompanyId, Decimal, Moment, Zone},
    satisfaction::{VoiceState, answer_by},
};
use std::{collections::BTreeMap, sync::Arc};

/// What happened, and what was true on the last days of windows.
pub(super) struct Facts {
    waited: Vec<Waited>,
    assessed: Vec<Assessed>,
    checklist: Vec<Aspect>,
    /// On a day: the terms that held, and who was trained.
    days: BTreeMap<NaiveDate, (Arc<Terms>, BTreeMap<CompanyId, Trained>)>,
}

/// Gathers what some windows, each with the one before it, need.
pub(super) fn gather(tx: &mut Tx<'_>, view: &AgreementView, windows: &[(Window, Window)]) -> Outcome<Facts> {
    let agreement = view.agreement.id;
    let all = || windows.iter().flat_map(|(now, before)| [*now, *before]);
    let from = all().map(|window| window.from).min().unwrap_or(Moment::MAX);
    let calendar = satisfaction::customers_calendar(tx, &view.terms)?;
    let zone = view.terms.zone;
    let mut waited = of_cases(&cases::waits(tx, view, from)?, &calendar);
    for plan in deviations::plans(tx, agreement)? {
        waited.extend(of_plan(&plan, zone, &calendar));
    }
    for known in satisfaction::since(tx, agreement, from)? {
        waited.extend(of_voice(&known.voice));
    }
    Ok(Facts {
        waited,
        assessed: store::alignment::list(tx, agreement, None)?,
        checklist: view.terms.alignment.clone(),
        days: on_last_days(tx, view, all().map(|window| window.last))?,
    })
}

/// The terms that held on some days and who was trained then.
fn on_last_days(
    tx: &mut Tx<'_>,
    view: &AgreementView,
    days: impl Iterator<Item = NaiveDate>,
) -> Outcome<BTreeMap<NaiveDate, (Arc<Terms>, BTreeMap<CompanyId, Trained>)>> {
    let agreement = view.agreement.id;
    let mut terms: Vec<(NaiveDate, Arc<Terms>)> = Vec::new();
    for day in days {
        let Some(version) = view.agreement.in_force(day) else { continue };
        terms.push((day, agreements::terms_of_version(tx, agreement, version.number)?));
    }
    let trained = boundaries::trained_on(tx, agreement, &terms)?;
    Ok(terms.into_iter().zip(trained).map(|((day, terms), trained)| (day, (terms, trained))).collect())
}

fn of_cases(found: &[concordat_domain::cases::Waited], calendar: &Timetable) -> Vec<Waited> {
    let waited = |it: &concordat_domain::cases::Waited| {
        let (sign, due) = match it.what {
            WaitedFor::HandOver { due } => (HealthSign::Acceptance, due),
            WaitedFor::Consent => (HealthSign::Answers, Some(answer_by(calendar, it.since))),
        };
        Waited { sign, company: it.company, due, done: it.answered }
    };
    found.iter().map(waited).collect()
}

/// The tasks of a plan that was started, and the consents to it.
fn of_plan(plan: &Action, zone: Zone, calendar: &Timetable) -> Vec<Waited> {
    let started = !matches!(plan.state, ActionState::Proposed { .. });
    let tasks = plan.tasks.iter().filter(|_| started).filter_map(|task| {
        let done = match &task.state {
            TaskState::Done { done, .. } => Some(done.at),
            TaskState::Accepted { .. } => None,
            TaskState::Proposed | TaskState::Declined { .. } => return None,
        };
        let due = zone.start_of(task.request.due.succ_opt()?);
        Some(Waited { sign: HealthSign::Actions, company: task.request.company, due: Some(due), done })
    });
    let due = plan.proposed_at.map(|at| answer_by(calendar, at));
    let consents = plan.concerned().into_iter().map(|company| {
        let said = plan.consents.get(&company).map(|word| match word {
            Consent::Consents { by } | Consent::Objects { by, .. } => by.at,
        });
        Waited { sign: HealthSign::Answers, company, due, done: said }
    });
    tasks.chain(consents).collect()
}

/// What companies were to say to what a customer said; what was closed without them is nobody's silence.
fn of_voice(voice: &concordat_domain::satisfaction::Voice) -> Vec<Waited> {
    let open = voice.state() != VoiceState::Closed;
    let asked = voice.asked.iter().filter(|asked| open || asked.first.is_some());
    let waited = |asked: &concordat_domain::satisfaction::Asked| Waited {
        sign: HealthSign::Voice,
        company: asked.company,
        due: Some(voice.due),
        done: asked.first,
    };
    asked.map(waited).collect()
}

impl Facts {
    /// What the signs say in a window, as of a moment.
    pub(super) fn tally(&self, window: Window, now: Moment) -> Tally {
        let mut tally = Tally::default();
        tally.count(window, now, &self.waited);
        let Some((terms, trained)) = self.days.get(&window.last) else { return tally };
        for party in terms.parties_on(window.last) {
            let company = party.company;
            tally.set(company, HealthSign::Staffing, staffing(terms, company));
            let known = trained.get(&company).and_then(|share| Share::count(share.trained, share.members));
            tally.set(company, HealthSign::Training, known);
            let holding = alignment::holding(&self.assessed, &self.checklist, company, window.last);
            tally.set(company, HealthSign::Alignment, alignment::share(&holding));
        }
        tally
    }
}

/// Of the people whom a company pledged to all teams together, how many it has named; more than pledged for a team count
/// as pledged.
fn staffing(terms: &Terms, company: CompanyId) -> Option<Share> {
    let (pledged, lacking) = terms.teams.iter().fold((0, 0), |(pledged, lacking), team| {
        (pledged + team.pledged(company).wide(), lacking + team.shortfall(company).wide())
    });
    Share::of(Decimal::clamped(pledged - lacking), Decimal::clamped(pledged))
}
