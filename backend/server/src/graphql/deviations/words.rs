//! The words of deviations and corrective action over GraphQL, one for one those of the rules.

use crate::graphql::kernel::words::words;
use concordat_domain::deviations as rules;
use juniper::GraphQLEnum;

words! {
    /// What is wrong with a figure.
    DeviationKind as rules::DeviationKind {
        /// The ended period broke its promise.
        Missed,
        /// Nobody reported for the ended period.
        NoData,
        /// The running period can no longer keep its promise.
        AtRisk,
    }

    /// Where a deviation stands.
    DeviationState of rules::State {
        /// Waits for a verdict.
        Open,
        /// Has a verdict; another may still replace it.
        Reviewed,
        /// Accepted, and companies are at work on it.
        Acting,
        /// The work is done; later periods have to prove it.
        Verifying,
        /// Settled.
        Closed,
    }
}

impl DeviationState {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Reviewed => "reviewed",
            Self::Acting => "acting",
            Self::Verifying => "verifying",
            Self::Closed => "closed",
        }
    }
}

/// What the coordination group makes of a deviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
pub enum ReviewVerdict {
    /// It is so; something has to be done.
    Accept,
    /// It is so; nothing has to be done.
    Waive,
    /// It is not so: the figures are wrong.
    Dispute,
}

/// What closed a deviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
pub enum ClosingReason {
    /// Later periods met the criterion of its corrective action.
    Verified,
    /// A waiver stood until a later period was assessed.
    Waived,
    /// The figure, assessed again, met its target.
    Cleared,
}

words! {
    /// Where a corrective action stands.
    CorrectiveActionState of rules::ActionState {
        /// Being written.
        Draft,
        /// Before the companies concerned.
        Proposed,
        /// Under way.
        Acting,
        /// Waits for the periods of its criterion.
        Verifying,
        /// Every period of its criterion met it.
        Succeeded,
        /// A period of its criterion did not meet it.
        Failed,
        /// Given up before its start.
        Withdrawn,
    }
}

impl CorrectiveActionState {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed => "proposed",
            Self::Acting => "acting",
            Self::Verifying => "verifying",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::Withdrawn => "withdrawn",
        }
    }
}

words! {
    /// Where a task stands.
    TaskState of rules::TaskState {
        /// Waits for its company's answer.
        Proposed,
        /// Its company will do it.
        Accepted,
        /// Its company will not do it.
        Declined,
        /// Its company did it.
        Done,
    }
}

/// What a company says to a proposed corrective action as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
pub enum ConsentWord {
    /// Nothing yet.
    Open,
    /// Yes.
    Consents,
    /// No.
    Objects,
}

/// What the measured value has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
pub enum CriterionMeasure {
    /// The value or less.
    AtMost,
    /// The value or more.
    AtLeast,
    /// Whatever the agreement promises for that period.
    WithinTarget,
}
