//! From the work to its proof: tasks done, verification begun, and the criterion judged by assessed periods.

use super::codes::*;
use super::task::TaskState;
use super::{Action, ActionState, AssessedCell, Change, Deviation, Progress};
use crate::kernel::By;
use crate::kernel::{Moment, TaskId, Verdict};

impl Action {
    /// A company did its task and says what shows it. The last task done begins the verification.
    ///
    /// # Errors
    /// [`ACTION_NOT_ACTING`], [`ACTION_OF_ANOTHER_DEVIATION`], [`ACTION_TASK_NOT_FOUND`]; [`ACTION_TASK_OF_ANOTHER`];
    /// [`ACTION_TASK_DONE`]; evidence that says nothing.
    pub fn complete(
        mut self,
        deviation: Deviation,
        task: TaskId,
        evidence: &str,
        by: By,
    ) -> Verdict<(Self, Deviation)> {
        self.answers(&deviation)?;
        if !matches!(self.state, ActionState::Acting { .. } | ActionState::Verifying { .. }) {
            return Err(refused(ACTION_NOT_ACTING));
        }
        self.task(task)?.complete(evidence, by)?;
        let done = self.tasks.iter().all(|task| matches!(task.state, TaskState::Done { .. }));
        if !done {
            return Ok((self, deviation));
        }
        let (action, deviation, _) = self.verifying(deviation, by.at);
        Ok((action, deviation))
    }

    /// The coordination group lets the verification begin, though a task may still be open.
    ///
    /// # Errors
    /// [`ACTION_NOT_ACTING`], [`ACTION_OF_ANOTHER_DEVIATION`].
    pub fn verify(self, deviation: Deviation, at: Moment) -> Verdict<(Self, Deviation)> {
        self.answers(&deviation)?;
        if !matches!(self.state, ActionState::Acting { .. }) {
            return Err(refused(ACTION_NOT_ACTING));
        }
        let (action, deviation, _) = self.verifying(deviation, at);
        Ok((action, deviation))
    }

    fn verifying(mut self, deviation: Deviation, at: Moment) -> (Self, Deviation, Option<Change>) {
        let (deviation, begun) = deviation.verify(self.id);
        if let ActionState::Acting { started } = self.state {
            self.state = ActionState::Verifying { started, since: at };
        }
        (self, deviation, begun)
    }

    /// Periods have been assessed: what they say of the criterion settles action and deviation.
    ///
    /// A task left undone does not hold the proof up: the first named period that comes in begins the verification.
    #[must_use]
    pub(super) fn judge<'a>(
        self,
        deviation: Deviation,
        assessed: impl IntoIterator<Item = &'a AssessedCell>,
        at: Moment,
    ) -> (Self, Deviation, Vec<Change>) {
        let running = matches!(self.state, ActionState::Acting { .. } | ActionState::Verifying { .. });
        let progress = self.criterion.judge(assessed);
        if !running || progress == (Progress::Pending { met: 0 }) {
            return (self, deviation, Vec::new());
        }
        let (mut action, deviation, begun) = self.verifying(deviation, at);
        let met = match progress {
            Progress::Pending { .. } => return (action, deviation, begun.into_iter().collect()),
            Progress::Met => {
                action.state = ActionState::Succeeded { at };
                true
            }
            Progress::Failed { period, value } => {
                action.state = ActionState::Failed { at, period, value };
                false
            }
        };
        let (deviation, proved) = deviation.prove(action.id, met, at);
        (action, deviation, begun.into_iter().chain(proved).collect())
    }
}

#[cfg(test)]
#[path = "proving_tests.rs"]
mod tests;
