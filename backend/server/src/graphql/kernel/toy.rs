//! A small schema with everything the kernel cares about: pages, a matrix that writes itself, shared look-ups, errors.

use super::{
    api::Api,
    connection::{Connection, connection},
    context::Context,
    cost::Weights,
    cursor::Cursor,
    errors::{Answer, Failure},
    feed::EventFeed,
    leaf::{Leaf, Part, Written},
    root::{Parts, TwoOwners, schema},
    scalar::Gql,
    types::{First, Long},
    writer::{write_integer, write_scalar, write_text},
};
use concordat_domain::{access::Actor, kernel::Moment};
use concordat_service::kernel::{Database, SeededChance, SetClock, Settings};
use futures_util::stream::{self, BoxStream, StreamExt as _};
use juniper::{
    ArcStr, ExecutionResult, Executor, ToScalarValue as _, graphql_interface, graphql_object, graphql_subscription,
};
use std::{sync::Arc, time::Duration};

/// Something with a name.
#[graphql_interface(scalar = Gql, context = Context, for = [Cell, Kpi], enum = NamedValue)]
pub struct Named {
    /// Its name.
    name: String,
}

/// A KPI.
#[derive(Clone, Debug)]
pub struct Kpi {
    number: i32,
}

#[graphql_object(scalar = Gql, context = Context, impl = NamedValue)]
impl Kpi {
    /// Its number.
    fn number(&self) -> i32 {
        self.number
    }

    /// Its name.
    fn name(&self) -> String {
        format!("KPI \"{}\"\n", self.number)
    }

    /// Fails for the KPI with the number 3.
    fn sometimes(&self) -> Answer<Option<i32>> {
        if self.number == 3 { Err(Failure::NOT_FOUND) } else { Ok(Some(self.number)) }
    }

    /// KPIs near it.
    fn near(&self, first: First) -> Connection<Kpi> {
        page(first, None)
    }
}
connection!(Kpi, "KpiConnection", "KpiEdge");

fn page(first: First, after: Option<Cursor>) -> Connection<Kpi> {
    let start = after.as_ref().and_then(|after| after.key::<i32>().ok()).map_or(0, |last| last + 1);
    let rows = (start..250).take(first.items() + 1).map(|number| Kpi { number }).collect();
    Connection::cut(rows, first.items(), after.is_some(), |kpi| Cursor::of(&kpi.number)).counted(250)
}

/// A cell of a matrix.
#[derive(Clone, Debug)]
pub struct Cell {
    place: i32,
}

#[graphql_object(scalar = Gql, context = Context, impl = NamedValue)]
impl Cell {
    /// Its name.
    fn name(&self) -> String {
        format!("cell\t{}", self.place)
    }

    /// A long count.
    fn count(&self) -> Long {
        Long(i64::from(self.place) << 33)
    }

    /// A moment, in some cells.
    fn at(&self) -> Option<Moment> {
        (self.place % 3 > 0).then(|| Moment::from_micros(i64::from(self.place) * 1_000_003).unwrap())
    }

    /// A float.
    fn share(&self) -> f64 {
        f64::from(self.place) / 7.0
    }

    /// Its KPI.
    fn kpi(&self) -> Kpi {
        Kpi { number: self.place % 4 }
    }

    /// Another KPI, in some cells.
    fn other(&self) -> Option<Kpi> {
        (self.place % 5 > 1).then_some(Kpi { number: self.place % 5 })
    }
}

#[derive(Clone, Copy)]
pub enum CellField {
    Name,
    Count,
    At,
    Share,
    Kpi,
    Other,
}

impl Written for Cell {
    type Field = CellField;

    fn part(name: &str) -> Option<Part<CellField>> {
        Some(match name {
            "name" => Part::Own(CellField::Name),
            "count" => Part::Own(CellField::Count),
            "at" => Part::Own(CellField::At),
            "share" => Part::Own(CellField::Share),
            "kpi" => Part::Shared(CellField::Kpi),
            "other" => Part::Shared(CellField::Other),
            _ => return None,
        })
    }

    fn write(&self, field: CellField, context: &Context, out: &mut Vec<u8>) {
        match field {
            CellField::Name => write_text(out, &self.name()),
            CellField::Count => write_integer(out, self.count().0),
            CellField::At => match self.at() {
                Some(at) => write_scalar(out, &at.to_scalar_value()),
                None => out.extend_from_slice(b"null"),
            },
            CellField::Share => super::writer::write_float(out, self.share()),
            CellField::Kpi | CellField::Other => unreachable!("a shared field of {:?}", context.actor()),
        }
    }

    fn shared(&self, field: CellField) -> Option<usize> {
        match field {
            CellField::Other => self.other().map(|kpi| usize::try_from(kpi.number).unwrap()),
            _ => Some(usize::try_from(self.kpi().number).unwrap()),
        }
    }

    fn resolve_shared(&self, field: CellField, executor: &Executor<'_, '_, Context, Gql>) -> ExecutionResult<Gql> {
        let kpi = if matches!(field, CellField::Other) { self.other() } else { Some(self.kpi()) };
        executor.resolve_with_ctx(&(), &kpi)
    }
}

/// Root fields of one noun.
pub struct KpiQueries;

#[graphql_object(scalar = Gql, context = Context)]
impl KpiQueries {
    /// KPIs, page by page.
    fn kpis(first: First, after: Option<Cursor>) -> Connection<Kpi> {
        page(first, after)
    }

    /// KPIs, ten unless told.
    fn some(#[graphql(default = First::of(10))] first: First) -> Connection<Kpi> {
        page(first, None)
    }

    /// A KPI that nobody may see.
    fn hidden() -> Answer<Option<Kpi>> {
        Err(Failure::NOT_FOUND)
    }
}

/// Root fields of another noun.
pub struct CellQueries;

#[graphql_object(scalar = Gql, context = Context)]
impl CellQueries {
    /// A matrix.
    fn matrix() -> Leaf<Cell> {
        Leaf((0..23).map(|place| Cell { place }).collect())
    }

    /// A text that many answers share.
    fn motto() -> ArcStr {
        "agree, measure, mend".into()
    }

    /// Lists without pages.
    fn listed() -> Vec<Kpi> {
        vec![]
    }
}

/// Changes.
pub struct KpiMutations;

#[graphql_object(scalar = Gql, context = Context)]
impl KpiMutations {
    /// Renames nothing.
    fn rename(name: String) -> String {
        name
    }
}

/// Sources of events.
pub struct KpiStreams;

#[graphql_subscription(scalar = Gql, context = Context)]
impl KpiStreams {
    /// Counts to `to`.
    async fn counted(to: i32) -> BoxStream<'static, Kpi> {
        stream::iter(0..to).map(|number| Kpi { number }).boxed()
    }

    /// Is hidden from everybody.
    async fn refused() -> Answer<BoxStream<'static, i32>> {
        Err(Failure::NOT_FOUND)
    }
}

const WEIGHTS: Weights =
    Weights { matrices: &[("Query", "matrix", 2_880)], works: &[], shared: &[("Cell", "kpi"), ("Cell", "other")] };

/// The toy's API.
pub fn toy() -> Api {
    fn composed() -> Result<Api, TwoOwners> {
        let query = Parts::new("Query", "What can be asked.").with(&KpiQueries)?.with(&CellQueries)?;
        let mutation = Parts::new("Mutation", "What can be told.").with(&KpiMutations)?;
        let subscription = Parts::new("Subscription", "What can be listened to.").with_streams(&KpiStreams)?;
        Ok(Api::new(schema(query, mutation, subscription), WEIGHTS))
    }
    composed().unwrap()
}

/// A context on a database that nobody asks.
pub fn context() -> Context {
    let clock = Arc::new(SetClock::at(Moment::from_micros(0).unwrap()));
    let url = "sqlite:nobody-asks-this-database.db".parse().unwrap();
    let settings = Settings { url, connections: 1, wait: Duration::from_secs(1) };
    let database = Database::open(&settings, clock.clone(), Arc::new(SeededChance::new(1, clock))).unwrap();
    let feed = EventFeed::of(&database);
    Context::operation(database, Arc::new(Actor::anonymous()), feed)
}
