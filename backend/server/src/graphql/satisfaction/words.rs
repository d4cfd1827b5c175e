//! The closed words of what customers say.

use crate::graphql::kernel::scalar::Gql;
use concordat_domain::satisfaction as rules;
use juniper::GraphQLEnum;

/// What a customer said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum VoiceKind {
    /// How the customer likes to be served.
    Preference,
    /// Where the customer wants to see things get better.
    Improvement,
}

impl From<rules::VoiceKind> for VoiceKind {
    fn from(word: rules::VoiceKind) -> Self {
        match word {
            rules::VoiceKind::Preference => Self::Preference,
            rules::VoiceKind::Improvement => Self::Improvement,
        }
    }
}

impl From<VoiceKind> for rules::VoiceKind {
    fn from(word: VoiceKind) -> Self {
        match word {
            VoiceKind::Preference => Self::Preference,
            VoiceKind::Improvement => Self::Improvement,
        }
    }
}

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum VoiceState {
    /// A company is still to acknowledge or answer, and has time to.
    Waiting,
    /// The same, and the time has passed.
    Overdue,
    /// Every company has acknowledged or answered.
    Heard,
    /// The customer was told what came of it.
    Closed,
}

impl From<rules::VoiceState> for VoiceState {
    fn from(word: rules::VoiceState) -> Self {
        match word {
            rules::VoiceState::Waiting => Self::Waiting,
            rules::VoiceState::Overdue => Self::Overdue,
            rules::VoiceState::Heard => Self::Heard,
            rules::VoiceState::Closed => Self::Closed,
        }
    }
}

impl From<VoiceState> for rules::VoiceState {
    fn from(word: VoiceState) -> Self {
        match word {
            VoiceState::Waiting => Self::Waiting,
            VoiceState::Overdue => Self::Overdue,
            VoiceState::Heard => Self::Heard,
            VoiceState::Closed => Self::Closed,
        }
    }
}

/// What a company says to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum VoiceWord {
    /// It has taken notice.
    Acknowledged,
    /// It says what it does about it.
    Answered,
}

/// Where it stands, as the customer sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum VoiceStanding {
    /// It was taken down.
    Received,
    /// It is being looked at.
    InWork,
    /// The customer was told what came of it.
    Answered,
}

impl From<rules::Standing> for VoiceStanding {
    fn from(word: rules::Standing) -> Self {
        match word {
            rules::Standing::Received => Self::Received,
            rules::Standing::InWork => Self::InWork,
            rules::Standing::Answered => Self::Answered,
        }
    }
}
