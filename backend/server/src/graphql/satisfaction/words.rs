//! The closed words of what customers say.

use crate::graphql::kernel::{scalar::Gql, words::words};
use concordat_domain::satisfaction as rules;
use juniper::GraphQLEnum;

words! {
    /// What a customer said.
    VoiceKind as rules::VoiceKind {
        /// How the customer likes to be served.
        Preference,
        /// Where the customer wants to see things get better.
        Improvement,
    }

    /// Where it stands.
    VoiceState as rules::VoiceState {
        /// A company is still to acknowledge or answer, and has time to.
        Waiting,
        /// The same, and the time has passed.
        Overdue,
        /// Every company has acknowledged or answered.
        Heard,
        /// The customer was told what came of it.
        Closed,
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

words! {
    /// Where it stands, as the customer sees it.
    VoiceStanding of rules::Standing {
        /// It was taken down.
        Received,
        /// It is being looked at.
        InWork,
        /// The customer was told what came of it.
        Answered,
    }
}
