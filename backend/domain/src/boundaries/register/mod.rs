//! The register: the boundaries made ready for questions at a hand-over, and for where a new case may go.

mod check;
mod limits;
mod proposals;
mod routing;

use super::{Dimension, Drawn, Ground, GroundTeam, Needs, Within};
use crate::calendars::Timetable;
use crate::kernel::{BoundaryId, CompanyId, Moment, ServiceId, Span, TeamId};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

pub use check::{Checked, Verdict};
pub use limits::{Excess, Passed};
pub use proposals::{Proposal, Why};
pub use routing::{Candidate, Reason};

/// Who can hold a case: a team, in the name of one of its companies.
pub type Receiver = (TeamId, CompanyId);

/// A case as far as boundaries ask, and when.
#[derive(Clone, Copy, Debug)]
pub struct Point<'a> {
    /// What it is about.
    pub service: ServiceId,
    /// What it needs.
    pub needs: &'a Needs,
    /// When.
    pub at: Moment,
    /// How soon a first response is promised, where one is still to come.
    pub response: Option<Span>,
    /// Who has it now: nobody is proposed to whom it is already.
    pub holder: Option<Receiver>,
}

/// What is carried under a boundary at present, without the case that is asked about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Open cases.
    pub concurrent: u32,
    /// Cases that came in the running period of the boundary's limit of volume.
    pub in_period: u32,
}

/// The boundaries with their calendars, by service element.
#[derive(Clone, Debug)]
pub struct Register {
    edges: Vec<Edge>,
    /// What counts for each element: by company and team, the nearest first.
    around: HashMap<ServiceId, Vec<u32>>,
    teams: BTreeMap<TeamId, (GroundTeam, Option<Arc<Timetable>>)>,
}

/// A boundary with the calendars of its hours and of its team.
#[derive(Clone, Debug)]
struct Edge {
    drawn: Drawn,
    hours: Option<Arc<Timetable>>,
    works: Option<Arc<Timetable>>,
}

impl Register {
    /// The register of what an analysis stands on; what is demanded and what came is not asked for.
    #[must_use]
    pub fn new(ground: &Ground) -> Self {
        let calendar = |code: &str| ground.calendars.get(code).map(Arc::clone);
        let edge = |drawn: &Drawn| {
            let hours = match drawn.content.limit(Dimension::Hours).map(|limit| &limit.within) {
                Some(Within::Hours(code)) => calendar(code),
                _ => None,
            };
            let works = ground.teams.get(&drawn.content.team).and_then(|team| calendar(&team.calendar));
            Edge { drawn: drawn.clone(), hours, works }
        };
        let edges: Vec<Edge> = ground.boundaries.iter().map(edge).collect();
        let team = |(id, team): (&TeamId, &GroundTeam)| (*id, (team.clone(), calendar(&team.calendar)));
        Self { around: around(ground, &edges), edges, teams: ground.teams.iter().map(team).collect() }
    }

    /// Whether there is no boundary at all: then nothing is checked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edges.is_empty()
    }

    /// The boundaries that hold at a moment for a service element, of each team and company the nearest: by company and
    /// team.
    pub fn holding(&self, service: ServiceId, at: Moment) -> impl Iterator<Item = &Drawn> {
        self.nearest(service, at).map(|edge| &edge.drawn)
    }

    /// The boundary of a team and company that holds at a moment for a service element.
    #[must_use]
    pub fn of(&self, service: ServiceId, receiver: Receiver, at: Moment) -> Option<&Drawn> {
        self.edge(service, receiver, at).map(|edge| &edge.drawn)
    }

    /// Every version of every boundary.
    pub fn drawn(&self) -> impl Iterator<Item = &Drawn> {
        self.edges.iter().map(|edge| &edge.drawn)
    }

    fn candidates(&self, service: ServiceId, at: Moment) -> impl Iterator<Item = &Edge> {
        let places = self.around.get(&service).map_or(&[][..], Vec::as_slice);
        let edges = places.iter().filter_map(|place| self.edges.get(*place as usize));
        edges.filter(move |edge| edge.drawn.from <= at && at < edge.drawn.until)
    }

    fn nearest(&self, service: ServiceId, at: Moment) -> impl Iterator<Item = &Edge> {
        let mut last = None;
        self.candidates(service, at).filter(move |edge| last.replace(edge.receiver()) != Some(edge.receiver()))
    }

    fn edge(&self, service: ServiceId, receiver: Receiver, at: Moment) -> Option<&Edge> {
        self.candidates(service, at).find(|edge| edge.receiver() == receiver)
    }

    /// A team, with its calendar.
    fn team(&self, id: TeamId) -> Option<(&GroundTeam, Option<&Timetable>)> {
        self.teams.get(&id).map(|(team, calendar)| (team, calendar.as_deref()))
    }
}

impl Edge {
    fn receiver(&self) -> Receiver {
        (self.drawn.content.team, self.drawn.company)
    }

    /// When work is next done under it: in its hours, or else when its team is open. None where nothing opens again.
    fn next_open(&self, at: Moment) -> Option<Moment> {
        self.hours.as_ref().or(self.works.as_ref())?.next_open(at)
    }

    fn name(&self) -> (BoundaryId, String) {
        (self.drawn.id, self.drawn.code.clone())
    }
}

/// Of each service the boundaries that are drawn for it or for one above it, sorted so that those of one company and team
/// stand together, the nearest first.
fn around(ground: &Ground, edges: &[Edge]) -> HashMap<ServiceId, Vec<u32>> {
    let parents: HashMap<ServiceId, Option<ServiceId>> =
        ground.services.iter().map(|element| (element.id, element.parent)).collect();
    let mut own: HashMap<ServiceId, Vec<u32>> = HashMap::new();
    for (place, edge) in (0..).zip(edges) {
        own.entry(edge.drawn.service).or_default().push(place);
    }
    let counting = |element: ServiceId| {
        let (mut found, mut above) = (Vec::new(), Some(element));
        // no way up is longer than there are services
        for distance in 0..=parents.len() {
            let Some(service) = above else { break };
            found.extend(own.get(&service).into_iter().flatten().map(|place| (distance, *place)));
            above = parents.get(&service).copied().flatten();
        }
        found.sort_by_cached_key(|(distance, place)| {
            let edge = &edges[*place as usize].drawn;
            (edge.company, edge.content.team, *distance, edge.code.clone(), edge.from)
        });
        found.into_iter().map(|(_, place)| place).collect()
    };
    parents.keys().map(|element| (*element, counting(*element))).collect()
}

#[cfg(test)]
mod check_tests;
#[cfg(test)]
mod routing_tests;
#[cfg(test)]
mod samples;
