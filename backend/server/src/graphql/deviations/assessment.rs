//! That a period was assessed.

use super::ASSESSMENT;
use crate::graphql::{
    agreements::Agreement,
    kernel::{
        context::Context,
        global_id::GlobalId,
        scalar::Gql,
        types::{Instant, Period},
    },
};
use concordat_service::deviations::Held;
use juniper::{ID, graphql_object};

/// An assessment of a period.
#[derive(Clone)]
pub struct Assessment {
    agreement: Agreement,
    held: Held,
}

impl Assessment {
    /// An assessment of an agreement that the asker may see.
    #[must_use]
    pub fn new(agreement: &Agreement, held: Held) -> Self {
        Self { agreement: agreement.clone(), held }
    }

    /// Which.
    #[must_use]
    pub fn key(&self) -> uuid::Uuid {
        self.held.id.0
    }
}

/// That a period was assessed. With the first assessment after its end a period's figures are frozen: later corrections
/// stand beside them.
#[graphql_object(scalar = Gql, context = Context)]
impl Assessment {
    /// The assessment's id.
    fn id(&self) -> ID {
        GlobalId::new(ASSESSMENT, self.agreement.key(), self.held.id.0).encode()
    }

    /// The agreement.
    fn agreement(&self) -> &Agreement {
        &self.agreement
    }

    /// The period.
    fn period(&self) -> Period {
        self.held.period
    }

    /// Whether the period was over. Of a running one nothing is frozen; it can only show a risk.
    fn ended(&self) -> bool {
        self.held.ended
    }

    /// When.
    fn at(&self) -> Instant {
        self.held.at
    }
}
