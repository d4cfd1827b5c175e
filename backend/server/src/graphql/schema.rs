//! The table of contents: which noun adds what to the roots, and what of its cost the schema does not tell.

use super::{
    agreements::{AgreementMutations, AgreementQueries},
    boundaries::{BoundaryMutations, BoundaryStreams, TrainingMutations},
    cases::{CaseMutations, CaseStreams},
    companies::CompanyQueries,
    coordination::{DecisionMutations, GroundMutations, MeetingMutations, MeetingStreams},
    deviations::DeviationMutations,
    escalations::{EscalationMutations, EscalationStreams},
    events::EventStreams,
    identity::{IdentityMutations, IdentityQueries},
    kernel::{
        api::Api,
        cost::Weights,
        rate::RateQueries,
        root::{Parts, TwoOwners, schema},
    },
    kpis::{CELLS, MeasurementMutations},
    node::NodeQueries,
    notifications::{FeedMutations, InboxStreams, NotificationMutations, WebhookMutations},
    satisfaction::SatisfactionMutations,
};

const WEIGHTS: Weights = Weights {
    matrices: &[("Query", "nodes", 100), ("Agreement", "scorecard", CELLS as u64)],
    works: &[
        ("Agreement", "coverage", 1_000),
        ("Agreement", "meetingPack", 200),
        ("Agreement", "commitmentFit", 100),
        ("Boundary", "wouldChange", 200),
        ("Finding", "cases", 200),
        ("Agreement", "commitmentHealth", 1_000),
        ("Agreement", "auditVerification", 2_000),
        ("Agreement", "events", 200),
        // a file may have 4 MiB
        ("Mutation", "planAgreement", 3_000),
        ("Mutation", "applyAgreement", 3_000),
    ],
    shared: &[("ScorecardCell", "kpi"), ("ScorecardCell", "company"), ("ScorecardCell", "service")],
};

/// Everything that can be asked, done and followed.
///
/// # Errors
/// Two nouns claim one field.
pub fn api() -> Result<Api, TwoOwners> {
    let query = Parts::new("Query", "What can be asked.")
        .with(&IdentityQueries)?
        .with(&CompanyQueries)?
        .with(&NodeQueries)?
        .with(&RateQueries)?
        .with(&AgreementQueries)?;
    let mutation = Parts::new("Mutation", "What can be done: each root field is one transaction.")
        .with(&IdentityMutations)?
        .with(&AgreementMutations)?
        .with(&MeasurementMutations)?
        .with(&DeviationMutations)?
        .with(&BoundaryMutations)?
        .with(&TrainingMutations)?
        .with(&CaseMutations)?
        .with(&EscalationMutations)?
        .with(&FeedMutations)?
        .with(&WebhookMutations)?
        .with(&MeetingMutations)?
        .with(&DecisionMutations)?
        .with(&NotificationMutations)?
        .with(&SatisfactionMutations)?
        .with(&GroundMutations)?;
    let subscription = Parts::new("Subscription", "What can be followed.")
        .with_streams(&EventStreams)?
        .with_streams(&BoundaryStreams)?
        .with_streams(&CaseStreams)?
        .with_streams(&EscalationStreams)?
        .with_streams(&MeetingStreams)?
        .with_streams(&InboxStreams)?;
    Ok(Api::new(schema(query, mutation, subscription), WEIGHTS))
}
