//! Where a new case may go: candidates in order, each with its reasons. A person decides.

use super::check::Verdict;
use super::limits::Found;
use super::{Carried, Edge, Passed, Point, Receiver, Register};
use crate::kernel::{BoundaryId, CompanyId, Moment, TeamId};

/// A team that a new case may go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The team.
    pub team: TeamId,
    /// The company.
    pub company: CompanyId,
    /// Its boundary for the service element, by id and code.
    pub boundary: Option<(BoundaryId, String)>,
    /// What stands for it and against it, in the order in which it counts.
    pub reasons: Vec<Reason>,
    /// When it is next open, in the hours of its boundary or else its team's; none: never again.
    pub next_open: Option<Moment>,
    /// Open cases that it holds.
    pub load: u32,
    /// Its support line; 0 where nobody knows the team.
    pub line: u8,
}

/// What stands for a candidate, or against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its boundary holds the case, as far as is known.
    Allowed,
    /// Limits of its boundary are passed.
    Outside(Vec<Passed>),
    /// It has no boundary under which it works on the service element.
    Nobody,
    /// It is open now.
    Open,
    /// It opens then.
    OpensAt(Moment),
    /// It never opens again.
    NeverOpens,
    /// Its members can do what has to be known.
    Skilled,
    /// Nobody in it has named these skills.
    Lacking(Vec<String>),
    /// Its support line.
    Line(u8),
    /// Open cases that it holds.
    Load(u32),
}

/// What candidates are ordered by, the smallest first: standing, opening, missing skills, line, load; what is equal in all of it by
/// the boundary's code, then by company and team.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank<'e> {
    standing: Verdict,
    opens: Moment,
    lacking: usize,
    line: u8,
    load: u32,
    code: &'e str,
    company: CompanyId,
    team: TeamId,
}

impl Register {
    /// Candidates for a new case, the best first. `load` says what is carried under a boundary, `held` how many open cases a
    /// candidate holds.
    #[must_use]
    pub fn route(
        &self,
        point: &Point<'_>,
        candidates: impl IntoIterator<Item = Receiver>,
        load: &dyn Fn(BoundaryId) -> Carried,
        held: &dyn Fn(Receiver) -> u32,
    ) -> Vec<Candidate> {
        let mut ranked: Vec<(Rank<'_>, Candidate)> = candidates
            .into_iter()
            .filter(|receiver| point.holder != Some(*receiver))
            .map(|receiver| self.candidate(point, receiver, load, held(receiver)))
            .collect();
        ranked.sort_by(|one, other| one.0.cmp(&other.0));
        ranked.dedup_by(|one, other| one.0 == other.0);
        ranked.into_iter().map(|(_, candidate)| candidate).collect()
    }

    fn candidate(
        &self,
        point: &Point<'_>,
        receiver: Receiver,
        load: &dyn Fn(BoundaryId) -> Carried,
        held: u32,
    ) -> (Rank<'_>, Candidate) {
        let own = self.edge(point.service, receiver, point.at);
        let edge = own.filter(|edge| edge.drawn.content.responsibility.works());
        let passed = edge.map(|edge| passed(edge, point, load));
        let standing = match &passed {
            Some(passed) if passed.is_empty() => Verdict::Allowed,
            Some(_) => Verdict::Outside,
            None => Verdict::Nobody,
        };
        let rank = Rank { standing, ..self.rank(point, receiver, edge, held) };
        let (team, company) = receiver;
        let next_open = self.next_open(team, edge, point.at);
        let mut reasons = vec![match passed {
            Some(passed) if passed.is_empty() => Reason::Allowed,
            Some(passed) => Reason::Outside(passed),
            None => Reason::Nobody,
        }];
        reasons.push(match next_open {
            Some(next) if next == point.at => Reason::Open,
            Some(next) => Reason::OpensAt(next),
            None => Reason::NeverOpens,
        });
        if rank.lacking > 0 {
            reasons.push(Reason::Lacking(self.lacking(team, point).cloned().collect()));
        } else if !point.needs.skills.is_empty() {
            reasons.push(Reason::Skilled);
        }
        reasons.extend([Reason::Line(rank.line), Reason::Load(held)]);
        let line = rank.line;
        (rank, Candidate { team, company, boundary: own.map(Edge::name), reasons, next_open, load: held, line })
    }

    /// The rank of whoever's boundary holds the case.
    pub(super) fn rank<'e>(
        &self,
        point: &Point<'_>,
        (team, company): Receiver,
        edge: Option<&'e Edge>,
        load: u32,
    ) -> Rank<'e> {
        Rank {
            standing: Verdict::Allowed,
            opens: self.next_open(team, edge, point.at).unwrap_or(Moment::MAX),
            lacking: self.lacking(team, point).count(),
            line: self.team(team).map_or(0, |(team, _)| team.line),
            load,
            code: edge.map_or("", |edge| &edge.drawn.code),
            company,
            team,
        }
    }
}

fn passed(edge: &Edge, point: &Point<'_>, load: &dyn Fn(BoundaryId) -> Carried) -> Vec<Passed> {
    let beyond = |limit| match edge.find(limit, point, &|| load(edge.drawn.id)) {
        Found::Beyond(by) => Some(edge.passed(limit, by, point)),
        Found::Within | Found::Unknown => None,
    };
    edge.drawn.content.limits.iter().filter_map(beyond).collect()
}
