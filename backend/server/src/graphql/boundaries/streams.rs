//! What happens to boundaries and findings, as it happens.

use super::{boundary::Boundary, finding::Finding};
use crate::graphql::{
    agreements::{Agreement, agreement_id},
    companies::{Company, company_id},
    events::{LOOK, Looked, following},
    identity::Person,
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        feed::Listener,
        scalar::Gql,
        types::{Instant, Long},
    },
};
use concordat_domain::{
    boundaries::FindingKey,
    kernel::{AgreementId, BoundaryId, CompanyId, Event},
};
use concordat_service::{
    agreements, boundaries,
    events::{self, EventPage},
    kernel::{Outcome, Tx},
};
use futures_util::{FutureExt as _, stream::BoxStream};
use juniper::{ID, graphql_object, graphql_subscription};

/// Something that happened to a boundary or a finding.
pub struct BoundaryEvent {
    agreement: Agreement,
    event: Event,
    boundary: Option<Boundary>,
    finding: Option<Finding>,
}

/// Something that happened to a boundary or a finding.
#[graphql_object(scalar = Gql, context = Context)]
impl BoundaryEvent {
    /// Its place in the agreement's log, from 1.
    fn number(&self) -> Long {
        Long(self.event.number)
    }

    /// What happened, such as `boundary.reviewed`, `boundary.objected`, `boundary.approved` or `finding.appeared`.
    fn kind(&self) -> &str {
        self.event.kind.name()
    }

    /// When.
    fn at(&self) -> Instant {
        self.event.at
    }

    /// Who did it; null for what was found, for the console, and for whoever may not know them.
    fn person(&self, ctx: &Context) -> Option<Person> {
        let named = self.agreement.terms().person(self.event.person?)?;
        Person::named(self.agreement.key(), named).seen(ctx)
    }

    /// For which company.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.event.company?).map(Company::from)
    }

    /// The boundary as it is now; null for a finding.
    fn boundary(&self) -> Option<&Boundary> {
        self.boundary.as_ref()
    }

    /// The finding as it is now; null for a boundary.
    fn finding(&self) -> Option<&Finding> {
        self.finding.as_ref()
    }
}

/// What can be followed of boundaries.
pub struct BoundaryStreams;

/// What can be followed of boundaries.
#[graphql_subscription(scalar = Gql, context = Context)]
impl BoundaryStreams {
    /// What happens to an agreement's boundaries and findings, as it happens: a draft was reviewed, a new gap appeared.
    /// With `company`, of boundaries only those of that company; with `after`, from that place in the log on.
    async fn boundary_events(
        ctx: &Context,
        agreement: ID,
        company: Option<ID>,
        after: Option<Long>,
    ) -> Answer<BoxStream<'static, Result<BoundaryEvent, Failure>>> {
        let (id, listener) = (agreement_id(&agreement)?, ctx.listener());
        let company = company.as_ref().map(company_id).transpose()?;
        let newest = listener.read(move |tx| events::newest_of_boundaries(tx, id)).await?;
        let from = after.map_or(newest, |Long(number)| number);
        Ok(following(listener, id, from, move |listener, after| look(listener, id, company, after).boxed()))
    }
}

async fn look(
    listener: Listener,
    id: AgreementId,
    company: Option<CompanyId>,
    after: i64,
) -> Answer<Looked<BoundaryEvent>> {
    listener
        .read(move |tx| {
            let found = events::of_boundaries(tx, id, EventPage { after, first: LOOK })?;
            let (last, full) = (found.last().map(|event| event.number), found.len() == LOOK);
            let items = if found.is_empty() { Vec::new() } else { told(tx, id, found, company)? };
            Ok(Looked { items, last, full })
        })
        .await
}

fn told(
    tx: &mut Tx<'_>,
    id: AgreementId,
    found: Vec<Event>,
    company: Option<CompanyId>,
) -> Outcome<Vec<BoundaryEvent>> {
    let agreement = Agreement::new(agreements::agreement(tx, id)?);
    let ids: Vec<BoundaryId> = found.iter().map(|event| BoundaryId(event.subject)).collect();
    let drawn = boundaries::some(tx, id, &ids)?;
    let mut items = Vec::new();
    for event in found {
        let (mut boundary, mut finding) = (None, None);
        if event.kind.noun() == "finding" {
            let followed = boundaries::finding(tx, id, FindingKey(event.subject))?;
            let known = followed.into_inner().known;
            let behind = boundaries::some(tx, id, &known.tracked.finding.boundaries)?;
            let behind: Vec<Boundary> =
                behind.into_iter().map(|view| Boundary::new(&agreement, view.into_inner())).collect();
            finding = Some(Finding::new(&agreement, known.tracked.finding.clone(), Some(known), &behind));
        } else {
            let view = drawn.iter().find(|view| view.boundary.id.0 == event.subject);
            let Some(view) = view.filter(|view| company.is_none_or(|company| view.boundary.company == company)) else {
                continue;
            };
            boundary = Some(Boundary::new(&agreement, (**view).clone()));
        }
        items.push(BoundaryEvent { agreement: agreement.clone(), event, boundary, finding });
    }
    Ok(items)
}
