//! Every refusal of this noun.

use crate::kernel::{Code, Refusals};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $meaning:literal;)*) => {
        $($(#[$doc])* pub const $name: Code = Code::new(stringify!($name), $meaning);)*

        /// All of them.
        pub const CODES: &[Code] = &[$($name),*];
    };
}

codes! {
    /// What was stated is no statement.
    DEVIATION_STATEMENT = "A title, reason or evidence is empty, too long, or holds control characters; state it in words.";
    /// It has not begun.
    PERIOD_AHEAD = "The period has not begun; assess one that is over, or the running one.";
    /// Nothing more is decided on a closed deviation.
    DEVIATION_CLOSED = "The deviation is closed. Only new data reopen it: correct the measurements and assess the period again.";
    /// Its corrective action has started.
    DEVIATION_ACTING = "A corrective action for the deviation has started; wait until later periods have proved or disproved it.";
    /// Nobody has given it a verdict.
    DEVIATION_NOT_REVIEWED = "The deviation has no verdict yet; a coordinator has to accept it first.";
    /// Its verdict is to waive it.
    DEVIATION_WAIVED = "The deviation was waived, so nothing is done about it; review it again and accept it to act.";
    /// Its verdict is that the figures are wrong.
    DEVIATION_DISPUTED = "The deviation's figures are disputed; correct them, or review it again and accept it.";
    /// It is not what was decided on any more.
    DEVIATION_STALE = "The deviation has changed since it was read; read it again and decide on what it says now.";
    /// A company waives its own.
    DEVIATION_OWN_WAIVER = "A company cannot waive a deviation of its own figure; a coordinator of another company can.";
    /// The criterion cannot prove anything.
    ACTION_CRITERION = "The success criterion must name 1 to 24 periods, all of them after the deviation's period and before the year 2190.";
    /// It is not what was decided on any more.
    ACTION_STALE = "The corrective action has changed since it was read; read it again and decide on what it says now.";
    /// Its criterion asks for a figure that is none, or is hidden.
    ACTION_FIGURE = "The agreement has no such figure that you may see; name a KPI and scope of your scorecard.";
    /// A task for no party.
    ACTION_TASK_COMPANY = "The task's company is no party of the agreement; give the task to one.";
    /// A task that nobody there answers for.
    ACTION_TASK_OWNER = "The task's owner does not act for its company in the agreement; name somebody who does.";
    /// Its start has passed.
    ACTION_STARTED = "The corrective action has started or ended; its plan is fixed. Draft another.";
    /// It has not been proposed.
    ACTION_NOT_PROPOSED = "The corrective action is not proposed; propose it to the companies first.";
    /// It is proposed already.
    ACTION_PROPOSED = "The corrective action is proposed already.";
    /// It is not under way.
    ACTION_NOT_ACTING = "The corrective action is not under way.";
    /// Nothing to do in it.
    ACTION_WITHOUT_TASK = "The corrective action has no task; say who does what until when.";
    /// Too much to do in it.
    ACTION_TOO_MANY_TASKS = "The corrective action has 100 tasks already; split it.";
    /// No such task in it.
    ACTION_TASK_NOT_FOUND = "The corrective action has no such task.";
    /// It does not concern the company.
    ACTION_NOT_CONCERNED = "The corrective action gives the company no task and is not about its figure; its consent is not asked.";
    /// Companies have yet to consent.
    ACTION_CONSENT_MISSING = "A company concerned has not consented to the corrective action as it stands.";
    /// A company objects.
    ACTION_OBJECTED = "A company concerned objects; change the plan, or win its consent.";
    /// A company has yet to accept a task.
    ACTION_TASK_OPEN = "A task is not accepted by its company; every task must be, before the start.";
    /// It answers another deviation.
    ACTION_OF_ANOTHER_DEVIATION = "The corrective action answers another deviation.";
    /// Another company's task.
    ACTION_TASK_OF_ANOTHER = "The task belongs to another company; only that company accepts, declines or completes it.";
    /// The task has not been accepted.
    ACTION_TASK_NOT_ACCEPTED = "The task is not accepted by its company; it has to accept it first.";
    /// The task is done.
    ACTION_TASK_DONE = "The task is done already.";
    /// No date to do it by.
    ACTION_DUE = "A due date must lie between the years 1901 and 2198.";
}

/// The refusal that says what its code means.
pub(super) fn refused(code: Code) -> Refusals {
    code.refuse(code.meaning).into()
}
