//! Where a case may go: candidates with their reasons. A person decides.

use super::{
    checks::PassedLimit,
    needs::CaseNeedsInput,
    words::{CandidateWord, CaseKind},
};
use crate::graphql::{
    agreements::{Agreement, Team, service_id},
    companies::Company,
    kernel::{context::Context, errors::Answer, scalar::Gql, types::Instant},
};
use concordat_domain::boundaries as rules;
use concordat_service::cases::{self, NewCase, Suggested};
use juniper::{GraphQLInputObject, ID, graphql_object};

/// A case that is about to be opened.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct NewCaseInput {
    /// The global id of the service that it is about.
    service: ID,
    /// What it is.
    kind: CaseKind,
    /// The code of its priority.
    priority: String,
    /// The code of its service package.
    package: Option<String>,
    /// What it needs of whoever works on it.
    needs: Option<CaseNeedsInput>,
}

/// Where a case that is about to be opened may go.
///
/// # Errors
/// Forbidden for whoever sees no boundaries; refused where the agreement takes no cases.
pub fn routing(ctx: &Context, agreement: &Agreement, case: &NewCaseInput) -> Answer<Vec<CaseCandidate>> {
    let new = NewCase {
        kind: case.kind.into(),
        priority: case.priority.clone(),
        package: case.package.clone(),
        service: service_id(&case.service)?,
        needs: case.needs.as_ref().map(CaseNeedsInput::read).unwrap_or_default(),
    };
    let found = ctx.read(|tx| cases::route(tx, agreement.key(), &new))?;
    Ok(candidates(agreement, &found))
}

/// Candidates as they are shown.
#[must_use]
pub fn candidates(agreement: &Agreement, found: &Suggested) -> Vec<CaseCandidate> {
    let shown = |candidate: &rules::Candidate| CaseCandidate {
        agreement: agreement.clone(),
        shows_load: found.shows_load(candidate.company),
        candidate: candidate.clone(),
    };
    found.candidates.iter().map(shown).collect()
}

/// Somebody to whom a case may go.
pub struct CaseCandidate {
    agreement: Agreement,
    candidate: rules::Candidate,
    shows_load: bool,
}

/// Somebody to whom a case may go. The order is a suggestion; a person decides.
#[graphql_object(scalar = Gql, context = Context)]
impl CaseCandidate {
    /// The team; null where the agreement has it no more.
    fn team(&self) -> Option<Team> {
        let team = self.agreement.terms().team(self.candidate.team)?;
        Some(Team::new(self.agreement.clone(), team.id))
    }

    /// The company in whose name it would hold the case.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.candidate.company).map(Company::from)
    }

    /// The code of its boundary for the service; null where it has none.
    fn boundary(&self) -> Option<&str> {
        self.candidate.boundary.as_ref().map(|(_, code)| code.as_str())
    }

    /// What stands for it and against it, in the order in which it counts.
    fn reasons(&self) -> Vec<CandidateReason> {
        let seen = |reason: &&rules::Reason| self.shows_load || !matches!(reason, rules::Reason::Load(_));
        let reasons = self.candidate.reasons.iter().filter(seen);
        reasons.map(|reason| CandidateReason { reason: reason.clone(), shows_load: self.shows_load }).collect()
    }

    /// When it is next open; null where it never is.
    fn next_open_at(&self) -> Option<Instant> {
        self.candidate.next_open
    }

    /// The open cases that it holds; null where the agreement conceals them.
    fn open_cases(&self) -> Option<i32> {
        self.shows_load.then(|| whole(self.candidate.load))
    }

    /// Its support line.
    fn line(&self) -> i32 {
        self.candidate.line.into()
    }
}

/// What stands for a candidate, or against it.
pub struct CandidateReason {
    reason: rules::Reason,
    shows_load: bool,
}

/// What stands for a candidate, or against it.
#[graphql_object(scalar = Gql, context = Context)]
impl CandidateReason {
    /// What it is.
    fn kind(&self) -> CandidateWord {
        (&self.reason).into()
    }

    /// The limits of its boundary that are passed.
    fn passed(&self) -> Vec<PassedLimit> {
        match &self.reason {
            rules::Reason::Outside(passed) => passed.iter().map(|it| PassedLimit::new(it, self.shows_load)).collect(),
            _ => Vec::new(),
        }
    }

    /// When it opens, where that is to come.
    fn opens_at(&self) -> Option<Instant> {
        match self.reason {
            rules::Reason::OpensAt(at) => Some(at),
            _ => None,
        }
    }

    /// The skills that nobody in it has named.
    fn lacking(&self) -> Vec<&str> {
        match &self.reason {
            rules::Reason::Lacking(skills) => skills.iter().map(String::as_str).collect(),
            _ => Vec::new(),
        }
    }

    /// The number of its line, or of the open cases that it holds.
    fn number(&self) -> Option<i32> {
        match self.reason {
            rules::Reason::Line(line) => Some(line.into()),
            rules::Reason::Load(load) => Some(whole(load)),
            _ => None,
        }
    }
}

fn whole(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
