//! What the customer sees of a case: state, stages, promises and what was told, without blame. Never a person.

use super::{Case, ClockState, Rulebooks};
use crate::agreements::{CaseKind, ClockMeasure, Phase};
use crate::kernel::{CaseId, CompanyId, Moment, ServiceId};

/// A case as its customer sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerView {
    /// Which.
    pub id: CaseId,
    /// What it is.
    pub kind: CaseKind,
    /// What it is about, in words.
    pub title: String,
    /// The priority's code.
    pub priority: String,
    /// The package's code.
    pub package: Option<String>,
    /// The service that it is about.
    pub service: ServiceId,
    /// When it was opened.
    pub opened: Moment,
    /// Where it stands.
    pub phase: Phase,
    /// The stages of the agreement, in order.
    pub stages: Vec<StageShown>,
    /// What was told to the customer, and when.
    pub told: Vec<(Moment, Option<String>)>,
    /// What is promised, and by when.
    pub promises: Vec<Promise>,
    /// When it was resolved, while it is, and how in words.
    pub resolved: Option<(Moment, Option<String>)>,
    /// The customer's latest rating: points from 1 to 5.
    pub rating: Option<u8>,
    /// Whether its cycle has ended with positive feedback.
    pub is_settled: bool,
    /// The companies that worked on it, each once in order of time; empty when the agreement's policy is to name none.
    pub companies: Vec<CompanyId>,
}

/// A stage as the customer sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageShown {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whether the case is there now.
    pub is_current: bool,
}

/// What is promised to the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// About what.
    pub measure: ClockMeasure,
    /// By when; none while the case is paused.
    pub due: Option<Moment>,
    /// How it stands.
    pub state: ClockState,
}

impl Case {
    /// The code of the stage at which it is at a moment: the one that was named last, while the case is in its phase, else
    /// the first stage of its phase.
    #[must_use]
    pub fn stage_at<'r>(&self, rulebooks: &'r Rulebooks, now: Moment) -> Option<&'r str> {
        let (book, phase) = (rulebooks.at(now), self.phase(now));
        let fits = |code: &str| book.stage(code).filter(|stage| stage.phase == phase);
        let named = self.stage.as_deref().and_then(fits);
        let first = || book.handling().stages.iter().find(|stage| stage.phase == phase);
        named.or_else(first).map(|stage| stage.code.as_str())
    }

    /// The case as its customer sees it at a moment: service-level clocks that apply only, companies by policy.
    #[must_use]
    pub fn customer_view(&self, rulebooks: &Rulebooks, now: Moment) -> CustomerView {
        let handling = rulebooks.at(now).handling();
        let current = self.stage_at(rulebooks, now);
        let stages = handling.stages.iter().map(|stage| StageShown {
            code: stage.code.clone(),
            name: stage.name.clone(),
            is_current: current == Some(stage.code.as_str()),
        });
        let clocks = self.clocks(rulebooks, now).into_iter();
        let promised = clocks.filter(|clock| clock.company.is_none() && clock.state != ClockState::Cancelled);
        let mut companies: Vec<CompanyId> = Vec::new();
        for station in self.journey.stations().iter().filter(|_| handling.customer_sees_companies) {
            if station.accepted && !companies.contains(&station.holder.company) {
                companies.push(station.holder.company);
            }
        }
        CustomerView {
            id: self.id,
            kind: self.kind,
            title: self.title.clone(),
            priority: self.priority().to_owned(),
            package: self.package().map(str::to_owned),
            service: self.service,
            opened: self.opened,
            phase: self.phase(now),
            stages: stages.collect(),
            told: self.told.iter().map(|told| (told.at, told.note.clone())).collect(),
            promises: promised.map(|it| Promise { measure: it.measure, due: it.due, state: it.state }).collect(),
            resolved: self.resolved().filter(|_| self.is_resolved()).map(|deed| (deed.at, deed.note.clone())),
            rating: self.feedback.ratings.last().map(|rating| rating.points),
            is_settled: self.is_settled(),
            companies,
        }
    }
}
