//! What the signs are made of, for some windows at once, with a number of statements that does not depend on how much there
//! is of it: one for each sort of thing, and three for each thousand cases.

use super::super::store::{
    self,
    meetings::{MeetingFilter, MeetingOrder},
};
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
        ActionItem, Came, Decision, DecisionState, ItemState, Meeting, MeetingState, Reminder,
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
    /// Which company came to a meeting at that moment, and which did not.
    came: Vec<(CompanyId, Moment, bool)>,
    assessed: Vec<Assessed>,
    checklist: Vec<Aspect>,
    days: BTreeMap<NaiveDate, Day>,
}

/// What was true on a day.
struct Day {
    /// The terms that held.
    terms: Arc<Terms>,
    /// Who was trained.
    trained: BTreeMap<CompanyId, Trained>,
}

/// Gathers what some windows, each with the one before it, need.
pub(super) fn gather(tx: &mut Tx<'_>, view: &AgreementView, windows: &[(Window, Window)]) -> Outcome<Facts> {
    let agreement = view.agreement.id;
    let all = || windows.iter().flat_map(|(now, before)| [*now, *before]);
    let from = all().map(|window| window.from).min().unwrap_or(Moment::MAX);
    let until = all().map(|window| window.until).max().unwrap_or(Moment::MIN);
    let calendar = satisfaction::customers_calendar(tx, &view.terms)?;
    let zone = view.terms.zone;
    let mut waited = of_cases(&cases::waits(tx, view, from)?, &calendar);
    for plan in deviations::plans(tx, agreement)? {
        waited.extend(of_plan(&plan, zone, &calendar));
    }
    for known in satisfaction::since(tx, agreement, from)? {
        waited.extend(of_voice(&known.voice));
    }
    let decisions = store::decisions::since(tx, agreement, from)?;
    waited.extend(decisions.iter().flat_map(|known| of_decision(&known.decision, &calendar)));
    let days = (zone.date_of(from), zone.date_of(until));
    let items = store::items::due_between(tx, agreement, days)?;
    waited.extend(items.iter().filter_map(|known| of_item(&known.item, zone)));
    let held =
        MeetingFilter { states: Some(vec!["held"]), from: Some(from), until: Some(until), ..MeetingFilter::default() };
    let meetings = store::meetings::list(tx, agreement, &held, MeetingOrder::EarliestFirst, None, i64::MAX)?;
    Ok(Facts {
        waited,
        came: meetings.iter().flat_map(|known| of_meeting(&known.meeting)).collect(),
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
) -> Outcome<BTreeMap<NaiveDate, Day>> {
    let agreement = view.agreement.id;
    let mut terms: Vec<(NaiveDate, Arc<Terms>)> = Vec::new();
    for day in days {
        let Some(version) = view.agreement.in_force(day) else { continue };
        terms.push((day, agreements::terms_of_version(tx, agreement, version.number)?));
    }
    let trained = boundaries::trained_on(tx, agreement, &terms)?;
    Ok(terms.into_iter().zip(trained).map(|((day, terms), trained)| (day, Day { terms, trained })).collect())
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

/// What companies were to say to a decision: until it was decided or given up, whoever had not spoken by then was still in
/// time or was not.
fn of_decision(decision: &Decision, calendar: &Timetable) -> Vec<Waited> {
    let due = answer_by(calendar, decision.proposed.at);
    let ended = match &decision.state {
        DecisionState::Proposed => None,
        DecisionState::Adopted { at } | DecisionState::Rejected { at } => Some(*at),
        DecisionState::Withdrawn { by } => Some(by.at),
    };
    let waited = |company: &CompanyId| {
        let done = decision.voices.get(company).map(|voice| voice.by.at);
        let counts = done.is_some() || ended.is_none_or(|ended| due <= ended);
        counts.then_some(Waited { sign: HealthSign::Answers, company: *company, due: Some(due), done })
    };
    decision.motion.concerned.iter().filter_map(waited).collect()
}

fn of_item(item: &ActionItem, zone: Zone) -> Option<Waited> {
    let done = match &item.state {
        ItemState::Open => None,
        ItemState::Done { by, .. } => Some(by.at),
        ItemState::Dropped { .. } => return None,
    };
    let due = Some(item.reminded(Reminder::Overdue, zone));
    Some(Waited { sign: HealthSign::Actions, company: item.errand.company, due, done })
}

/// Who came to a meeting that was held: at every level that had to be there.
fn of_meeting(meeting: &Meeting) -> Vec<(CompanyId, Moment, bool)> {
    let MeetingState::Held { turnout, .. } = &meeting.state else { return Vec::new() };
    turnout.iter().map(|one| (one.company, meeting.slot.starts, one.came == Came::Came)).collect()
}

impl Facts {
    /// What the signs say in a window, as of a moment.
    pub(super) fn tally(&self, window: Window, now: Moment) -> Tally {
        let mut tally = Tally::default();
        tally.count(window, now, &self.waited);
        for (company, _, came) in self.came.iter().filter(|(_, at, _)| window.contains(*at)) {
            tally.add(*company, HealthSign::Attendance, *came);
        }
        let Some(Day { terms, trained }) = self.days.get(&window.last) else { return tally };
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
