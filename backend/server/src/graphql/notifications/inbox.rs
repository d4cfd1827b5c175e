//! What waits for whoever is asking, over all of their agreements.

use super::words::InboxKind;
use crate::graphql::{
    agreements::{self, Agreement},
    boundaries, cases, coordination, deviations, escalations,
    kernel::{
        connection::{Connection, connection},
        context::Context,
        cursor::Cursor,
        errors::Answer,
        global_id::{GlobalId, Tag},
        scalar::Gql,
        types::First,
    },
    satisfaction,
};
use concordat_domain::{
    kernel::{AgreementId, Moment},
    notifications as rules,
};
use concordat_service::{
    agreements as service_agreements,
    kernel::{Outcome, Tx},
    notifications as service,
};
use juniper::{ID, graphql_object};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Something that waits for whoever is asking.
#[derive(Clone)]
pub struct InboxItem {
    agreement: Agreement,
    item: rules::InboxItem,
}

connection!(InboxItem, "InboxItemConnection", "InboxItemEdge");

/// Something that waits for whoever is asking.
#[graphql_object(scalar = Gql, context = Context)]
impl InboxItem {
    /// Tells it from everything else that waits for you, as long as it waits.
    fn key(&self) -> ID {
        key_of(&self.item)
    }

    /// The agreement.
    fn agreement(&self) -> &Agreement {
        &self.agreement
    }

    /// What kind of thing it is.
    fn kind(&self) -> InboxKind {
        self.item.kind.into()
    }

    /// What it is called.
    fn title(&self) -> &str {
        &self.item.title
    }

    /// The global id of the agreement, deviation, corrective action, boundary, case, decision, action item, meeting,
    /// escalation or voice of a customer that waits.
    fn subject(&self) -> ID {
        subject_of(&self.item)
    }

    /// By when; null where there is no deadline.
    fn deadline(&self) -> Option<Moment> {
        self.item.deadline
    }

    /// Since when it waits; null where that is not known.
    fn since(&self) -> Option<Moment> {
        self.item.since
    }
}

/// A page of what waits, the nearest deadline first.
///
/// # Errors
/// Refused for a cursor of another list; forbidden for whoever is no person.
pub fn inbox(ctx: &Context, first: First, after: Option<&Cursor>) -> Answer<Connection<InboxItem>> {
    let all = ctx.read(|tx| {
        let all = service::inbox(tx)?;
        with_agreements(tx, &all)
    })?;
    page(&all, first, after)
}

type Key = (i64, u8, Uuid, String);

/// A page of all that waits.
///
/// # Errors
/// Refused for a cursor of another list.
pub(super) fn page(all: &[InboxItem], first: First, after: Option<&Cursor>) -> Answer<Connection<InboxItem>> {
    let last: Option<Key> = after.map(Cursor::key).transpose()?;
    let rest = all.iter().filter(|row| last.as_ref().is_none_or(|last| row.item.key() > *last));
    let rows = rest.take(first.items() + 1).cloned().collect();
    let page = Connection::cut(rows, first.items(), after.is_some(), |row: &InboxItem| Cursor::of(&row.item.key()));
    Ok(page.counted(i64::try_from(all.len()).unwrap_or(i64::MAX)))
}

/// What waits, each with its agreement.
///
/// # Errors
/// A fault of the database.
pub(super) fn with_agreements(tx: &mut Tx<'_>, items: &[rules::InboxItem]) -> Outcome<Vec<InboxItem>> {
    let mut known = BTreeMap::<AgreementId, Agreement>::new();
    let mut rows = Vec::with_capacity(items.len());
    for item in items {
        let agreement = match known.get(&item.agreement) {
            Some(known) => known.clone(),
            None => Agreement::new(service_agreements::agreement(tx, item.agreement)?),
        };
        known.insert(item.agreement, agreement.clone());
        rows.push(InboxItem { agreement, item: item.clone() });
    }
    Ok(rows)
}

/// By what an item is known as long as it waits.
pub(super) fn key_of(item: &rules::InboxItem) -> ID {
    ID::from(format!("{}.{}.{}", subject_of(item), item.kind as u8, item.part))
}

/// The global id of what waits.
pub(super) fn subject_of(item: &rules::InboxItem) -> ID {
    GlobalId::new(tag(item.kind), item.agreement, item.subject).encode()
}

fn tag(kind: rules::InboxKind) -> Tag {
    use rules::InboxKind as Kind;
    match kind {
        Kind::Signature => agreements::TAG,
        Kind::Review => deviations::DEVIATION,
        Kind::ActionConsent | Kind::TaskAnswer | Kind::Task => deviations::ACTION,
        Kind::BoundaryReview => boundaries::BOUNDARY,
        Kind::CaseOffer | Kind::PauseConsent | Kind::Dispute => cases::CASE,
        Kind::Decision => coordination::DECISION,
        Kind::ActionItem => coordination::ACTION_ITEM,
        Kind::Meeting | Kind::Minutes => coordination::MEETING,
        Kind::Escalation => escalations::ESCALATION,
        Kind::Voice => satisfaction::VOICE,
    }
}
