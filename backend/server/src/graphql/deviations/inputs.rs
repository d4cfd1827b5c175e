//! What clients send: filters, criteria, tasks, and one input for each verb.

use super::words::{CorrectiveActionState, CriterionMeasure, DeviationKind, DeviationState, ReviewVerdict};
use crate::graphql::{
    agreements,
    companies::company_id,
    identity,
    kernel::{
        errors::{Answer, Failure},
        global_id::{GlobalId, Tag},
        inputs::inputs,
        scalar::Gql,
        types::{Date, Exact, Period},
    },
    kpis::{self, PeriodKind},
};
use concordat_domain::{
    deviations::{self as rules, Measure, codes},
    kernel::{CompanyId, KpiId, PersonId, ServiceId},
    kpis::Scope,
};
use concordat_service::deviations as service;
use juniper::{GraphQLInputObject, ID};
use uuid::Uuid;

/// Which deviations are wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct DeviationFilter {
    /// In one of these states.
    state: Option<Vec<DeviationState>>,
    /// Of one of these kinds.
    kind: Option<Vec<DeviationKind>>,
    /// Of this KPI, by its global id.
    kpi: Option<ID>,
    /// Of this company's figures, by its global id.
    company: Option<ID>,
    /// Of this period.
    period: Option<Period>,
}

impl DeviationFilter {
    /// The filter as the service takes it.
    ///
    /// # Errors
    /// Not found for what is no id of a KPI or company.
    pub fn read(&self) -> Answer<service::DeviationFilter> {
        Ok(service::DeviationFilter {
            states: self.state.as_ref().map(|all| all.iter().map(|state| state.name()).collect()),
            kinds: self.kind.as_ref().map(|all| all.iter().map(|kind| (*kind).into()).collect()),
            kpi: self.kpi.as_ref().map(|id| own(kpis::TAG, id).map(KpiId)).transpose()?,
            company: self.company.as_ref().map(company_id).transpose()?,
            period: self.period,
        })
    }
}

/// Which corrective actions are wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct CorrectiveActionFilter {
    /// In one of these states.
    state: Option<Vec<CorrectiveActionState>>,
    /// With a task of this company, by its global id.
    company: Option<ID>,
    /// In answer to this deviation, by its global id.
    deviation: Option<ID>,
}

impl CorrectiveActionFilter {
    /// The filter as the service takes it.
    ///
    /// # Errors
    /// Not found for what is no id of a company or deviation.
    pub fn read(&self) -> Answer<service::ActionFilter> {
        Ok(service::ActionFilter {
            states: self.state.as_ref().map(|all| all.iter().map(|state| state.name()).collect()),
            company: self.company.as_ref().map(company_id).transpose()?,
            deviation: self.deviation.as_ref().map(super::deviation_id).transpose()?.map(|(_, id)| id),
        })
    }
}

/// How it will be known that a corrective action worked.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct CriterionInput {
    /// The global id of the KPI that will show it; a figure that you may see.
    kpi: ID,
    /// The global id of the company whose figure it is; none for the joint figure.
    company: Option<ID>,
    /// The global id of the service whose figure it is; none for all services.
    service: Option<ID>,
    /// What the value has to be.
    measure: CriterionMeasure,
    /// The edge, in the KPI's unit; none with `WITHIN_TARGET`.
    value: Option<Exact>,
    /// How long each period is.
    every: PeriodKind,
    /// The first period is the first that begins on this local day or later: after the deviation's period.
    after: Date,
    /// How many periods in a row have to meet it, 1 to 24.
    periods: i32,
}

impl CriterionInput {
    /// The criterion as the rules take it.
    ///
    /// # Errors
    /// Not found for what is no id; `ACTION_CRITERION` for an edge too many or too few.
    pub fn read(&self) -> Answer<rules::Criterion> {
        let company = self.company.as_ref().map(company_id).transpose()?;
        let service = self.service.as_ref().map(|id| own(agreements::SERVICE, id).map(ServiceId)).transpose()?;
        let edge = |message: &str| Failure::from(codes::ACTION_CRITERION.refuse_field("criterion.value", message));
        let measure = match (self.measure, self.value) {
            (CriterionMeasure::AtMost, Some(value)) => Measure::AtMost { value },
            (CriterionMeasure::AtLeast, Some(value)) => Measure::AtLeast { value },
            (CriterionMeasure::WithinTarget, None) => Measure::WithinTarget,
            (CriterionMeasure::WithinTarget, Some(_)) => return Err(edge("the target of each period is the edge")),
            (_, None) => return Err(edge("name the value that has to be reached")),
        };
        Ok(rules::Criterion {
            kpi: KpiId(own(kpis::TAG, &self.kpi)?),
            scope: Scope { company, service },
            measure,
            every: self.every.into(),
            after: self.after.0,
            periods: u32::try_from(self.periods).unwrap_or(0),
        })
    }
}

/// What a company is asked to do.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct TaskInput {
    /// In a change: the id of the task that is to become this; none adds a task.
    id: Option<ID>,
    /// The global id of the company, a party of the agreement.
    company: ID,
    /// The global id of the person who answers for it there.
    owner: ID,
    /// What is to be done, in 200 characters at most.
    title: String,
    /// By which local day.
    due: Date,
}

impl TaskInput {
    /// The task that is to become another, if there is one, and what is asked.
    ///
    /// # Errors
    /// Not found for what is no id.
    pub fn read(&self) -> Answer<(Option<concordat_domain::kernel::TaskId>, rules::Request)> {
        let id = self.id.as_ref().map(super::task_id).transpose()?;
        let company: CompanyId = company_id(&self.company)?;
        let owner = PersonId(own(identity::PERSON, &self.owner)?);
        Ok((id, rules::Request { company, owner, title: self.title.clone(), due: self.due.0 }))
    }
}

fn own(tag: Tag, id: &ID) -> Answer<Uuid> {
    GlobalId::decode_as(tag, id).map(|id| id.own).ok_or(Failure::NOT_FOUND)
}

inputs! {
    /// A period to be assessed.
    AssessPeriodInput {
        /// The agreement's global id.
        agreement: ID,
        /// The period, over or running.
        period: Period,
    }
    /// A verdict on a deviation.
    ReviewDeviationInput {
        /// The deviation's global id.
        deviation: ID,
        /// The revision that you have read.
        revision: i32,
        /// The verdict.
        verdict: ReviewVerdict,
        /// Why, in 4000 characters at most: required to waive or dispute, not kept for an acceptance.
        reason: Option<String>,
        /// The global id of the company for which you speak, where you coordinate for several.
        company: Option<ID>,
    }
    /// A corrective action to be drafted.
    PlanCorrectiveActionInput {
        /// The global id of the deviation that it answers.
        deviation: ID,
        /// The revision of the deviation that you have read.
        revision: i32,
        /// What it is called, in 200 characters at most.
        title: String,
        /// How it will be known that it worked.
        criterion: CriterionInput,
        /// Who is asked to do what until when; 100 at most.
        tasks: Vec<TaskInput>,
    }
    /// What is to become another in a plan; what is not said stays.
    ChangeCorrectiveActionInput {
        /// The corrective action's global id.
        corrective_action: ID,
        /// The revision that you have read.
        revision: i32,
        /// What it is called.
        title: Option<String>,
        /// How it will be known that it worked.
        criterion: Option<CriterionInput>,
        /// Tasks to add, and those there are that ask for something else now.
        tasks: Option<Vec<TaskInput>>,
        /// The ids of tasks to take out.
        drop_tasks: Option<Vec<ID>>,
    }
    /// A corrective action to be proposed or started.
    CorrectiveActionInput {
        /// The corrective action's global id.
        corrective_action: ID,
        /// The revision that you have read.
        revision: i32,
    }
    /// A company's consent.
    ConsentInput {
        /// The corrective action's global id.
        corrective_action: ID,
        /// The revision that you have read.
        revision: i32,
        /// The global id of the company that consents, where you coordinate for several that it concerns.
        company: Option<ID>,
    }
    /// A company's objection.
    ObjectInput {
        /// The corrective action's global id.
        corrective_action: ID,
        /// The revision that you have read.
        revision: i32,
        /// Why, in 4000 characters at most.
        reason: String,
        /// The global id of the company that objects, where you coordinate for several that it concerns.
        company: Option<ID>,
    }
    /// A task to be accepted.
    AcceptTaskInput {
        /// The corrective action's global id.
        corrective_action: ID,
        /// The revision of the corrective action that you have read.
        revision: i32,
        /// The task's id.
        task: ID,
    }
    /// A task to be declined.
    DeclineTaskInput {
        /// The corrective action's global id.
        corrective_action: ID,
        /// The revision of the corrective action that you have read.
        revision: i32,
        /// The task's id.
        task: ID,
        /// Why, in 4000 characters at most.
        reason: String,
    }
    /// A task that is done.
    CompleteTaskInput {
        /// The corrective action's global id.
        corrective_action: ID,
        /// The revision of the corrective action that you have read.
        revision: i32,
        /// The task's id.
        task: ID,
        /// What shows that it is done, in 4000 characters at most.
        evidence: String,
    }
    /// A plan to be given up.
    WithdrawCorrectiveActionInput {
        /// The corrective action's global id.
        corrective_action: ID,
        /// The revision that you have read.
        revision: i32,
        /// Why, in 4000 characters at most.
        reason: String,
    }
}
