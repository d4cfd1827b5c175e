//! Single measurements over GraphQL: read page by page with their earlier values, and recorded.

use super::{Kpi, words};
use crate::graphql::{
    agreements::{Agreement, Service, agreement_id},
    companies::Company,
    kernel::{
        connection::{Connection, connection},
        context::Context,
        cursor::Cursor,
        errors::{Answer, Refused},
        payload::payload,
        scalar::Gql,
        types::{Exact, First, Instant},
    },
};
use concordat_domain::kpis::{Parts, codes};
use concordat_service::kpis::{self, After, Codes, Kept, Recorded, Reported, Taken, Wish};
use juniper::{GraphQLInputObject, GraphQLObject, ID, graphql_object};
use std::sync::{Arc, OnceLock};

/// The most measurements of one mutation; an import takes any number.
const MOST: usize = 1_000;

/// A measurement that the asker may see.
#[derive(Clone)]
pub struct Measurement {
    agreement: Agreement,
    kept: Kept,
    /// The measurements of its page with, once they are asked for, what they all were before; of an earlier value,
    /// none.
    page: Option<Arc<Page>>,
}

/// What the measurements of one page share.
struct Page {
    all: Vec<Kept>,
    earlier: OnceLock<Answer<Vec<Kept>>>,
}

connection!(Measurement, "MeasurementConnection", "MeasurementEdge");

/// One fact that was reported for a KPI, a company and a service.
#[graphql_object(scalar = Gql, context = Context)]
impl Measurement {
    /// The KPI; null where the agreement no longer has it.
    fn kpi(&self) -> Option<Kpi> {
        let id = self.kept.measurement.fact.kpi;
        self.agreement.terms().kpi(id).map(|kpi| Kpi::new(self.agreement.clone(), kpi.id))
    }

    /// Whose work was measured.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.kept.measurement.fact.company).map(Company::from)
    }

    /// For which service; null where the agreement no longer has it.
    fn service(&self) -> Option<Service> {
        let id = self.kept.measurement.fact.service;
        self.agreement.terms().service(id).map(|service| Service::new(self.agreement.clone(), service.id))
    }

    /// When it was observed; decides the period.
    fn observed_at(&self) -> Instant {
        self.kept.measurement.fact.observed_at
    }

    /// The value, in the KPI's unit; null for a ratio or a count.
    fn value(&self) -> Option<Exact> {
        self.parts().value
    }

    /// The weight of a value in a mean; null where it is 1.
    fn weight(&self) -> Option<Exact> {
        self.parts().weight
    }

    /// The good ones of a ratio.
    fn good(&self) -> Option<Exact> {
        self.parts().good
    }

    /// The total of a ratio.
    fn total(&self) -> Option<Exact> {
        self.parts().total
    }

    /// The system it comes from.
    fn source(&self) -> &str {
        &self.kept.measurement.source
    }

    /// Its key there.
    fn source_key(&self) -> &str {
        &self.kept.measurement.source_key
    }

    /// Counted from 1; each correction is the next.
    fn revision(&self) -> i32 {
        self.kept.revision
    }

    /// When this value came in.
    fn recorded_at(&self) -> Instant {
        self.kept.recorded_at
    }

    /// The values that corrections replaced, the first one first.
    fn earlier(&self, ctx: &Context) -> Answer<Vec<Measurement>> {
        let Some(page) = &self.page else { return Ok(Vec::new()) };
        let read = || ctx.read(|tx| kpis::revisions(tx, self.agreement.key(), &page.all.iter().collect::<Vec<_>>()));
        let all = page.earlier.get_or_init(read).as_ref().map_err(Clone::clone)?;
        let own = |kept: &&Kept| {
            let (one, other) = (&kept.measurement, &self.kept.measurement);
            one.source == other.source && one.source_key == other.source_key
        };
        let value = |kept: &Kept| Self { agreement: self.agreement.clone(), kept: kept.clone(), page: None };
        Ok(all.iter().filter(own).map(value).collect())
    }
}

impl Measurement {
    fn parts(&self) -> Parts {
        self.kept.measurement.fact.reading.parts()
    }
}

/// Which measurements are wanted.
#[derive(Default, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct MeasurementFilter {
    /// Of these KPIs only, by code.
    kpis: Option<Vec<String>>,
    /// Of these companies only, by code.
    companies: Option<Vec<String>>,
    /// For these services only, by code.
    services: Option<Vec<String>>,
    /// Observed at this moment or later.
    from: Option<Instant>,
    /// Observed before this moment.
    to: Option<Instant>,
}

/// A page of the measurements that the asker may see, in order of observation, source and key.
///
/// # Errors
/// Forbidden for whoever may see none; refused for a cursor of another list.
pub fn page(
    ctx: &Context,
    agreement: &Agreement,
    first: First,
    after: Option<&Cursor>,
    filter: Option<MeasurementFilter>,
) -> Answer<Connection<Measurement>> {
    let last: Option<After> = after.map(Cursor::key).transpose()?;
    let MeasurementFilter { kpis, companies, services, from, to } = filter.unwrap_or_default();
    let wish = Wish { from, to, ..Wish::only(agreement.terms(), &Codes { kpis, companies, services }) };
    let rows = ctx.read(|tx| kpis::measurements(tx, agreement.key(), &wish, last.as_ref(), first.items() + 1))?;
    let page = Arc::new(Page { all: rows.clone(), earlier: OnceLock::new() });
    let row = |kept| Measurement { agreement: agreement.clone(), kept, page: Some(page.clone()) };
    let cursor = |row: &Measurement| Cursor::of(&row.kept.after());
    Ok(Connection::cut(rows.into_iter().map(row).collect(), first.items(), after.is_some(), cursor))
}

/// A measurement to be recorded. A ratio takes `good` and `total`, a count neither, every other kind a `value`.
#[derive(GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct MeasurementInput {
    /// The KPI's code.
    kpi: String,
    /// The code of the company whose work was measured.
    company: String,
    /// The service's code.
    service: String,
    /// When it was observed.
    observed_at: Instant,
    /// The value, in the KPI's unit.
    value: Option<Exact>,
    /// The weight of a value in a mean; 1 where it is left out.
    weight: Option<Exact>,
    /// The good ones of a ratio.
    good: Option<Exact>,
    /// The total of a ratio.
    total: Option<Exact>,
    /// The system it comes from.
    source: String,
    /// Its key there: the same again changes nothing, another value is a correction.
    source_key: String,
}

/// Measurements to be recorded.
#[derive(GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct RecordMeasurementsInput {
    /// The agreement's global id.
    agreement: ID,
    /// 1 to 1,000 of them; each stands or falls by itself.
    measurements: Vec<MeasurementInput>,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

/// What became of the measurements, in their order.
pub struct MeasurementsTaken(Recorded);

/// What became of a measurement.
#[derive(GraphQLObject)]
#[graphql(scalar = Gql)]
pub struct MeasurementTaken {
    /// What became of it.
    outcome: words::Taken,
    /// Why it was refused, where it was.
    refusals: Vec<Refused>,
}

/// What became of the measurements that were sent.
#[graphql_object(scalar = Gql, context = Context)]
impl MeasurementsTaken {
    /// How many are new.
    fn recorded(&self) -> i32 {
        small(self.0.counts().recorded)
    }

    /// How many replaced another value.
    fn corrected(&self) -> i32 {
        small(self.0.counts().corrected)
    }

    /// How many said what was known.
    fn unchanged(&self) -> i32 {
        small(self.0.counts().unchanged)
    }

    /// How many were refused.
    fn rejected(&self) -> i32 {
        small(self.0.counts().rejected)
    }

    /// Each of them, in the order in which they were sent.
    fn results(&self) -> Vec<MeasurementTaken> {
        self.0.taken.iter().map(MeasurementTaken::from).collect()
    }
}

fn small(count: u64) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

impl From<&Taken> for MeasurementTaken {
    fn from(taken: &Taken) -> Self {
        let (outcome, refusals) = match taken {
            Taken::Recorded => (words::Taken::Recorded, Vec::new()),
            Taken::Corrected => (words::Taken::Corrected, Vec::new()),
            Taken::Unchanged => (words::Taken::Unchanged, Vec::new()),
            Taken::Rejected(why) => (words::Taken::Rejected, why.0.iter().cloned().map(Refused::from).collect()),
        };
        Self { outcome, refusals }
    }
}

payload!(
    /// What `recordMeasurements` answers.
    RecordMeasurementsPayload {
        /// What became of each; null where nothing could be taken at all.
        taken: MeasurementsTaken
    }
);

/// What can be done with measurements.
pub struct MeasurementMutations;

/// What can be done with measurements.
#[graphql_object(scalar = Gql, context = Context)]
impl MeasurementMutations {
    /// Records measurements, with everything that is figured from them, in one transaction. For a company's own analyst
    /// and the steward.
    fn record_measurements(ctx: &Context, input: RecordMeasurementsInput) -> Answer<RecordMeasurementsPayload> {
        let id = agreement_id(&input.agreement)?;
        let count = input.measurements.len();
        if !(1..=MOST).contains(&count) {
            let message = format!("{count} measurements; send 1 to {MOST} at a time, or import them");
            let refused = codes::MEASUREMENTS_MANY.refuse_field("measurements", message);
            return RecordMeasurementsPayload::of(Err(refused.into()), input.client_mutation_id);
        }
        let reported: Vec<Reported<'_>> = input.measurements.iter().map(MeasurementInput::reported).collect();
        let done = ctx.write(id, |tx| kpis::report(tx, id, &reported)).map(MeasurementsTaken);
        RecordMeasurementsPayload::of(done, input.client_mutation_id)
    }
}

impl MeasurementInput {
    fn reported(&self) -> Reported<'_> {
        Reported {
            kpi: &self.kpi,
            company: &self.company,
            service: &self.service,
            observed_at: self.observed_at,
            parts: Parts { value: self.value, weight: self.weight, good: self.good, total: self.total },
            source: &self.source,
            source_key: &self.source_key,
        }
    }
}
