//! What an event is about, by the global id with which a partner's system asks for it.

use crate::graphql::{
    agreements, boundaries, cases, coordination, deviations, escalations, kernel::global_id::GlobalId, satisfaction,
};
use concordat_domain::kernel::AgreementId;
use uuid::Uuid;

/// The global id of what an event of that kind happened to; none where it has none by which it could be asked for.
#[must_use]
pub fn subject(agreement: AgreementId, kind: &str, id: Uuid) -> Option<String> {
    let tag = match kind.split('.').next().unwrap_or_default() {
        "agreement" => agreements::TAG,
        "deviation" => deviations::DEVIATION,
        "action" => deviations::ACTION,
        "case" => cases::CASE,
        "boundary" => boundaries::BOUNDARY,
        "finding" => boundaries::FINDING,
        "meeting" | "minutes" => coordination::MEETING,
        "agenda_item" => coordination::AGENDA_ITEM,
        "decision" => coordination::DECISION,
        "item" => coordination::ACTION_ITEM,
        "voice" => satisfaction::VOICE,
        "escalation" => escalations::ESCALATION,
        "training" => boundaries::TRAINING,
        _ => return None,
    };
    Some(GlobalId::new(tag, agreement, id).encode().to_string())
}
