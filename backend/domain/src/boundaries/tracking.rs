//! A finding over time: found, accepted with a reason, grown beyond what was accepted, vanished, found again.

use super::{Finding, FindingKey, codes};
use crate::kernel::{By, Decimal, LONGEST_STATEMENT, Moment, Span, Verdict, stated};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A finding, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tracked {
    /// As it was found last.
    pub finding: Finding,
    /// When it was found first.
    pub found_at: Moment,
    /// What became of it.
    pub state: TrackedState,
}

/// What became of a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state", deny_unknown_fields)]
pub enum TrackedState {
    /// It stands.
    Open,
    /// The coordination group lives with it, as long as it does not grow.
    Accepted {
        /// Who decided so.
        by: By,
        /// Why.
        reason: String,
        /// How long it was then.
        extent: Span,
        /// How much was missing then, for a shortfall.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lacking: Option<Decimal>,
    },
    /// It is found no more.
    Vanished {
        /// Since when.
        at: Moment,
    },
}

impl TrackedState {
    /// The stable name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted { .. } => "accepted",
            Self::Vanished { .. } => "vanished",
        }
    }
}

/// What an analysis has changed about a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It is found for the first time, or again.
    Appeared,
    /// It had been accepted, and is longer than it was then, or more is missing.
    Grew,
    /// It is found no more.
    Vanished,
}

impl Tracked {
    /// A finding that is found for the first time.
    #[must_use]
    pub const fn new(finding: Finding, at: Moment) -> Self {
        Self { finding, found_at: at, state: TrackedState::Open }
    }

    /// The group lives with it, for a reason.
    ///
    /// # Errors
    /// [`codes::FINDING_STATE`] for what is not open; [`codes::BOUNDARY_STATEMENT`] for a reason that says nothing.
    pub fn accept(self, reason: &str, by: By) -> Verdict<Self> {
        if self.state != TrackedState::Open {
            let message = format!("the finding is {}; only one that is open can be accepted", self.state.name());
            return Err(codes::FINDING_STATE.refuse(message).into());
        }
        let reason = stated(codes::BOUNDARY_STATEMENT, reason, "reason", LONGEST_STATEMENT)?;
        let (extent, lacking) = (self.finding.extent, self.finding.lacking());
        Ok(Self { state: TrackedState::Accepted { by, reason, extent, lacking }, ..self })
    }

    /// The group does not live with it any more.
    ///
    /// # Errors
    /// [`codes::FINDING_STATE`] for what is not accepted.
    pub fn reopen(self) -> Verdict<Self> {
        if !matches!(self.state, TrackedState::Accepted { .. }) {
            let message =
                format!("the finding is {}; only one that was accepted can be opened again", self.state.name());
            return Err(codes::FINDING_STATE.refuse(message).into());
        }
        Ok(Self { state: TrackedState::Open, ..self })
    }

    /// It after an analysis that found it so, or not at all.
    fn followed(self, found: Option<&Finding>, at: Moment) -> (Self, Option<Turn>) {
        let Some(finding) = found else {
            let gone = matches!(self.state, TrackedState::Vanished { .. });
            let state = if gone { self.state } else { TrackedState::Vanished { at } };
            return (Self { state, ..self }, (!gone).then_some(Turn::Vanished));
        };
        let turn = match &self.state {
            TrackedState::Vanished { .. } => Some(Turn::Appeared),
            TrackedState::Accepted { extent, lacking, .. }
                if finding.extent > *extent || finding.lacking() > *lacking =>
            {
                Some(Turn::Grew)
            }
            TrackedState::Open | TrackedState::Accepted { .. } => None,
        };
        let state = if turn.is_some() { TrackedState::Open } else { self.state };
        (Self { finding: finding.clone(), state, ..self }, turn)
    }
}

/// What becomes of everything known when an analysis of the whole has found this; only what changes is told.
#[must_use]
pub fn follow(known: &[Tracked], found: &[Finding], at: Moment) -> Vec<(Tracked, Option<Turn>)> {
    let mut by_key: BTreeMap<FindingKey, &Finding> = found.iter().map(|finding| (finding.key, finding)).collect();
    let mut changed: Vec<(Tracked, Option<Turn>)> = Vec::new();
    for before in known {
        let (after, turn) = before.clone().followed(by_key.remove(&before.finding.key), at);
        if after != *before {
            changed.push((after, turn));
        }
    }
    let new = by_key.into_values().map(|finding| (Tracked::new(finding.clone(), at), Some(Turn::Appeared)));
    changed.extend(new);
    changed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boundaries::{Capacity, FindingKind};
    use crate::kernel::{CompanyId, PersonId, ServiceId};
    use uuid::Uuid;

    fn at(second: i64) -> Moment {
        Moment::from_micros(second * 1_000_000).unwrap()
    }

    fn gap(key: u128, hours: i64) -> Finding {
        Finding {
            key: FindingKey(Uuid::from_u128(key)),
            kind: FindingKind::Gap,
            service: ServiceId(Uuid::from_u128(1)),
            boundaries: vec![],
            areas: vec![],
            limits: vec![],
            demands: vec![],
            windows: vec![],
            extent: Span::from_seconds(hours * 3_600),
            capacity: None,
            note: None,
        }
    }

    fn by() -> By {
        By { person: PersonId(Uuid::from_u128(2)), company: CompanyId(Uuid::from_u128(3)), at: at(5) }
    }

    fn told(known: &[Tracked], found: &[Finding]) -> Vec<(u128, &'static str, Option<Turn>)> {
        let follow = follow(known, found, at(9));
        follow.iter().map(|(it, turn)| (it.finding.key.0.as_u128(), it.state.name(), *turn)).collect()
    }

    #[test]
    fn what_is_new_appears_what_stays_is_silent_and_what_is_gone_vanishes_once() {
        let known = [Tracked::new(gap(1, 2), at(1)), Tracked::new(gap(2, 2), at(1))];
        let turns = told(&known, &[gap(1, 2), gap(3, 2)]);
        assert_eq!(turns, [(2, "vanished", Some(Turn::Vanished)), (3, "open", Some(Turn::Appeared))]);
        let gone = Tracked { state: TrackedState::Vanished { at: at(2) }, ..known[0].clone() };
        assert_eq!(told(std::slice::from_ref(&gone), &[]), []);
        assert_eq!(told(&[gone], &[gap(1, 2)]), [(1, "open", Some(Turn::Appeared))]);
    }

    #[test]
    fn an_acceptance_holds_while_the_finding_does_not_grow() {
        let accepted = Tracked::new(gap(1, 2), at(1)).accept(" nobody calls then ", by()).unwrap();
        assert_eq!(told(std::slice::from_ref(&accepted), &[gap(1, 2)]), []);
        assert_eq!(told(std::slice::from_ref(&accepted), &[gap(1, 1)]), [(1, "accepted", None)]);
        assert_eq!(told(std::slice::from_ref(&accepted), &[gap(1, 3)]), [(1, "open", Some(Turn::Grew))]);
        assert_eq!(accepted.clone().accept("again", by()).unwrap_err().0[0].code, "FINDING_STATE");
        assert_eq!(accepted.reopen().unwrap().state, TrackedState::Open);
    }

    #[test]
    fn an_acceptance_of_a_shortfall_holds_while_no_more_is_missing() {
        let short = |demanded: i64| {
            let whole = |cases: i64| Decimal::clamped(i128::from(cases) * 1_000_000);
            let capacity = Capacity::Volume { demanded: whole(demanded), committed: whole(100), actual: false };
            Finding { kind: FindingKind::Shortfall, capacity: Some(capacity), ..gap(1, 2) }
        };
        let accepted = Tracked::new(short(120), at(1)).accept("a partner helps", by()).unwrap();
        assert_eq!(told(std::slice::from_ref(&accepted), &[short(120)]), []);
        assert_eq!(told(std::slice::from_ref(&accepted), &[short(110)]), [(1, "accepted", None)]);
        assert_eq!(told(&[accepted], &[short(121)]), [(1, "open", Some(Turn::Grew))]);
    }

    #[test]
    fn a_reason_has_to_say_something() {
        let open = Tracked::new(gap(1, 2), at(1));
        assert_eq!(open.clone().accept(" ", by()).unwrap_err().0[0].code, "BOUNDARY_STATEMENT");
        assert_eq!(open.reopen().unwrap_err().0[0].code, "FINDING_STATE");
    }
}
