//! Tasks that are not done by their due day.

use super::task::{Task, TaskState};
use super::{Action, ActionState};
use crate::kernel::{Moment, TaskId, Zone};

impl Action {
    /// When the next task is overdue of which it was not told yet: at the end of its due day in the agreement's zone.
    /// None while the action is not under way.
    #[must_use]
    pub fn next_overdue(&self, zone: Zone) -> Option<Moment> {
        self.open_tasks().map(|task| over(task, zone)).min()
    }

    /// The action as it is told of every task that is overdue by a moment, and which tasks those are, the earliest due
    /// first.
    #[must_use]
    pub fn told_overdue(mut self, zone: Zone, now: Moment) -> (Self, Vec<TaskId>) {
        let mut late: Vec<(Moment, TaskId)> =
            self.open_tasks().map(|task| (over(task, zone), task.id)).filter(|(at, _)| *at <= now).collect();
        late.sort_unstable();
        let late: Vec<TaskId> = late.into_iter().map(|(_, id)| id).collect();
        self.overdue.extend(late.iter().copied());
        (self, late)
    }

    /// The tasks that are not done and of which nobody was told, while the action is under way.
    fn open_tasks(&self) -> impl Iterator<Item = &Task> {
        let under_way = matches!(self.state, ActionState::Acting { .. } | ActionState::Verifying { .. });
        let open = |task: &&Task| !matches!(task.state, TaskState::Done { .. }) && !self.overdue.contains(&task.id);
        self.tasks.iter().filter(move |_| under_way).filter(open)
    }
}

fn over(task: &Task, zone: Zone) -> Moment {
    let due = task.request.due;
    zone.start_of(due.succ_opt().unwrap_or(due))
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::*;
    use super::*;

    #[test]
    fn a_task_is_overdue_once_its_due_day_is_over() {
        let zone = "Europe/Vienna".parse().unwrap();
        let (action, _) = acting();
        let all = action.tasks.len();
        let due = action.next_overdue(zone).unwrap();
        assert_eq!(due.to_string(), "2026-03-31T22:00:00Z", "midnight in Vienna");
        let (same, late) = action.clone().told_overdue(zone, due.plus_seconds(-1));
        assert_eq!((same, late.len()), (action.clone(), 0));
        let (told, late) = action.told_overdue(zone, due);
        assert_eq!((late.len(), told.next_overdue(zone)), (all, None));
        assert_eq!(told.told_overdue(zone, due).1, [], "once");
        let planned = Action { state: ActionState::Draft, ..acting().0 };
        assert_eq!(planned.next_overdue(zone), None, "a plan that is not under way has no overdue task");
    }
}
