//! What is covered of what is demanded, and what is wrong with it.

use super::{
    Boundary, Finding, boundary_id,
    words::{FindingKind, FindingState},
};
use crate::graphql::{
    agreements::{Agreement, service_id},
    cases::CaseNeedsInput,
    companies::company_id,
    kernel::{
        connection::{Connection, connection},
        context::Context,
        cursor::Cursor,
        errors::Answer,
        scalar::Gql,
        types::{Date, First, Instant},
    },
};
use concordat_domain::{
    boundaries::{self as rules, FindingKey},
    kernel::{BoundaryId, CompanyId, ServiceId},
};
use concordat_service::boundaries::{self as service, Survey};
use juniper::{GraphQLInputObject, ID, graphql_object};
use std::sync::Arc;
use uuid::Uuid;

connection!(Finding, "FindingConnection", "FindingEdge");

/// Which findings are wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct FindingFilter {
    /// Of one of these kinds.
    kind: Option<Vec<FindingKind>>,
    /// In one of these states.
    state: Option<Vec<FindingState>>,
    /// About this service or one below it, by its global id.
    service: Option<ID>,
    /// With a boundary of this company behind it, by its global id.
    company: Option<ID>,
    /// With this boundary behind it, by its global id.
    boundary: Option<ID>,
}

/// The filter as it is applied.
struct Wanted {
    kinds: Option<Vec<rules::FindingKind>>,
    states: Option<Vec<FindingState>>,
    service: Option<ServiceId>,
    company: Option<CompanyId>,
    boundary: Option<BoundaryId>,
}

impl FindingFilter {
    fn read(&self) -> Answer<Wanted> {
        Ok(Wanted {
            kinds: self.kind.as_ref().map(|kinds| kinds.iter().map(|kind| (*kind).into()).collect()),
            states: self.state.clone(),
            service: self.service.as_ref().map(service_id).transpose()?,
            company: self.company.as_ref().map(company_id).transpose()?,
            boundary: self.boundary.as_ref().map(|id| boundary_id(id).map(|(_, id)| id)).transpose()?,
        })
    }
}

/// What is covered in the 52 weeks from a day on.
pub struct Coverage {
    agreement: Agreement,
    survey: Arc<Survey>,
}

/// Looks at the 52 weeks from a day on; from today without one.
///
/// # Errors
/// Forbidden for whoever sees no boundaries.
pub fn coverage(ctx: &Context, agreement: &Agreement, on: Option<Date>) -> Answer<Coverage> {
    let survey = ctx.read(|tx| service::survey(tx, agreement.key(), on.map(|on| on.0)))?;
    Ok(Coverage { agreement: agreement.clone(), survey: Arc::new(survey) })
}

/// What is covered of what is demanded in 52 whole weeks, worked out exactly, and what is wrong with it.
#[graphql_object(scalar = Gql, context = Context)]
impl Coverage {
    /// From when: local midnight in the agreement's zone.
    fn from(&self) -> Instant {
        self.survey.span.0
    }

    /// Until when, exclusively.
    fn until(&self) -> Instant {
        self.survey.span.1
    }

    /// What is wrong, in an order that stays.
    fn findings(
        &self,
        ctx: &Context,
        first: First,
        after: Option<Cursor>,
        filter: Option<FindingFilter>,
    ) -> Answer<Connection<Finding>> {
        page(ctx, self, first, after.as_ref(), &filter.unwrap_or_default())
    }

    /// Who covers what a case of a service needs, stretch by stretch, for `days` days from a day on: 62 at most. What is
    /// not said of the case is checked against nothing.
    fn strip(
        &self,
        ctx: &Context,
        service: ID,
        from: Date,
        days: i32,
        needs: Option<CaseNeedsInput>,
    ) -> Answer<Vec<Stretch>> {
        let (agreement, id) = (self.agreement.key(), service_id(&service)?);
        let needs = needs.as_ref().map(CaseNeedsInput::read).unwrap_or_default();
        let days = u64::try_from(days).unwrap_or(0);
        let strip = ctx.read(|tx| service::strip(tx, agreement, (id, &needs), from.0, days))?;
        let covering: Vec<BoundaryId> = strip.iter().flat_map(|it| it.covering.iter().copied()).collect();
        let boundaries = behind(ctx, &self.agreement, covering)?;
        Ok(strip.into_iter().map(|stretch| Stretch::new(stretch, &boundaries)).collect())
    }
}

/// A stretch of time in which nothing changes.
pub struct Stretch {
    stretch: rules::Stretch,
    boundaries: Vec<Boundary>,
}

impl Stretch {
    fn new(stretch: rules::Stretch, known: &[Boundary]) -> Self {
        let boundaries = known.iter().filter(|one| stretch.covering.contains(&one.key())).cloned().collect();
        Self { stretch, boundaries }
    }
}

/// A stretch of time in which who covers and whether it is demanded does not change.
#[graphql_object(scalar = Gql, context = Context, name = "CoverageStretch")]
impl Stretch {
    /// From when.
    fn from(&self) -> Instant {
        self.stretch.from
    }

    /// Until when, exclusively.
    fn until(&self) -> Instant {
        self.stretch.until
    }

    /// The boundaries that cover it.
    fn boundaries(&self) -> &[Boundary] {
        &self.boundaries
    }

    /// Whether it is demanded.
    fn demanded(&self) -> bool {
        self.stretch.demanded
    }
}

/// A page of findings, with the boundaries behind all of them read at once.
fn page(
    ctx: &Context,
    on: &Coverage,
    first: First,
    after: Option<&Cursor>,
    filter: &FindingFilter,
) -> Answer<Connection<Finding>> {
    let wanted = filter.read()?;
    let survey = &on.survey;
    let terms = on.agreement.terms();
    let below = wanted.service.map(|service| terms.services_below(service));
    let state = |key: FindingKey| {
        survey.known.get(&key).map_or(FindingState::Open, |known| FindingState::from(&known.tracked.state))
    };
    let fits = |finding: &&rules::Finding| {
        wanted.kinds.as_ref().is_none_or(|kinds| kinds.contains(&finding.kind))
            && wanted.states.as_ref().is_none_or(|states| states.contains(&state(finding.key)))
            && below.is_none_or(|below| below.contains(&finding.service))
            && wanted.boundary.is_none_or(|id| finding.boundaries.contains(&id))
    };
    let mut found: Vec<&rules::Finding> = survey.coverage.findings().iter().filter(fits).collect();
    let named: Vec<BoundaryId> = found.iter().flat_map(|one| one.boundaries.iter().copied()).collect();
    let boundaries = behind(ctx, &on.agreement, named)?;
    if let Some(company) = wanted.company {
        let own: Vec<BoundaryId> = boundaries.iter().filter(|it| it.owner() == company).map(Boundary::key).collect();
        found.retain(|finding| finding.boundaries.iter().any(|id| own.contains(id)));
    }
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let last: Option<Uuid> = after.map(Cursor::key).transpose()?;
    let from = last.and_then(|last| found.iter().position(|it| it.key.0 == last)).map_or(0, |place| place + 1);
    let some = found.into_iter().skip(from).take(first.items() + 1);
    let known = |key: FindingKey| survey.known.get(&key).cloned();
    let rows = some.map(|one| Finding::new(&on.agreement, one.clone(), known(one.key), &boundaries)).collect();
    let page = Connection::cut(rows, first.items(), after.is_some(), |row: &Finding| Cursor::of(&row.key().0));
    Ok(page.counted(total))
}

/// Some boundaries, each once, with one statement.
pub(super) fn behind(ctx: &Context, agreement: &Agreement, mut ids: Vec<BoundaryId>) -> Answer<Vec<Boundary>> {
    ids.sort_unstable();
    ids.dedup();
    let views = ctx.read(|tx| service::some(tx, agreement.key(), &ids))?;
    Ok(views.into_iter().map(|view| Boundary::new(agreement, view.into_inner())).collect())
}
