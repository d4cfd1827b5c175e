//! What clients send about escalations.

use super::words::{EscalationState, EscalationTrigger};
use crate::graphql::{
    cases::case_id,
    companies::company_id,
    kernel::{context::Context, errors::Answer, inputs::inputs, scalar::Gql},
};
use concordat_service::escalations as service;
use juniper::{GraphQLInputObject, ID};

/// Which escalations are wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct EscalationFilter {
    /// In one of these states.
    state: Option<Vec<EscalationState>>,
    /// Begun by one of these.
    trigger: Option<Vec<EscalationTrigger>>,
    /// That this company is to answer, by its global id.
    company: Option<ID>,
    /// About this case, by its global id.
    case: Option<ID>,
    /// At this level or above, counted from 1.
    level: Option<i32>,
    /// Those that came to you.
    mine: Option<bool>,
}

impl EscalationFilter {
    /// The filter as the service takes it.
    ///
    /// # Errors
    /// Not found for what is no id of a company or case.
    pub fn read(&self, ctx: &Context) -> Answer<service::EscalationFilter> {
        Ok(service::EscalationFilter {
            states: self.state.as_ref().map(|all| all.iter().map(|state| state.name()).collect()),
            triggers: self.trigger.as_ref().map(|all| all.iter().map(|trigger| trigger.name()).collect()),
            company: self.company.as_ref().map(company_id).transpose()?,
            case: self.case.as_ref().map(case_id).transpose()?.map(|(_, id)| id),
            level: self.level,
            holder: ctx.actor().person().filter(|_| self.mine == Some(true)),
        })
    }
}

inputs! {
    /// Raises a matter for one's company.
    RaiseEscalationInput {
        /// The agreement, by its global id.
        agreement: ID,
        /// The case that it is about, by its global id, be it that of a case or of a customer's case.
        case: Option<ID>,
        /// The corrective action that it is about, by its global id.
        corrective_action: Option<ID>,
        /// The company that is to answer, by its global id. Without it, the one that has the case, or whose figure the
        /// action is about; of a customer's case it is always that.
        concerns: Option<ID>,
        /// What it is called.
        title: String,
        /// What there is to say about it.
        note: Option<String>,
        /// The company for which you raise it, by its global id; without it, your employer.
        company: Option<ID>,
    }
    /// Does something about an escalation.
    EscalationInput {
        /// The escalation, by its global id.
        escalation: ID,
        /// The revision that you have read.
        revision: i32,
    }
    /// Accepts the answer to an escalation that one's company raised.
    AcceptEscalationAnswerInput {
        /// The escalation, by its global id, be it that of an escalation or of a customer's.
        escalation: ID,
        /// The revision that you have read.
        revision: i32,
    }
    /// Answers an escalation.
    AnswerEscalationInput {
        /// The escalation, by its global id.
        escalation: ID,
        /// The revision that you have read.
        revision: i32,
        /// The answer to whoever raised it.
        answer: String,
    }
    /// Rejects the answer to an escalation that one's company raised, or takes that back.
    EscalationReasonInput {
        /// The escalation, by its global id, be it that of an escalation or of a customer's.
        escalation: ID,
        /// The revision that you have read.
        revision: i32,
        /// Why.
        reason: String,
    }
}
