//! What waits for whoever is asking, over all of their agreements.

use super::words::InboxKind;
use crate::graphql::{
    agreements::{self, Agreement},
    boundaries, cases, deviations, escalations,
    kernel::{
        connection::{Connection, connection},
        context::Context,
        cursor::Cursor,
        errors::Answer,
        global_id::{GlobalId, Tag},
        scalar::Gql,
        types::First,
    },
};
use concordat_domain::{
    kernel::{AgreementId, Moment},
    notifications as rules,
};
use concordat_service::notifications as service;
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

    /// The global id of the agreement, deviation, corrective action, boundary, case, decision, action item, meeting or
    /// escalation that waits.
    fn subject(&self) -> ID {
        GlobalId::new(tag(self.item.kind), self.item.agreement, self.item.subject).encode()
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

fn tag(kind: rules::InboxKind) -> Tag {
    use rules::InboxKind as Kind;
    match kind {
        Kind::Signature => agreements::TAG,
        Kind::Review => deviations::DEVIATION,
        Kind::ActionConsent | Kind::TaskAnswer | Kind::Task => deviations::ACTION,
        Kind::BoundaryReview => boundaries::BOUNDARY,
        Kind::CaseOffer | Kind::PauseConsent | Kind::Dispute => cases::CASE,
        Kind::Decision => Tag(b'Z'),
        Kind::ActionItem => Tag(b'U'),
        Kind::Meeting => Tag(b'I'),
        Kind::Escalation => escalations::ESCALATION,
    }
}

type Key = (i64, u8, Uuid, String);

/// A page of what waits, the nearest deadline first.
///
/// # Errors
/// Refused for a cursor of another list; forbidden for whoever is no person.
pub fn inbox(ctx: &Context, first: First, after: Option<&Cursor>) -> Answer<Connection<InboxItem>> {
    let last: Option<Key> = after.map(Cursor::key).transpose()?;
    let all = ctx.read(service::inbox)?;
    let total = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let rest = all.into_iter().filter(|item| last.as_ref().is_none_or(|last| item.key() > *last));
    let (mut known, mut rows) = (BTreeMap::<AgreementId, Agreement>::new(), Vec::new());
    for item in rest.take(first.items() + 1) {
        let agreement = match known.get(&item.agreement) {
            Some(known) => known.clone(),
            None => known.entry(item.agreement).or_insert(Agreement::load(ctx, item.agreement)?).clone(),
        };
        rows.push(InboxItem { agreement, item });
    }
    let cursor = |row: &InboxItem| Cursor::of(&row.item.key());
    Ok(Connection::cut(rows, first.items(), after.is_some(), cursor).counted(total))
}
