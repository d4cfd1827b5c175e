//! The agenda of a meeting that begins: what is known of each matter is kept as it was seen.

use super::store;
use crate::kernel::{No, Outcome, Tx};
use concordat_domain::coordination::{AgendaItem, Meeting, codes};
use serde_json::json;

/// Freezes the agenda of a meeting that begins now.
pub(super) fn freeze(tx: &mut Tx<'_>, meeting: &Meeting) -> Outcome<()> {
    for view in store::agenda::of(tx, meeting.agreement, &[meeting.id])? {
        let snapshot = json!({ "matter": view.item.matter, "at": tx.now() });
        let item = AgendaItem { snapshot: Some(snapshot), ..view.item };
        if !store::agenda::save(tx, &item, view.revision)? {
            return Err(No::Refused(codes::AGENDA_ITEM_STALE.refuse(codes::AGENDA_ITEM_STALE.meaning).into()));
        }
    }
    Ok(())
}
