//! The check at a hand-over: whether the receiver's boundary holds the case, and who else would.

use super::limits::Found;
use super::{Carried, Passed, Point, Proposal, Receiver, Register};
use crate::boundaries::Dimension;
use crate::kernel::BoundaryId;

/// What a check comes to, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The receiver's boundary holds it, as far as is known.
    Allowed,
    /// A limit of the receiver's boundary is passed.
    Outside,
    /// The receiver has no boundary for the service element, or one under which it does no work.
    Nobody,
}

impl Verdict {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::Outside => "outside",
            Self::Nobody => "nobody",
        }
    }
}

/// A hand-over against the boundaries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What it comes to.
    pub verdict: Verdict,
    /// The receiver's boundary, by id and code, if it has one: also one under which it does no work.
    pub boundary: Option<(BoundaryId, String)>,
    /// The limits that are passed, in the order in which they are written.
    pub passed: Vec<Passed>,
    /// The limits that could not be checked, because the case does not say or their calendar is not there.
    pub unknown: Vec<Dimension>,
    /// To whom else it can go, the best first; nobody where it is allowed.
    pub proposals: Vec<Proposal>,
}

impl Register {
    /// Checks a hand-over to a receiver. `load` says what is carried under a boundary now, and is asked only where a limit
    /// or a proposal needs it.
    #[must_use]
    pub fn check(&self, point: &Point<'_>, to: Receiver, load: &dyn Fn(BoundaryId) -> Carried) -> Checked {
        let held = self.edge(point.service, to, point.at);
        let boundary = held.map(super::Edge::name);
        let Some(edge) = held.filter(|edge| edge.drawn.content.responsibility.works()) else {
            let proposals = self.proposals(point, to, None, load);
            return Checked { verdict: Verdict::Nobody, boundary, passed: Vec::new(), unknown: Vec::new(), proposals };
        };
        let (mut passed, mut unknown, mut first) = (Vec::new(), Vec::new(), None);
        for limit in &edge.drawn.content.limits {
            match edge.find(limit, point, &|| load(edge.drawn.id)) {
                Found::Within => {}
                Found::Unknown => unknown.push(limit.within.dimension()),
                Found::Beyond(by) => {
                    first.get_or_insert(limit);
                    passed.push(edge.passed(limit, by, point));
                }
            }
        }
        let (verdict, proposals) = match first {
            None => (Verdict::Allowed, Vec::new()),
            Some(limit) => (Verdict::Outside, self.proposals(point, to, Some(limit), load)),
        };
        Checked { verdict, boundary, passed, unknown, proposals }
    }
}
