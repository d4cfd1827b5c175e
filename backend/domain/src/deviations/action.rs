//! A joint corrective action: tasks in several companies, started by the consent of all of them, judged by data.

use super::codes::DEVIATION_STATEMENT;
use super::codes::*;
use super::task::{Request, Task, TaskState};
use super::{Criterion, Deviation};
use crate::kernel::By;
use crate::kernel::{
    ActionId, AgreementId, CompanyId, Decimal, DeviationId, LONGEST_STATEMENT, LONGEST_TITLE, Moment, Period, Refusal,
    Refusals, TaskId, Verdict, stated,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

const MOST_TASKS: usize = 100;

/// What a company says to a proposed action. The last word of its people is the company's word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "word", rename_all = "snake_case")]
pub enum Consent {
    /// Yes.
    Consents {
        /// Who said so.
        by: By,
    },
    /// No.
    Objects {
        /// Who said so.
        by: By,
        /// Why.
        reason: String,
    },
}

/// Where an action stands, with what is true there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ActionState {
    /// Being written.
    Draft,
    /// Before the companies concerned.
    Proposed {
        /// Who put it there.
        proposed: By,
    },
    /// Under way.
    Acting {
        /// Who started it.
        started: By,
    },
    /// Waits for the periods of its criterion.
    Verifying {
        /// Who started it.
        started: By,
        /// Since when.
        since: Moment,
    },
    /// Every period of its criterion met it.
    Succeeded {
        /// When that was assessed.
        at: Moment,
    },
    /// A period of its criterion did not meet it.
    Failed {
        /// When that was assessed.
        at: Moment,
        /// Which period.
        period: Period,
        /// What was measured there; nothing when it was assessed without data.
        value: Option<Decimal>,
    },
    /// Given up before its start.
    Withdrawn {
        /// Who gave it up.
        withdrawn: By,
        /// Why.
        reason: String,
    },
}

impl ActionState {
    /// The stable name: `draft`, `proposed`, `acting`, `verifying`, `succeeded`, `failed` or `withdrawn`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed { .. } => "proposed",
            Self::Acting { .. } => "acting",
            Self::Verifying { .. } => "verifying",
            Self::Succeeded { .. } => "succeeded",
            Self::Failed { .. } => "failed",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }
}

/// One joint corrective action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// Its id.
    pub id: ActionId,
    /// The agreement.
    pub agreement: AgreementId,
    /// The deviation it answers.
    pub deviation: DeviationId,
    /// The company whose figure deviates, if it is one company's; it is always asked.
    pub about: Option<CompanyId>,
    /// What it is called.
    pub title: String,
    /// Who does what until when.
    pub tasks: Vec<Task>,
    /// How it will be known that it worked.
    pub criterion: Criterion,
    /// What each company says to it as it stands.
    pub consents: BTreeMap<CompanyId, Consent>,
    /// The tasks of which it was told that they are overdue.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub overdue: BTreeSet<TaskId>,
    /// When it was put before the companies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed_at: Option<Moment>,
    /// Where it stands.
    pub state: ActionState,
}

impl Action {
    /// A new plan for a deviation, without tasks yet.
    ///
    /// # Errors
    /// A title that says nothing; [`ACTION_CRITERION`].
    pub fn draft(id: ActionId, deviation: &Deviation, title: &str, criterion: Criterion) -> Verdict<Self> {
        criterion.check(deviation)?;
        Ok(Self {
            id,
            agreement: deviation.agreement,
            deviation: deviation.id,
            about: deviation.scope.company,
            title: stated(DEVIATION_STATEMENT, title, "title", LONGEST_TITLE)?,
            tasks: Vec::new(),
            criterion,
            consents: BTreeMap::new(),
            overdue: BTreeSet::new(),
            proposed_at: None,
            state: ActionState::Draft,
        })
    }

    /// The companies whose consent the start needs: those with a task, and the one whose figure deviates.
    #[must_use]
    pub fn concerned(&self) -> BTreeSet<CompanyId> {
        self.tasks.iter().map(|task| task.request.company).chain(self.about).collect()
    }

    /// Adds a task, or asks something else of one there is. Every consent to the plan as it was falls.
    ///
    /// # Errors
    /// [`ACTION_STARTED`], [`ACTION_TOO_MANY_TASKS`]; a request without a title or date.
    pub fn ask(mut self, task: TaskId, request: Request) -> Verdict<Self> {
        self.unstarted()?;
        let asked = Task { id: task, request: request.checked()?, state: TaskState::Proposed };
        match self.tasks.iter().position(|known| known.id == task) {
            Some(place) if self.tasks[place].request == asked.request => return Ok(self),
            Some(place) => self.tasks[place] = asked,
            None if self.tasks.len() >= MOST_TASKS => return Err(refused(ACTION_TOO_MANY_TASKS)),
            None => self.tasks.push(asked),
        }
        self.consents.clear();
        Ok(self)
    }

    /// Takes a task out. Every consent to the plan as it was falls.
    ///
    /// # Errors
    /// [`ACTION_STARTED`], [`ACTION_TASK_NOT_FOUND`]; [`ACTION_WITHOUT_TASK`] for the last one of a proposed action.
    pub fn drop_task(mut self, task: TaskId) -> Verdict<Self> {
        self.unstarted()?;
        self.task(task)?;
        if self.tasks.len() == 1 && self.state != ActionState::Draft {
            return Err(refused(ACTION_WITHOUT_TASK));
        }
        self.tasks.retain(|known| known.id != task);
        self.consents.clear();
        Ok(self)
    }

    /// Replaces title and criterion. If the criterion becomes another, every consent to the plan as it was falls.
    ///
    /// # Errors
    /// [`ACTION_STARTED`], [`ACTION_OF_ANOTHER_DEVIATION`]; [`ACTION_CRITERION`]; a title that says nothing.
    pub fn describe(mut self, deviation: &Deviation, title: &str, criterion: Criterion) -> Verdict<Self> {
        self.unstarted()?;
        self.answers(deviation)?;
        criterion.check(deviation)?;
        self.title = stated(DEVIATION_STATEMENT, title, "title", LONGEST_TITLE)?;
        if self.criterion != criterion {
            self.consents.clear();
            self.criterion = criterion;
        }
        Ok(self)
    }

    /// Puts the plan before the companies concerned.
    ///
    /// # Errors
    /// [`ACTION_PROPOSED`], [`ACTION_STARTED`], [`ACTION_WITHOUT_TASK`].
    pub fn propose(self, by: By) -> Verdict<Self> {
        self.unstarted()?;
        if self.state != ActionState::Draft {
            return Err(refused(ACTION_PROPOSED));
        }
        if self.tasks.is_empty() {
            return Err(refused(ACTION_WITHOUT_TASK));
        }
        Ok(Self { proposed_at: Some(by.at), state: ActionState::Proposed { proposed: by }, ..self })
    }

    /// A company consents to the plan as it stands. A second person of the same company adds nothing.
    ///
    /// # Errors
    /// [`ACTION_NOT_PROPOSED`], [`ACTION_STARTED`], [`ACTION_NOT_CONCERNED`].
    pub fn consent(mut self, by: By) -> Verdict<Self> {
        self.asked(by.company)?;
        if !matches!(self.consents.get(&by.company), Some(Consent::Consents { .. })) {
            self.consents.insert(by.company, Consent::Consents { by });
        }
        Ok(self)
    }

    /// A company objects to the plan as it stands, and says why.
    ///
    /// # Errors
    /// [`ACTION_NOT_PROPOSED`], [`ACTION_STARTED`], [`ACTION_NOT_CONCERNED`]; a reason that says nothing.
    pub fn object(mut self, reason: &str, by: By) -> Verdict<Self> {
        self.asked(by.company)?;
        self.consents.insert(
            by.company,
            Consent::Objects { by, reason: stated(DEVIATION_STATEMENT, reason, "reason", LONGEST_STATEMENT)? },
        );
        Ok(self)
    }

    /// A company takes on its task.
    ///
    /// # Errors
    /// [`ACTION_NOT_PROPOSED`], [`ACTION_STARTED`], [`ACTION_TASK_NOT_FOUND`]; [`ACTION_TASK_OF_ANOTHER`].
    pub fn accept(mut self, task: TaskId, by: By) -> Verdict<Self> {
        self.proposed()?;
        self.task(task)?.accept(by)?;
        Ok(self)
    }

    /// A company will not do its task, and says why.
    ///
    /// # Errors
    /// [`ACTION_NOT_PROPOSED`], [`ACTION_STARTED`], [`ACTION_TASK_NOT_FOUND`]; [`ACTION_TASK_OF_ANOTHER`]; a reason that says nothing.
    pub fn decline(mut self, task: TaskId, reason: &str, by: By) -> Verdict<Self> {
        self.proposed()?;
        self.task(task)?.decline(reason, by)?;
        Ok(self)
    }

    /// Gives the plan up before its start.
    ///
    /// # Errors
    /// [`ACTION_STARTED`]; a reason that says nothing.
    pub fn withdraw(self, reason: &str, by: By) -> Verdict<Self> {
        self.unstarted()?;
        let reason = stated(DEVIATION_STATEMENT, reason, "reason", LONGEST_STATEMENT)?;
        Ok(Self { state: ActionState::Withdrawn { withdrawn: by, reason }, ..self })
    }

    /// What still stands between the proposed plan and its start; all of it, one refusal for each company and task.
    #[must_use]
    pub fn obstacles(&self) -> Vec<Refusal> {
        let consents = self.concerned().into_iter().filter_map(|company| match self.consents.get(&company) {
            Some(Consent::Consents { .. }) => None,
            Some(Consent::Objects { .. }) => Some((ACTION_OBJECTED, format!("consents.{company}"))),
            None => Some((ACTION_CONSENT_MISSING, format!("consents.{company}"))),
        });
        let open = self.tasks.iter().filter(|task| !matches!(task.state, TaskState::Accepted { .. }));
        let tasks = open.map(|task| (ACTION_TASK_OPEN, format!("tasks.{}", task.id)));
        consents.chain(tasks).map(|(code, field)| code.refuse_field(field, code.meaning)).collect()
    }

    /// Every company concerned has consented and every task is accepted: the work begins, on an accepted deviation.
    ///
    /// # Errors
    /// [`ACTION_NOT_PROPOSED`], [`ACTION_STARTED`], [`ACTION_OF_ANOTHER_DEVIATION`]; every obstacle; what the deviation refuses.
    pub fn start(self, deviation: Deviation, by: By) -> Verdict<(Self, Deviation)> {
        self.proposed()?;
        self.answers(&deviation)?;
        let obstacles = self.obstacles();
        if !obstacles.is_empty() {
            return Err(Refusals(obstacles));
        }
        let deviation = deviation.act(self.id)?;
        Ok((Self { state: ActionState::Acting { started: by }, ..self }, deviation))
    }

    pub(super) fn task(&mut self, id: TaskId) -> Verdict<&mut Task> {
        self.tasks.iter_mut().find(|task| task.id == id).ok_or_else(|| refused(ACTION_TASK_NOT_FOUND))
    }

    pub(super) fn answers(&self, deviation: &Deviation) -> Verdict<()> {
        if self.deviation == deviation.id { Ok(()) } else { Err(refused(ACTION_OF_ANOTHER_DEVIATION)) }
    }

    fn unstarted(&self) -> Verdict<()> {
        match self.state {
            ActionState::Draft | ActionState::Proposed { .. } => Ok(()),
            _ => Err(refused(ACTION_STARTED)),
        }
    }

    fn proposed(&self) -> Verdict<()> {
        self.unstarted()?;
        if self.state == ActionState::Draft { Err(refused(ACTION_NOT_PROPOSED)) } else { Ok(()) }
    }

    fn asked(&self, company: CompanyId) -> Verdict<()> {
        self.proposed()?;
        if self.concerned().contains(&company) { Ok(()) } else { Err(refused(ACTION_NOT_CONCERNED)) }
    }
}

#[cfg(test)]
#[path = "action_tests.rs"]
mod tests;
