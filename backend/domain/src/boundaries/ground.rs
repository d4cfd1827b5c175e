//! What an analysis stands on: services, calendars, teams, demands, boundaries.

use super::{Content, Demand};
use crate::calendars::Timetable;
use crate::kernel::{BoundaryId, CompanyId, Moment, ServiceId, Span, TeamId, Zone};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Everything that an analysis asks for, in memory.
#[derive(Clone, Debug)]
pub struct Ground {
    /// The zone of the agreement.
    pub zone: Zone,
    /// The tree of services; the leaves are the elements that somebody must cover.
    pub services: Vec<Element>,
    /// The calendars, by code.
    pub calendars: BTreeMap<String, Arc<Timetable>>,
    /// The teams.
    pub teams: BTreeMap<TeamId, GroundTeam>,
    /// What is demanded.
    pub demands: Vec<Demand>,
    /// The boundaries, each with the version that holds and when.
    pub boundaries: Vec<Drawn>,
    /// What came so far, by service element.
    pub loads: BTreeMap<ServiceId, Load>,
}

/// A service in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element {
    /// Which.
    pub id: ServiceId,
    /// The service of which it is a part.
    pub parent: Option<ServiceId>,
}

/// What an analysis wants to know of a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroundTeam {
    /// The companies that can hold a case in its name.
    pub companies: BTreeSet<CompanyId>,
    /// The code of its calendar.
    pub calendar: String,
    /// What its members can do.
    pub skills: BTreeSet<String>,
    /// Its support line: 1, 2 or 3.
    pub line: u8,
    /// How much open time of its calendar an acceptance may take.
    pub acceptance: Span,
    /// Whether it faces the customer.
    pub contact_point: bool,
}

/// A version of a boundary, and when it holds. One that is drawn for an inner service counts for every element below it
/// for which the same team of the same company has drawn none nearer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The boundary.
    pub id: BoundaryId,
    /// Its code.
    pub code: String,
    /// The service element.
    pub service: ServiceId,
    /// The company.
    pub company: CompanyId,
    /// What it says.
    pub content: Arc<Content>,
    /// From when on it holds.
    pub from: Moment,
    /// From when on it holds no more.
    pub until: Moment,
}

/// What came of a service element so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Cases that were opened.
    pub cases: u64,
    /// In how much time of the wall clock.
    pub over: Span,
}
