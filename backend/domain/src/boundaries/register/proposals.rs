//! To whom a case can go instead: who takes over beyond the limit, then whoever's boundary holds it.

use super::limits::Found;
use super::routing::Rank;
use super::{Carried, Edge, Point, Receiver, Register};
use crate::boundaries::{Dimension, Limit, TakeOver};
use crate::kernel::{BoundaryId, CompanyId, Moment, Span, TeamId};

/// So many take-overs are followed, and so many others are proposed beside them.
const MOST: usize = 5;

/// Somebody to whom a case can go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The team.
    pub team: TeamId,
    /// The company.
    pub company: CompanyId,
    /// Its boundary, by id and code; none where it takes over without having one.
    pub boundary: Option<(BoundaryId, String)>,
    /// Whether its boundary holds the case; not so where it takes over and a limit of its own is passed.
    pub allowed: bool,
    /// When it is next open, in the hours of its boundary or else its team's; none: never again.
    pub next_open: Option<Moment>,
    /// What has to be known for the case and nobody in the team has named.
    pub lacking: Vec<String>,
    /// What it carries now under its boundary.
    pub load: Carried,
    /// How much open time of the team's calendar the acceptance may take; none where nobody knows the team.
    pub acceptance: Option<Span>,
    /// What has to be told with the case.
    pub information: Vec<String>,
    /// Why it is proposed.
    pub why: Why,
}

/// Why somebody is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It takes over beyond this limit.
    TakesOver(Dimension),
    /// Its boundary holds the case.
    Covers,
}

impl Register {
    /// Those who take over from limit to limit until somebody's boundary holds the case or nobody new is named, then the
    /// best of the others whose boundaries hold it.
    pub(super) fn proposals(
        &self,
        point: &Point<'_>,
        to: Receiver,
        passed: Option<&Limit>,
        load: &dyn Fn(BoundaryId) -> Carried,
    ) -> Vec<Proposal> {
        let (mut found, mut met) = (Vec::new(), vec![to]);
        let mut limit = passed;
        while let Some((dimension, next)) = limit.and_then(taker) {
            if met.len() > MOST || met.contains(&receiver(next)) {
                break;
            }
            let receiver = receiver(next);
            met.push(receiver);
            let edge = self.edge(point.service, receiver, point.at);
            let edge = edge.filter(|edge| edge.drawn.content.responsibility.works());
            limit = edge.and_then(|edge| first_passed(edge, point, load));
            let allowed = edge.is_some() && limit.is_none();
            if point.holder != Some(receiver) {
                let proposal = self.proposal(point, receiver, edge, load, Why::TakesOver(dimension));
                let acceptance = next.acceptance.or(proposal.acceptance);
                found.push(Proposal { allowed, acceptance, information: next.information.clone(), ..proposal });
            }
        }
        found.extend(self.others(point, &met, load));
        found
    }

    fn others<'p>(
        &'p self,
        point: &'p Point<'_>,
        met: &[Receiver],
        load: &'p dyn Fn(BoundaryId) -> Carried,
    ) -> impl Iterator<Item = Proposal> + use<'p> {
        let edges = self.nearest(point.service, point.at).filter(|edge| {
            edge.drawn.content.responsibility.works()
                && point.holder != Some(edge.receiver())
                && !met.contains(&edge.receiver())
        });
        let allowed = edges.filter(|edge| edge.allows(point, &|| load(edge.drawn.id)));
        let mut ranked: Vec<(Rank<'_>, &Edge)> = allowed
            .map(|edge| (self.rank(point, edge.receiver(), Some(edge), load(edge.drawn.id).concurrent), edge))
            .collect();
        ranked.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        let best = ranked.into_iter().take(MOST);
        best.map(move |(_, edge)| self.proposal(point, edge.receiver(), Some(edge), load, Why::Covers))
    }

    fn proposal(
        &self,
        point: &Point<'_>,
        (team, company): Receiver,
        edge: Option<&Edge>,
        load: &dyn Fn(BoundaryId) -> Carried,
        why: Why,
    ) -> Proposal {
        Proposal {
            team,
            company,
            boundary: edge.map(Edge::name),
            allowed: edge.is_some(),
            next_open: self.next_open(team, edge, point.at),
            lacking: self.lacking(team, point).cloned().collect(),
            load: edge.map(|edge| load(edge.drawn.id)).unwrap_or_default(),
            acceptance: self.team(team).map(|(team, _)| team.acceptance),
            information: Vec::new(),
            why,
        }
    }

    /// When a team is next open, in the hours of its boundary where it has one.
    pub(super) fn next_open(&self, team: TeamId, edge: Option<&Edge>, at: Moment) -> Option<Moment> {
        match edge {
            Some(edge) => edge.next_open(at),
            None => self.team(team)?.1?.next_open(at),
        }
    }

    /// What has to be known for a case and nobody in a team has named.
    pub(super) fn lacking<'p>(&'p self, team: TeamId, point: &'p Point<'_>) -> impl Iterator<Item = &'p String> {
        let known = self.team(team).map(|(team, _)| &team.skills);
        point.needs.skills.iter().filter(move |skill| known.is_none_or(|known| !known.contains(*skill)))
    }
}

fn taker(limit: &Limit) -> Option<(Dimension, &TakeOver)> {
    limit.beyond.take_over.as_ref().map(|take_over| (limit.within.dimension(), take_over))
}

const fn receiver(take_over: &TakeOver) -> Receiver {
    (take_over.team, take_over.company)
}

/// The first limit in the order in which they are written that a case passes.
fn first_passed<'e>(edge: &'e Edge, point: &Point<'_>, load: &dyn Fn(BoundaryId) -> Carried) -> Option<&'e Limit> {
    let beyond = |limit: &&Limit| matches!(edge.find(limit, point, &|| load(edge.drawn.id)), Found::Beyond(_));
    edge.drawn.content.limits.iter().find(beyond)
}
