//! Hand-overs against boundaries: what goes outside one is said to, with a reason; a refusal cites one.

use super::{Case, Holder, Rulebook, Rulebooks, codes};
use crate::agreements::ClockMeasure;
use crate::boundaries::{Checked, Dimension, Passed, Point, Proposal, Register, Verdict as Finding, Why};
use crate::kernel::{LONGEST_STATEMENT, Moment, Refusal, TeamId, Verdict, stated};
use serde::{Deserialize, Serialize};

/// That a hand-over goes outside the receiver's boundary, as it held then, and why all the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outside {
    /// The code of the boundary; none: the receiver had none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boundary: Option<String>,
    /// The limits that were passed, in the order in which they are written; none where it does no work there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dimensions: Vec<Dimension>,
    /// Why it went there all the same, in words.
    pub reason: String,
}

impl Case {
    /// What boundaries ask of the case at a moment not before its latest event. A response that is overdue asks for
    /// nothing any more.
    #[must_use]
    pub fn point(&self, rulebooks: &Rulebooks, at: Moment) -> Point<'_> {
        let clocks = self.clocks(rulebooks, at);
        let mut awaited = clocks
            .iter()
            .filter(|clock| clock.measure == ClockMeasure::Response && clock.company.is_none() && clock.is_going());
        let response = awaited.find(|clock| clock.breached.is_none()).map(|clock| clock.left);
        let holder = self.holder.map(|holder| (holder.team, holder.company));
        Point { service: self.service, needs: &self.needs, at, response, holder }
    }

    /// What is recorded of a hand-over that was checked: nothing where it is allowed.
    ///
    /// # Errors
    /// [`codes::CASE_OUTSIDE_BOUNDARY`] where it goes outside the receiver's boundary, or the receiver has none, and no
    /// reason is given: it names the limits that are passed and who else could take the case.
    pub fn outside(checked: &Checked, book: &Rulebook, reason: Option<&str>) -> Verdict<Option<Outside>> {
        if checked.verdict == Finding::Allowed {
            return Ok(None);
        }
        let Some(reason) = reason else {
            let message =
                told(checked, &|team| book.team(team).map_or_else(|| team.to_string(), |(team, _)| team.code.clone()));
            return Err(codes::CASE_OUTSIDE_BOUNDARY.refuse_field("outsideReason", message).into());
        };
        Ok(Some(Outside {
            boundary: checked.boundary.as_ref().map(|(_, code)| code.clone()),
            dimensions: checked.passed.iter().map(|passed| passed.dimension).collect(),
            reason: stated(codes::CASE_OUTSIDE_BOUNDARY, reason, "outsideReason", LONGEST_STATEMENT)?,
        }))
    }

    /// Checks what a refusal of the running offer cites: where the receiver has a boundary in force for the service, one of
    /// its company's that is.
    ///
    /// # Errors
    /// [`codes::CASE_REFUSAL_BOUNDARY`] where it cites none of them; the message lists them.
    pub fn check_cited(&self, register: &Register, at: Moment, cited: Option<&str>) -> Result<(), Refusal> {
        let Some(Holder { team, company }) = self.offer.map(|offer| offer.to) else { return Ok(()) };
        if register.of(self.service, (team, company), at).is_none() {
            return Ok(());
        }
        let own = register.holding(self.service, at).filter(|drawn| drawn.company == company);
        let codes: Vec<&str> = own.map(|drawn| drawn.code.as_str()).collect();
        if cited.is_some_and(|cited| codes.contains(&cited)) {
            return Ok(());
        }
        let message = format!("cite a boundary of the company in force for the service: {}", codes.join(", "));
        Err(codes::CASE_REFUSAL_BOUNDARY.refuse_field("boundary", message))
    }
}

fn told(checked: &Checked, team: &dyn Fn(TeamId) -> String) -> String {
    // how much another company carries is for those to know who may see its cases
    let passed = |it: &Passed| match it.dimension.is_capacity() {
        true => format!("no more than {} ({})", it.limit, it.dimension.name()),
        false => format!("{} {} is outside {} ({})", it.dimension.name(), it.actual, it.limit, it.by),
    };
    let what = match (&checked.boundary, &checked.passed[..]) {
        (None, _) => "the receiver has no boundary for the service".to_owned(),
        (Some((_, code)), []) => format!("under boundary {code} the receiver does no work on the service"),
        (Some((_, code)), all) => format!("boundary {code}: {}", all.iter().map(passed).collect::<Vec<_>>().join("; ")),
    };
    let proposed = |it: &Proposal| {
        let why = match it.why {
            Why::TakesOver(dimension) => format!(", which takes over beyond {}", dimension.name()),
            Why::Covers => String::new(),
        };
        format!("{}{why}", team(it.team))
    };
    let proposals: Vec<String> = checked.proposals.iter().map(proposed).collect();
    match &proposals[..] {
        [] => format!("{what}; nobody's boundary holds it: say why it goes there all the same"),
        some => format!("{what}; offer it to {}, or say why it goes there all the same", some.join(" or ")),
    }
}
