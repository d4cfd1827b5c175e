//! What clients send: a filter, and one input for each verb.

use super::words::{VoiceKind, VoiceState};
use crate::graphql::{
    companies::company_id,
    kernel::{errors::Answer, inputs::inputs, scalar::Gql},
};
use concordat_service::satisfaction as service;
use juniper::{GraphQLInputObject, ID};

/// Which of what customers said is wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct VoiceFilter {
    /// In one of these states.
    state: Option<Vec<VoiceState>>,
    /// Preferences, or areas for improvement.
    kind: Option<VoiceKind>,
    /// Of this customer, by its global id.
    customer: Option<ID>,
    /// Of which this company was asked, by its global id.
    company: Option<ID>,
}

impl VoiceFilter {
    /// The filter as the service takes it.
    ///
    /// # Errors
    /// Not found for what is no id of a company.
    pub fn read(&self) -> Answer<service::VoiceFilter> {
        let customer = self.customer.as_ref().map(company_id).transpose()?;
        Ok(service::VoiceFilter {
            states: self.state.as_ref().map(|all| all.iter().map(|state| (*state).into()).collect()),
            kind: self.kind.map(Into::into),
            customers: customer.map(|customer| vec![customer]),
            company: self.company.as_ref().map(company_id).transpose()?,
        })
    }
}

inputs! {
    /// What a customer said, to be taken down.
    RecordVoiceInput {
        /// The agreement's global id.
        agreement: ID,
        /// The global id of the company at whose contact point you take it down.
        company: ID,
        /// The customer's global id.
        customer: ID,
        /// A preference, or an area for improvement.
        kind: VoiceKind,
        /// What the customer said, in 4000 characters at most; the customer reads it.
        text: String,
        /// How that is known: a quotation, an occasion, an address; in 4000 characters at most. The customer does not read
        /// it.
        evidence: String,
        /// The global id of the customer's case in which it came up.
        case: Option<ID>,
        /// The global ids of the companies concerned: each is to acknowledge or answer.
        companies: Vec<ID>,
    }

    /// What your company says to it.
    AnswerVoiceInput {
        /// The voice's global id.
        voice: ID,
        /// The revision that you have read.
        revision: i32,
        /// For which company you speak; none: the one of yours that was asked.
        company: Option<ID>,
        /// What your company does about it, in 4000 characters at most; none: it acknowledges.
        answer: Option<String>,
    }

    /// What the customer is told in the end.
    CloseVoiceInput {
        /// The voice's global id.
        voice: ID,
        /// The revision that you have read.
        revision: i32,
        /// What came of it, in 4000 characters at most; the customer reads it.
        words: String,
    }
}
