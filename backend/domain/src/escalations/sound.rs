//! What is true of every escalation at every moment, so that it can be checked and not only hoped for.

use super::{Escalation, Owner, State, Taken, Why};

impl Escalation {
    /// What is wrong with it; nothing is, ever. While it is not over it has an owner and a next deadline, which lies after
    /// the last thing that set it; it goes up level by level and never down; it is closed with an answer only.
    #[must_use]
    pub fn faults(&self) -> Vec<&'static str> {
        let mut found = Vec::new();
        let mut hold = |good: bool, fault| {
            if !good {
                found.push(fault);
            }
        };
        let over = matches!(self.state, State::Closed { .. } | State::Withdrawn { .. });
        hold(!self.climbs.is_empty(), "it has been nowhere");
        hold(over == self.deadline().is_none(), "its deadline does not fit its state");
        hold(over || self.owner().is_some_and(|owner| is_somebody(&owner)), "nobody owns it");
        let last = self.climbs.iter().map(|climb| climb.at).chain(self.answers.iter().map(|answer| answer.by.at)).max();
        let ahead = self.deadline().is_none_or(|deadline| last.is_some_and(|last| last < deadline));
        hold(ahead, "its deadline had passed when it was set");
        hold(self.climbs.iter().all(|climb| climb.level < self.path.levels.len()), "it stands beyond its ladder");
        let steps = || self.climbs.iter().zip(self.climbs.iter().skip(1));
        hold(steps().all(|(one, next)| one.level <= next.level && one.at <= next.at), "it went down or back in time");
        hold(self.climbs.iter().all(|climb| climb.due.is_none_or(|due| due <= climb.at)), "it climbed before its time");
        hold(self.climbs.first().is_none_or(|first| first.why == Why::Raised), "it was not raised");
        let answered = self.answers.last().is_some_and(|last| !matches!(last.taken, Some(Taken::Rejected { .. })));
        let stands = matches!(self.state, State::Answered { .. } | State::Closed { .. });
        hold(!stands || answered, "it is answered or closed without an answer");
        found
    }
}

fn is_somebody(owner: &Owner) -> bool {
    match owner {
        Owner::Level { holders, .. } => !holders.is_empty(),
        Owner::Raiser(_) => true,
    }
}

#[cfg(test)]
#[path = "sound_tests.rs"]
mod tests;
