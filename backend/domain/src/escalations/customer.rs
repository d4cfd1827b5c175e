//! What a customer sees of an escalation: the live state on the path that they know from the first day, in neutral words.

use super::{Escalation, State};
use crate::agreements::{Tier, Trigger};
use crate::kernel::{CompanyId, EscalationId, Moment};

/// Where an escalation stands, in the customer's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CustomerState {
    /// A level has it, and has not said so yet.
    Waiting,
    /// A level has seen it.
    Acknowledged,
    /// There is an answer.
    Answered,
    /// It is closed with an answer.
    Closed,
    /// It was taken back.
    Withdrawn,
}

/// It came to a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerStep {
    /// When.
    pub at: Moment,
    /// The level, counted from 1.
    pub level: usize,
    /// What the path calls it.
    pub name: String,
}

/// An escalation as the customer sees it: no person, no facts from inside, and no company unless the agreement names
/// companies to customers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerView {
    /// Which.
    pub id: EscalationId,
    /// What the path is called.
    pub path: String,
    /// What began it.
    pub trigger: Trigger,
    /// When it was raised.
    pub raised: Moment,
    /// Whether the customer raised it.
    pub is_own: bool,
    /// What the customer called it, where they raised it.
    pub title: Option<String>,
    /// Where it stands.
    pub state: CustomerState,
    /// The level at which it stands, counted from 1.
    pub level: usize,
    /// Of how many.
    pub levels: usize,
    /// What the path calls that level.
    pub level_name: String,
    /// The level of governance.
    pub tier: Option<Tier>,
    /// By when it goes on.
    pub deadline: Option<Moment>,
    /// Where it has been.
    pub steps: Vec<CustomerStep>,
    /// The answer that stands, where the customer raised it, and when it came.
    pub answer: Option<(Moment, String)>,
    /// The company that is to answer, where the agreement names companies to customers.
    pub company: Option<CompanyId>,
}

impl Escalation {
    /// The escalation as a customer sees it; `named`: the agreement names companies to its customers.
    #[must_use]
    pub fn customer_view(&self, named: bool) -> CustomerView {
        let is_own = self.raised.is_some_and(|by| Some(by.company) == self.matter.customer);
        let seen = self.standing().is_some_and(|climb| climb.acknowledged.is_some());
        let state = match self.state {
            State::Open { .. } if seen => CustomerState::Acknowledged,
            State::Open { .. } => CustomerState::Waiting,
            State::Answered { .. } => CustomerState::Answered,
            State::Closed { .. } => CustomerState::Closed,
            State::Withdrawn { .. } => CustomerState::Withdrawn,
        };
        let name = |level: usize| self.path.levels.get(level).map_or_else(String::new, |rung| rung.name.clone());
        let steps = self.climbs.iter().scan(None, |before, climb| {
            let new = before.replace(climb.level) != Some(climb.level);
            Some(new.then(|| CustomerStep { at: climb.at, level: climb.level + 1, name: name(climb.level) }))
        });
        let answer = self.answer().filter(|_| is_own);
        CustomerView {
            id: self.id,
            path: self.path.name.clone(),
            trigger: self.matter.trigger,
            raised: self.climbs.first().map_or(Moment::EPOCH, |first| first.at),
            is_own,
            title: is_own.then(|| self.matter.title.clone()),
            state,
            level: self.level() + 1,
            levels: self.path.levels.len(),
            level_name: name(self.level()),
            tier: self.rung().map(|rung| rung.tier),
            deadline: self.deadline(),
            steps: steps.flatten().collect(),
            answer: answer.map(|answer| (answer.by.at, answer.text.clone())),
            company: named.then_some(self.matter.company),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::*;
    use super::*;

    #[test]
    fn a_customer_reads_where_it_stands_and_nothing_from_inside() {
        let paths = paths();
        let inside = raised_by(None).expire(&paths, hour(4));
        let view = inside.customer_view(false);
        assert_eq!(
            (view.state, view.level, view.levels, &*view.level_name),
            (CustomerState::Waiting, 2, 3, "Directors")
        );
        assert_eq!((view.title, view.company, view.answer), (None, None, None));
        assert_eq!(view.steps.iter().map(|step| step.level).collect::<Vec<_>>(), [1, 2]);
        let own = raised_by(Some(customer(0))).reply("A new cable tomorrow.", holder(1), &paths).unwrap();
        let view = own.customer_view(true);
        assert_eq!((view.state, view.title.as_deref()), (CustomerState::Answered, Some("No network")));
        assert_eq!(
            (view.answer.unwrap().1.as_str(), view.company),
            ("A new cable tomorrow.", Some(own.matter.company))
        );
        let inside = raised_by(None).reply("Ours was wrong.", holder(1), &paths).unwrap();
        assert_eq!(inside.customer_view(false).answer, None, "an answer goes to whoever raised it");
    }

    #[test]
    fn what_repeats_at_the_top_is_one_step() {
        let paths = paths();
        let mut top = raised_by(None);
        for round in [4, 12, 36, 60] {
            top = top.expire(&paths, hour(round));
        }
        assert_eq!((top.climbs.len(), top.customer_view(false).steps.len()), (5, 3));
    }
}
