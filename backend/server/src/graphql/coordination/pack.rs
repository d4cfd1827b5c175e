//! The pack of a meeting: what was known of each matter when it began, and what is known now.

use super::{
    agenda::{AgendaItem, AgendaSnapshot},
    meeting_id,
};
use crate::graphql::{
    agreements::Agreement,
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        scalar::Gql,
    },
};
use concordat_service::coordination::{self, PackItem};
use juniper::{ID, graphql_object};

/// A matter of a pack.
pub struct PackMatter {
    agreement: Agreement,
    known: PackItem,
}

/// A matter of an agenda with what was known of it, and what is known now.
#[graphql_object(scalar = Gql, context = Context)]
impl PackMatter {
    /// The matter.
    fn item(&self) -> AgendaItem {
        AgendaItem::new(&self.agreement, self.known.view.clone())
    }

    /// What was known of it when the meeting began, and stays so; before that, what is known now. Null for what stands for
    /// itself.
    fn then(&self) -> Option<AgendaSnapshot> {
        self.known.then.clone().map(AgendaSnapshot::from)
    }

    /// What is known of it now, where that is something else: a later correction, or what became of it.
    fn now(&self) -> Option<AgendaSnapshot> {
        self.known.now.clone().map(AgendaSnapshot::from)
    }
}

/// The agenda of a meeting of an agreement, as far as the asker sees it, in its order.
///
/// # Errors
/// Not found for whoever may not see the meeting.
pub fn pack(ctx: &Context, agreement: &Agreement, meeting: &ID) -> Answer<Vec<PackMatter>> {
    let (of, id) = meeting_id(meeting)?;
    if of != agreement.key() {
        return Err(Failure::NOT_FOUND);
    }
    let (_, pack) = ctx.read(|tx| coordination::pack(tx, of, id))?;
    Ok(pack.items.into_iter().map(|known| PackMatter { agreement: agreement.clone(), known }).collect())
}
