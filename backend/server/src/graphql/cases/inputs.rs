//! What clients send: filters, and one input for each verb.

use super::{
    needs::CaseNeedsInput,
    words::{CaseKind, CasePhase, PauseClaim},
};
use crate::graphql::{
    agreements::{service_id, team_id},
    companies::company_id,
    kernel::{
        errors::Answer,
        scalar::Gql,
        types::{Instant, Long},
    },
};
use concordat_service::cases as service;
use juniper::{GraphQLEnum, GraphQLInputObject, ID};

/// Which cases are wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct CaseFilter {
    /// In one of these phases.
    phase: Option<Vec<CasePhase>>,
    /// Of one of these kinds.
    kind: Option<Vec<CaseKind>>,
    /// With one of these priorities, by code.
    priority: Option<Vec<String>>,
    /// About this service, by its global id.
    service: Option<ID>,
    /// Held by this team or offered to it, by its global id.
    team: Option<ID>,
    /// In which this company took part, by its global id.
    company: Option<ID>,
    /// Brought by this customer, by its company's global id.
    customer: Option<ID>,
    /// With or without the red flag of a complaint.
    red_flag: Option<bool>,
    /// Opened at or after this moment.
    opened_from: Option<Instant>,
    /// Opened before this moment.
    opened_until: Option<Instant>,
    /// With this reference.
    reference: Option<String>,
}

impl CaseFilter {
    /// The filter as the service takes it.
    ///
    /// # Errors
    /// Not found for what is no id of a service, team or company.
    pub fn read(&self) -> Answer<service::CaseFilter> {
        Ok(service::CaseFilter {
            phases: self.phase.as_ref().map(|all| all.iter().map(|phase| (*phase).into()).collect()),
            kinds: self.kind.as_ref().map(|all| all.iter().map(|kind| (*kind).into()).collect()),
            priorities: self.priority.clone(),
            service: self.service.as_ref().map(service_id).transpose()?,
            team: self.team.as_ref().map(team_id).transpose()?.map(|(_, team)| team),
            company: self.company.as_ref().map(company_id).transpose()?,
            customers: self.customer.as_ref().map(company_id).transpose()?.map(|customer| vec![customer]),
            red_flag: self.red_flag,
            opened_from: self.opened_from,
            opened_until: self.opened_until,
            reference: self.reference.clone(),
        })
    }
}

/// A case that a customer brings.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct OpenCaseInput {
    /// The agreement's global id.
    pub agreement: ID,
    /// The global id of the contact-point team that takes it in.
    pub team: ID,
    /// The global id of the company in whose name it does.
    pub company: ID,
    /// What it is.
    pub kind: CaseKind,
    /// What it is about.
    pub title: String,
    /// The code of its priority.
    pub priority: String,
    /// The code of its service package.
    pub package: Option<String>,
    /// The global id of the service that it is about.
    pub service: ID,
    /// The global id of the company whose people brought it.
    pub customer: Option<ID>,
    /// What it needs of whoever works on it.
    pub needs: Option<CaseNeedsInput>,
    /// Comes back in the payload.
    pub client_mutation_id: Option<String>,
}

/// A case to which something happens that needs no more words.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct CaseInput {
    /// The case's global id.
    pub case: ID,
    /// The revision that you have read.
    pub revision: i32,
    /// Comes back in the payload.
    pub client_mutation_id: Option<String>,
}

/// What a case needs, as it became clear.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct SpecifyCaseInput {
    /// The case's global id.
    pub case: ID,
    /// The revision that you have read.
    pub revision: i32,
    /// What it needs; that replaces what was known.
    pub needs: CaseNeedsInput,
    /// Comes back in the payload.
    pub client_mutation_id: Option<String>,
}

/// A hand-over.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct OfferCaseInput {
    /// The case's global id.
    pub case: ID,
    /// The revision that you have read.
    pub revision: i32,
    /// The global id of the team to which it is offered.
    pub team: ID,
    /// The global id of the company that is to answer for it.
    pub company: ID,
    /// Why.
    pub reason: Option<String>,
    /// Why it goes there although it is outside the receiver's boundary, or the receiver has none; it is recorded where
    /// that is so.
    pub outside_reason: Option<String>,
    /// Comes back in the payload.
    pub client_mutation_id: Option<String>,
}

/// A hand-over that is taken on.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct AcceptCaseInput {
    /// The case's global id.
    pub case: ID,
    /// The revision that you have read.
    pub revision: i32,
    /// The global id of the company in whose name the team takes it on; without it, the one to which it was offered.
    pub company: Option<ID>,
    /// Comes back in the payload.
    pub client_mutation_id: Option<String>,
}

/// A hand-over that is refused.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct RefuseCaseInput {
    /// The case's global id.
    pub case: ID,
    /// The revision that you have read.
    pub revision: i32,
    /// Why.
    pub reason: String,
    /// The code of the boundary that is cited: one of the company's in force for the service, where it has one.
    pub boundary: Option<String>,
    /// Comes back in the payload.
    pub client_mutation_id: Option<String>,
}

/// A pause.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct PauseCaseInput {
    /// The case's global id.
    pub case: ID,
    /// The revision that you have read.
    pub revision: i32,
    /// The code of its reason.
    pub reason: String,
    /// Against whom the time is claimed, where it is not whom the reason names.
    pub against: Option<PauseClaim>,
    /// The global id of the company against which it is claimed, where it is one.
    pub company: Option<ID>,
    /// More about it.
    pub note: Option<String>,
    /// Comes back in the payload.
    pub client_mutation_id: Option<String>,
}

/// Consent to a pause.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct ConsentToPauseInput {
    /// The case's global id.
    pub case: ID,
    /// The revision that you have read.
    pub revision: i32,
    /// The global id of the company for which you speak; without it, your employer, or the first for which you can.
    pub company: Option<ID>,
    /// Comes back in the payload.
    pub client_mutation_id: Option<String>,
}

/// What was done or told.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct UpdateCaseInput {
    /// The case's global id.
    pub case: ID,
    /// The revision that you have read.
    pub revision: i32,
    /// The code of the stage to which it moves.
    pub stage: Option<String>,
    /// What was done.
    pub note: Option<String>,
    /// Whether the customer was told.
    pub told: Option<bool>,
    /// Comes back in the payload.
    pub client_mutation_id: Option<String>,
}

/// A resolution.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct ResolveCaseInput {
    /// The case's global id.
    pub case: ID,
    /// The revision that you have read.
    pub revision: i32,
    /// How it was resolved; the customer reads it.
    pub note: Option<String>,
    /// Comes back in the payload.
    pub client_mutation_id: Option<String>,
}

/// A case to which something happens for a reason.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct CaseReasonInput {
    /// The case's global id.
    pub case: ID,
    /// The revision that you have read.
    pub revision: i32,
    /// Why.
    pub reason: Option<String>,
    /// Comes back in the payload.
    pub client_mutation_id: Option<String>,
}

/// Another priority.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct ReprioritiseCaseInput {
    /// The case's global id.
    pub case: ID,
    /// The revision that you have read.
    pub revision: i32,
    /// The code of the priority.
    pub priority: String,
    /// The code of the service package, where it becomes another.
    pub package: Option<String>,
    /// Comes back in the payload.
    pub client_mutation_id: Option<String>,
}

/// A company's share of a case that several hold together.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct SwarmShareInput {
    /// The company's global id.
    pub company: ID,
    /// Its weight, from 1 to 1,000,000; only the proportions matter.
    pub weight: i32,
}

/// Several companies that hold a case together.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct SwarmCaseInput {
    /// The case's global id.
    pub case: ID,
    /// The revision that you have read.
    pub revision: i32,
    /// Who, with what share; none ends it.
    pub shares: Vec<SwarmShareInput>,
    /// Comes back in the payload.
    pub client_mutation_id: Option<String>,
}

/// A customer's word.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct RateCaseInput {
    /// The global id of the customer's case.
    pub case: ID,
    /// The revision that you have read.
    pub revision: i32,
    /// Points from 1 to 5; 4 and 5 are positive.
    pub points: i32,
    /// In words.
    pub words: Option<String>,
    /// Comes back in the payload.
    pub client_mutation_id: Option<String>,
}

/// Somebody who wins a customer back.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct RecoverCaseInput {
    /// The case's global id.
    pub case: ID,
    /// The revision that you have read.
    pub revision: i32,
    /// The global id of the person who owns it.
    pub owner: ID,
    /// The global id of the company that does it.
    pub company: ID,
    /// By when.
    pub due: Instant,
    /// Comes back in the payload.
    pub client_mutation_id: Option<String>,
}

/// A stretch of time that is attributed wrongly.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct DisputeCaseTimeInput {
    /// The case's global id.
    pub case: ID,
    /// The revision that you have read.
    pub revision: i32,
    /// The global id of the company for which you speak; without it, your employer, or the first for which you can.
    pub company: Option<ID>,
    /// From when.
    pub from: Instant,
    /// Until when.
    pub until: Instant,
    /// Why.
    pub reason: String,
    /// Comes back in the payload.
    pub client_mutation_id: Option<String>,
}

/// Where disputed time goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum DisputedTime {
    /// It stays where it was.
    Stays,
    /// To a company.
    Company,
    /// It is the customer's or an outsider's: it counts as a pause.
    Pause,
    /// To nobody: a gap of the agreement.
    Nobody,
}

/// A decision on a dispute.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct DecideCaseDisputeInput {
    /// The case's global id.
    pub case: ID,
    /// The revision that you have read.
    pub revision: i32,
    /// The global id of the company for which you speak; without it, your employer, or the first for which you can.
    pub company: Option<ID>,
    /// The number of the dispute.
    pub dispute: Long,
    /// Where the time goes.
    pub time: DisputedTime,
    /// The global id of the company to which it goes, where it goes to one.
    pub to: Option<ID>,
    /// Why.
    pub reason: String,
    /// Comes back in the payload.
    pub client_mutation_id: Option<String>,
}
