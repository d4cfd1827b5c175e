//! One company's part of a corrective action.

use super::{TASK, words::TaskState};
use crate::graphql::{
    agreements::{Agreement, Decision},
    companies::Company,
    identity::Person,
    kernel::{context::Context, global_id::GlobalId, scalar::Gql, types::Date},
};
use concordat_domain::deviations as rules;
use juniper::{ID, graphql_object};

/// A task.
pub struct Task {
    agreement: Agreement,
    task: rules::Task,
}

impl Task {
    /// A task of a corrective action that the asker may see.
    #[must_use]
    pub fn new(agreement: &Agreement, task: rules::Task) -> Self {
        Self { agreement: agreement.clone(), task }
    }
}

/// One company's part of a corrective action: accepted, declined and done by that company alone.
#[graphql_object(scalar = Gql, context = Context)]
impl Task {
    /// The task's id, to answer it by.
    fn id(&self) -> ID {
        GlobalId::new(TASK, self.agreement.key(), self.task.id.0).encode()
    }

    /// The company that is asked.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.task.request.company).map(Company::from)
    }

    /// Who there answers for it; null for somebody whom the agreement names no more, and for whoever may not know them.
    fn owner(&self, ctx: &Context) -> Option<Person> {
        let named = self.agreement.terms().person(self.task.request.owner)?;
        Person::named(self.agreement.key(), named).seen(ctx)
    }

    /// What is to be done.
    fn title(&self) -> &str {
        &self.task.request.title
    }

    /// By which local day.
    fn due(&self) -> Date {
        self.task.request.due.into()
    }

    /// Where it stands.
    fn state(&self) -> TaskState {
        (&self.task.state).into()
    }

    /// Who accepted or declined it for the company; null while it is open.
    fn answered(&self) -> Option<Decision> {
        let by = match &self.task.state {
            rules::TaskState::Proposed => return None,
            rules::TaskState::Accepted { accepted } | rules::TaskState::Done { accepted, .. } => accepted,
            rules::TaskState::Declined { declined, .. } => declined,
        };
        Some(Decision::new(&self.agreement, *by))
    }

    /// Why it was declined; null unless it was.
    fn reason(&self) -> Option<&str> {
        match &self.task.state {
            rules::TaskState::Declined { reason, .. } => Some(reason),
            _ => None,
        }
    }

    /// Who reported it as done; null before.
    fn done(&self) -> Option<Decision> {
        match &self.task.state {
            rules::TaskState::Done { done, .. } => Some(Decision::new(&self.agreement, *done)),
            _ => None,
        }
    }

    /// What shows that it is done; null before.
    fn evidence(&self) -> Option<&str> {
        match &self.task.state {
            rules::TaskState::Done { evidence, .. } => Some(evidence),
            _ => None,
        }
    }
}
