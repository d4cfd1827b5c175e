//! What people do about an escalation: its level acknowledges, answers and closes it, whoever raised it accepts or
//! rejects the answer, or takes the matter back. Who may speak for which side is known before.

use super::{Answer, Escalation, Paths, State, Taken, Why, codes::*};
use crate::kernel::{By, LONGEST_STATEMENT, Verdict, stated};

impl Escalation {
    /// Somebody of its level has seen it. The deadline stays.
    ///
    /// # Errors
    /// [`ESCALATION_ENDED`], [`ESCALATION_ANSWERED`], [`ESCALATION_ACKNOWLEDGED`].
    pub fn acknowledge(mut self, by: By) -> Verdict<Self> {
        self.open()?;
        match self.climbs.last_mut() {
            Some(climb) if climb.acknowledged.is_none() => climb.acknowledged = Some(by),
            _ => return Err(refused(ESCALATION_ACKNOWLEDGED)),
        }
        Ok(self)
    }

    /// Somebody of its level answers whoever raised it, who has the level's time to accept or reject the answer. What
    /// nobody raised waits for its level to close it.
    ///
    /// # Errors
    /// [`ESCALATION_ENDED`], [`ESCALATION_ANSWERED`]; an answer that says nothing.
    pub fn reply(mut self, text: &str, by: By, paths: &Paths) -> Verdict<Self> {
        self.open()?;
        let text = stated(ESCALATION_STATEMENT, text, "answer", LONGEST_STATEMENT)?;
        let level = self.level();
        self.answers.push(Answer { by, level, text, taken: None });
        let deadline = self.rung().map_or(by.at, |rung| paths.deadline(rung, by.at));
        self.state = State::Answered { deadline, silent: self.raised.is_none() };
        Ok(self)
    }

    /// Whoever raised it accepts the answer, which closes it.
    ///
    /// # Errors
    /// [`ESCALATION_ENDED`], [`ESCALATION_UNANSWERED`].
    pub fn accept(mut self, by: By) -> Verdict<Self> {
        self.answered()?.taken = Some(Taken::Accepted { by });
        Ok(Self { state: State::Closed { by }, ..self })
    }

    /// Whoever raised it rejects the answer and says why: it climbs, and at the top its time begins anew.
    ///
    /// # Errors
    /// [`ESCALATION_ENDED`], [`ESCALATION_UNANSWERED`]; a reason that says nothing.
    pub fn reject(mut self, reason: &str, by: By, paths: &Paths) -> Verdict<Self> {
        self.answered()?;
        let reason = stated(ESCALATION_STATEMENT, reason, "reason", LONGEST_STATEMENT)?;
        self.answered()?.taken = Some(Taken::Rejected { by, reason });
        let deadline = self.arrive(self.level() + 1, Why::Rejected, None, paths, by.at);
        Ok(Self { state: State::Open { deadline }, ..self })
    }

    /// Somebody of its level closes it, with the answer that stands.
    ///
    /// # Errors
    /// [`ESCALATION_ENDED`]; [`ESCALATION_UNANSWERED`]: nothing is closed without an answer; [`ESCALATION_RAISER`] while
    /// whoever raised it may still reject the answer.
    pub fn close(mut self, by: By) -> Verdict<Self> {
        self.answered()?;
        if !matches!(self.state, State::Answered { silent: true, .. }) {
            return Err(refused(ESCALATION_RAISER));
        }
        Ok(Self { state: State::Closed { by }, ..self })
    }

    /// Whoever raised it takes it back and says why.
    ///
    /// # Errors
    /// [`ESCALATION_ENDED`]; a reason that says nothing.
    pub fn withdraw(self, reason: &str, by: By) -> Verdict<Self> {
        self.unended()?;
        let reason = stated(ESCALATION_STATEMENT, reason, "reason", LONGEST_STATEMENT)?;
        Ok(Self { state: State::Withdrawn { by, reason }, ..self })
    }

    fn unended(&self) -> Verdict<()> {
        if self.deadline().is_some() { Ok(()) } else { Err(refused(ESCALATION_ENDED)) }
    }

    fn open(&self) -> Verdict<()> {
        self.unended()?;
        if matches!(self.state, State::Open { .. }) { Ok(()) } else { Err(refused(ESCALATION_ANSWERED)) }
    }

    fn answered(&mut self) -> Verdict<&mut Answer> {
        self.unended()?;
        match self.state {
            State::Answered { .. } => self.answers.last_mut().ok_or_else(|| refused(ESCALATION_UNANSWERED)),
            _ => Err(refused(ESCALATION_UNANSWERED)),
        }
    }
}

#[cfg(test)]
#[path = "answering_tests.rs"]
mod tests;
