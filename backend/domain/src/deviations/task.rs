//! One company's part of a joint corrective action: accepted, declined and done by that company alone.

use super::codes::DEVIATION_STATEMENT;
use super::codes::*;
use crate::kernel::By;
use crate::kernel::{CompanyId, LONGEST_STATEMENT, LONGEST_TITLE, PersonId, TaskId, Verdict, stated};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// What a company is asked to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Which company.
    pub company: CompanyId,
    /// Who there answers for it.
    pub owner: PersonId,
    /// What is to be done.
    pub title: String,
    /// By which local date.
    pub due: NaiveDate,
}

impl Request {
    /// The request, if it can be read and dated.
    pub(super) fn checked(self) -> Verdict<Self> {
        if !(1901..2199).contains(&self.due.year()) {
            let message = format!("{} is out of range; name a date between 1901 and 2198", self.due);
            return Err(ACTION_DUE.refuse_field("due", message).into());
        }
        Ok(Self { title: stated(DEVIATION_STATEMENT, &self.title, "title", LONGEST_TITLE)?, ..self })
    }
}

/// Where a task stands, with what is true there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum TaskState {
    /// Waits for its company's answer.
    Proposed,
    /// Its company will do it.
    Accepted {
        /// Who said so.
        accepted: By,
    },
    /// Its company will not do it; the task has to be changed or taken out.
    Declined {
        /// Who said so.
        declined: By,
        /// Why.
        reason: String,
    },
    /// Its company did it.
    Done {
        /// Who accepted it.
        accepted: By,
        /// Who reported it.
        done: By,
        /// What shows it.
        evidence: String,
    },
}

impl TaskState {
    /// The stable name: `proposed`, `accepted`, `declined` or `done`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Accepted { .. } => "accepted",
            Self::Declined { .. } => "declined",
            Self::Done { .. } => "done",
        }
    }
}

/// One task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// What is asked, and of whom.
    #[serde(flatten)]
    pub request: Request,
    /// Where it stands.
    pub state: TaskState,
}

impl Task {
    /// Its company takes it on; once is enough.
    pub(super) fn accept(&mut self, by: By) -> Verdict<()> {
        self.own(by)?;
        match self.state {
            TaskState::Proposed | TaskState::Declined { .. } => self.state = TaskState::Accepted { accepted: by },
            TaskState::Accepted { .. } => {}
            TaskState::Done { .. } => return Err(refused(ACTION_TASK_DONE)),
        }
        Ok(())
    }

    /// Its company will not do it, and says why.
    pub(super) fn decline(&mut self, reason: &str, by: By) -> Verdict<()> {
        self.own(by)?;
        if matches!(self.state, TaskState::Done { .. }) {
            return Err(refused(ACTION_TASK_DONE));
        }
        self.state = TaskState::Declined {
            declined: by,
            reason: stated(DEVIATION_STATEMENT, reason, "reason", LONGEST_STATEMENT)?,
        };
        Ok(())
    }

    /// Its company did it, and says what shows it.
    pub(super) fn complete(&mut self, evidence: &str, by: By) -> Verdict<()> {
        self.own(by)?;
        let code = match self.state {
            TaskState::Accepted { accepted } => {
                let evidence = stated(DEVIATION_STATEMENT, evidence, "evidence", LONGEST_STATEMENT)?;
                self.state = TaskState::Done { accepted, done: by, evidence };
                return Ok(());
            }
            TaskState::Proposed | TaskState::Declined { .. } => ACTION_TASK_NOT_ACCEPTED,
            TaskState::Done { .. } => ACTION_TASK_DONE,
        };
        Err(refused(code))
    }

    fn own(&self, by: By) -> Verdict<()> {
        if by.company == self.request.company {
            return Ok(());
        }
        Err(refused(ACTION_TASK_OF_ANOTHER))
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::*;
    use super::*;

    #[test]
    fn every_verb_in_every_state_by_its_company_and_by_another() {
        let task = |state| Task { id: id(80), request: request(3), state };
        let (accepted, evidence) = (by(3, 30), "ticket 12".to_owned());
        let states = [
            TaskState::Proposed,
            TaskState::Accepted { accepted },
            TaskState::Declined { declined: accepted, reason: "no hands".into() },
            TaskState::Done { accepted, done: accepted, evidence },
        ];
        let expected = [
            ["accepted", "declined", ACTION_TASK_NOT_ACCEPTED.name],
            ["accepted", "declined", "done"],
            ["accepted", "declined", ACTION_TASK_NOT_ACCEPTED.name],
            [ACTION_TASK_DONE.name, ACTION_TASK_DONE.name, ACTION_TASK_DONE.name],
        ];
        type Step = fn(&mut Task, By) -> Verdict<()>;
        let verbs: [Step; 3] = [
            |task, by| task.accept(by),
            |task, by| task.decline("no hands", by),
            |task, by| task.complete("ticket 12", by),
        ];
        for (state, row) in states.into_iter().zip(expected) {
            for (verb, expected) in verbs.iter().zip(row) {
                let mut own = task(state.clone());
                let told =
                    verb(&mut own, by(3, 31)).map_or_else(|no| no.0[0].code.to_string(), |()| own.state.name().into());
                assert_eq!(told, expected, "{}", state.name());
                let mut foreign = task(state.clone());
                assert_eq!(verb(&mut foreign, by(1, 10)).unwrap_err().0[0].code, ACTION_TASK_OF_ANOTHER.name);
                assert_eq!(foreign, task(state.clone()), "a refused verb changes nothing");
            }
        }
    }

    #[test]
    fn a_request_says_what_and_by_when() {
        let field = |request: Request| request.checked().map_err(|refusals| refusals.0[0].field.clone().unwrap());
        assert_eq!(field(Request { title: " x ".into(), ..request(3) }).unwrap().title, "x");
        assert_eq!(field(Request { title: String::new(), ..request(3) }), Err("title".into()));
        assert_eq!(field(Request { due: "9999-12-31".parse().unwrap(), ..request(3) }), Err("due".into()));
    }

    #[test]
    fn what_is_stored_reads_back_and_keeps_its_names() {
        let task = Task { id: id(80), request: request(3), state: TaskState::Accepted { accepted: by(3, 30) } };
        let stored = serde_json::to_value(&task).unwrap();
        assert_eq!(stored["state"]["state"], "accepted");
        assert_eq!(stored["due"], "2026-03-31");
        assert_eq!(serde_json::from_value::<Task>(stored).unwrap(), task);
    }
}
