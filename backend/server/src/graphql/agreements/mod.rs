//! Agreements over GraphQL.

mod calendar;
mod decision;
mod escalation;
mod ground;
mod group;
mod group_words;
mod handling;
mod object;
mod team;
mod terms;
mod verbs;
mod version;
mod words;

pub use calendar::Calendar;
pub use decision::Decision;
pub use escalation::EscalationPath;
pub use ground::{AlignmentAspect, VocabularyWord};
pub use group::{Cadence, GROUP, Group, Member, group};
pub use group_words::{
    AgendaSection, AlignmentArea, DecisionRule, GroupRole, HealthSign, ManagementLevel, MeetingForm, MeetingTemplate,
    OnHoliday, Quorum, WordKind,
};
pub use handling::CaseHandling;
pub use object::Agreement;
pub use team::{TEAM, Team, team, team_id};
pub use terms::{COMMITMENT, Commitment, Party, SERVICE, Service, commitment, service, service_id};
pub use verbs::{AgreementMutations, Change};
pub use version::{Signature, Version};
pub use words::{CaseDisclosure, CaseKind, CasePhase, ClockMeasure, PauseClaim, ReopenPolicy};

use super::kernel::{
    connection::Connection,
    context::Context,
    cursor::Cursor,
    errors::{Answer, Failure},
    global_id::{GlobalId, Tag},
    scalar::Gql,
    types::First,
};
use crate::graphql::kernel::connection::connection;
use concordat_domain::kernel::AgreementId;
use concordat_service::agreements;
use juniper::{ID, graphql_object};

/// The tag of agreements' global ids.
pub const TAG: Tag = Tag(b'A');

connection!(Agreement, "AgreementConnection", "AgreementEdge");

/// Reads the id of an agreement that a client sent.
///
/// # Errors
/// Not found for what is no agreement's id.
pub fn agreement_id(id: &ID) -> Answer<AgreementId> {
    GlobalId::decode_as(TAG, id).map(|id| id.agreement).ok_or(Failure::NOT_FOUND)
}

/// The agreement behind a global id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn node(ctx: &Context, id: GlobalId) -> Answer<Agreement> {
    Agreement::load(ctx, id.agreement)
}

/// What can be asked about agreements.
pub struct AgreementQueries;

/// What can be asked about agreements.
#[graphql_object(scalar = Gql, context = Context)]
impl AgreementQueries {
    /// The agreement with this code; null where there is none, or none that you may see.
    fn agreement(ctx: &Context, code: String) -> Answer<Option<Agreement>> {
        match ctx.read(|tx| agreements::by_code(tx, &code)) {
            Ok(view) => Ok(Some(Agreement::new(view))),
            Err(failure) if failure == Failure::NOT_FOUND => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    /// Your agreements, by code.
    fn agreements(ctx: &Context, first: First, after: Option<Cursor>) -> Answer<Connection<Agreement>> {
        let last: Option<String> = after.as_ref().map(Cursor::key).transpose()?;
        let views = ctx.read(|tx| agreements::list(tx, last.as_deref(), first.items()))?;
        let rows = views.into_iter().map(Agreement::new).collect();
        Ok(Connection::cut(rows, first.items(), after.is_some(), |row: &Agreement| Cursor::of(row.code_text())))
    }
}
