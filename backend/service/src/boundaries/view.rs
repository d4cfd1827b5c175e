//! Boundaries as an actor may see them: all parties see every one, and each belongs to its company.

use super::store::{self, boundaries::BoundaryView};
use crate::kernel::{Noun, Outcome, Tx};
use concordat_domain::{
    access::{Place, Verb},
    kernel::{AgreementId, BoundaryId},
};

impl Noun for BoundaryView {
    type Id = (AgreementId, BoundaryId);

    fn load(tx: &mut Tx<'_>, (agreement, id): Self::Id) -> Outcome<Option<Self>> {
        store::boundaries::load(tx, agreement, id)
    }

    fn place(&self) -> Place {
        Place::owned(self.boundary.agreement, self.boundary.company)
    }

    fn view(&self) -> Verb {
        Verb::BoundaryView
    }
}
