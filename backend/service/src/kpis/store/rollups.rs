//! Buckets of days and months in and out of their table.

use crate::kernel::{
    No, Outcome, Tx,
    db::{Db, Key, Uid, tables::rollups},
};
use chrono::NaiveDate;
use concordat_domain::{
    kernel::{AgreementId, CompanyId, KpiId, Period, PeriodKind, ServiceId},
    kpis::{Bucket, RollupRow},
};
use diesel::{
    pg::PgRowByRowLoadingMode,
    prelude::*,
    sql_types::{Array, Binary, Date, Text},
};
use std::collections::{BTreeMap, BTreeSet};

/// Where a bucket stands: its day or month, its KPI, its company and its service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The day or month.
    pub period: Period,
    /// The KPI under which the facts are kept.
    pub kpi: KpiId,
    /// Whose work was measured.
    pub company: CompanyId,
    /// For which service.
    pub service: ServiceId,
}

impl From<&RollupRow> for Place {
    fn from(row: &RollupRow) -> Self {
        Self { period: row.period, kpi: row.kpi, company: row.company, service: row.service }
    }
}

impl Place {
    /// The row that a bucket makes there.
    pub fn row(self, bucket: Bucket) -> RollupRow {
        let Self { period, kpi, company, service } = self;
        RollupRow { period, kpi, company, service, bucket }
    }
}

/// The buckets of these KPIs and companies only.
#[derive(Clone, Debug, Default)]
pub struct Among {
    /// The KPIs.
    pub kpis: BTreeSet<KpiId>,
    /// The companies.
    pub companies: BTreeSet<CompanyId>,
}

impl Among {
    /// Whether a bucket of theirs stands there.
    pub fn holds(&self, kpi: KpiId, company: CompanyId) -> bool {
        self.kpis.contains(&kpi) && self.companies.contains(&company)
    }

    pub(super) fn kpi_keys(&self) -> Vec<Key> {
        self.kpis.iter().map(|kpi| Key::from(*kpi)).collect()
    }

    pub(super) fn company_keys(&self) -> Vec<Key> {
        self.companies.iter().map(|company| Key::from(*company)).collect()
    }
}

/// How the table names a day's and a month's buckets.
fn grain(kind: PeriodKind) -> &'static str {
    if kind == PeriodKind::Day { "day" } else { "month" }
}

type Row = (NaiveDate, Key, Key, Key, Vec<u8>);

fn placed_of(kind: PeriodKind, (starts, kpi, company, service, bucket): Row) -> (Place, Vec<u8>) {
    let period = Period::of(kind, starts);
    (Place { period, kpi: kpi.into(), company: company.into(), service: service.into() }, bucket)
}

/// The places of some buckets, column by column.
#[derive(Default)]
struct Columns {
    starts: Vec<NaiveDate>,
    kpis: Vec<Key>,
    companies: Vec<Key>,
    services: Vec<Key>,
}

impl Columns {
    fn of(places: impl IntoIterator<Item = Place>) -> Self {
        let mut all = Self::default();
        for Place { period, kpi, company, service } in places {
            all.starts.push(period.first());
            all.kpis.push(kpi.into());
            all.companies.push(company.into());
            all.services.push(service.into());
        }
        all
    }

    /// Each date, KPI, company and service once.
    fn once(mut self) -> Self {
        fn once<T: Ord>(column: &mut Vec<T>) {
            column.sort_unstable();
            column.dedup();
        }
        once(&mut self.starts);
        once(&mut self.kpis);
        once(&mut self.companies);
        once(&mut self.services);
        self
    }
}

/// A statement of constant text with an agreement as `$1`, a grain as `$2` and [`Columns`] as `$3` to `$6`.
macro_rules! placed {
    ($sql:expr, $agreement:expr, $kind:expr, $columns:expr) => {
        diesel::sql_query($sql)
            .bind::<Uid, _>(Key::from($agreement))
            .bind::<Text, _>(grain($kind))
            .bind::<Array<Date>, _>($columns.starts)
            .bind::<Array<Uid>, _>($columns.kpis)
            .bind::<Array<Uid>, _>($columns.companies)
            .bind::<Array<Uid>, _>($columns.services)
    };
}

/// A day or month at a time, each by the primary key: left to itself the planner reads every bucket, where it has no
/// statistics. `OFFSET 0` keeps it from joining.
const LOAD: &str = "SELECT b.starts, b.kpi_id, b.company_id, b.service_id, b.bucket FROM unnest($3) AS d (day) \
    CROSS JOIN LATERAL (SELECT * FROM rollups r WHERE r.agreement_id = $1 AND r.grain = $2 AND r.starts = d.day \
    AND r.kpi_id = ANY ($4) AND r.company_id = ANY ($5) AND r.service_id = ANY ($6) OFFSET 0) b";
const BEGIN: &str = "INSERT INTO rollups (agreement_id, grain, starts, kpi_id, company_id, service_id, bucket) \
    SELECT $1, $2, unnest($3), unnest($4), unnest($5), unnest($6), unnest($7)";
const PUT: &str = "INSERT INTO rollups (agreement_id, grain, starts, kpi_id, company_id, service_id, bucket) \
    SELECT $1, $2, unnest($3), unnest($4), unnest($5), unnest($6), unnest($7) \
    ON CONFLICT (agreement_id, grain, starts, kpi_id, company_id, service_id) DO UPDATE SET bucket = excluded.bucket";
const DELETE: &str = "DELETE FROM rollups r USING unnest($3, $4, $5, $6) AS p (starts, kpi, company, service) \
    WHERE r.agreement_id = $1 AND r.grain = $2 AND r.starts = p.starts AND r.kpi_id = p.kpi \
    AND r.company_id = p.company AND r.service_id = p.service";

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = Date)]
    starts: NaiveDate,
    #[diesel(sql_type = Uid)]
    kpi_id: Key,
    #[diesel(sql_type = Uid)]
    company_id: Key,
    #[diesel(sql_type = Uid)]
    service_id: Key,
    #[diesel(sql_type = Binary)]
    bucket: Vec<u8>,
}

impl Named {
    fn row(self) -> Row {
        (self.starts, self.kpi_id, self.company_id, self.service_id, self.bucket)
    }
}

/// The buckets that stand at these places, all of days or all of months, in order.
pub fn load(tx: &mut Tx<'_>, agreement: AgreementId, places: &[Place]) -> Outcome<BTreeMap<Place, Bucket>> {
    let Some(kind) = places.first().map(|place| place.period.kind()) else { return Ok(BTreeMap::new()) };
    let mut all = BTreeMap::new();
    let mut take = |row: Row| {
        let (place, bucket) = placed_of(kind, row);
        if places.binary_search(&place).is_ok() {
            all.insert(place, Bucket::decode(&bucket).map_err(No::broken)?);
        }
        Outcome::Ok(())
    };
    match tx.reading() {
        Db::Postgres(native) => {
            let query = placed!(LOAD, agreement, kind, Columns::of(places.iter().copied()).once());
            for row in query.load_iter::<Named, PgRowByRowLoadingMode>(native)? {
                take(row?.row())?;
            }
        }
        Db::Sqlite(native) => {
            for place in places {
                let (kpi, company, service) = (place.kpi.into(), place.company.into(), place.service.into());
                let key = (Key::from(agreement), grain(kind), place.period.first(), kpi, company, service);
                // not `first`: a bound LIMIT makes SQLite prepare the statement anew each time
                let bucket = rollups::table.find(key).select(rollups::bucket).get_result(native).optional()?;
                if let Some(bucket) = bucket {
                    take((place.period.first(), kpi, company, service, bucket))?;
                }
            }
        }
    }
    Ok(all)
}

/// Puts buckets where none stands, all of days or all of months.
pub fn begin(tx: &mut Tx<'_>, agreement: AgreementId, rows: &[(Place, Vec<u8>)]) -> Outcome<()> {
    keep(tx, agreement, rows, BEGIN)
}

/// Puts buckets in the place of others, all of days or all of months.
pub fn put(tx: &mut Tx<'_>, agreement: AgreementId, rows: &[(Place, Vec<u8>)]) -> Outcome<()> {
    keep(tx, agreement, rows, PUT)
}

/// `sql` is for `PostgreSQL` only; on `SQLite` one statement does for both.
fn keep(tx: &mut Tx<'_>, agreement: AgreementId, rows: &[(Place, Vec<u8>)], sql: &'static str) -> Outcome<()> {
    let Some(kind) = rows.first().map(|(place, _)| place.period.kind()) else { return Ok(()) };
    match tx.changing()? {
        Db::Postgres(native) => {
            let columns = Columns::of(rows.iter().map(|(place, _)| *place));
            let buckets: Vec<&[u8]> = rows.iter().map(|(_, bucket)| bucket.as_slice()).collect();
            placed!(sql, agreement, kind, columns).bind::<Array<Binary>, _>(buckets).execute(native)?;
        }
        Db::Sqlite(native) => {
            for (place, bucket) in rows {
                let row = (
                    rollups::agreement_id.eq(Key::from(agreement)),
                    rollups::grain.eq(grain(kind)),
                    rollups::starts.eq(place.period.first()),
                    rollups::kpi_id.eq(Key::from(place.kpi)),
                    rollups::company_id.eq(Key::from(place.company)),
                    rollups::service_id.eq(Key::from(place.service)),
                    rollups::bucket.eq(bucket),
                );
                diesel::replace_into(rollups::table).values(row).execute(native)?;
            }
        }
    }
    Ok(())
}

/// Removes the buckets at these places, all of days or all of months.
pub fn delete(tx: &mut Tx<'_>, agreement: AgreementId, places: &[Place]) -> Outcome<()> {
    let Some(kind) = places.first().map(|place| place.period.kind()) else { return Ok(()) };
    match tx.changing()? {
        Db::Postgres(native) => {
            placed!(DELETE, agreement, kind, Columns::of(places.iter().copied())).execute(native)?;
        }
        Db::Sqlite(native) => {
            for place in places {
                let (kpi, company, service) = (place.kpi.into(), place.company.into(), place.service.into());
                let key: (Key, &str, NaiveDate, Key, Key, Key) =
                    (agreement.into(), grain(kind), place.period.first(), kpi, company, service);
                diesel::delete(rollups::table.find(key)).execute(native)?;
            }
        }
    }
    Ok(())
}

/// The buckets of one kind that begin on a date, up to and with another, in order of place and as they are written.
pub fn range(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    kind: PeriodKind,
    (first, last): (NaiveDate, NaiveDate),
    among: Option<&Among>,
) -> Outcome<Vec<(Place, Vec<u8>)>> {
    use rollups::{agreement_id, bucket, company_id, kpi_id, service_id, starts};
    let mut query = rollups::table
        .filter(agreement_id.eq(Key::from(agreement)).and(rollups::grain.eq(grain(kind))))
        .filter(starts.between(first, last))
        .select((starts, kpi_id, company_id, service_id, bucket))
        .order((starts, kpi_id, company_id, service_id))
        .into_boxed();
    if let Some(among) = among {
        query = query.filter(kpi_id.eq_any(among.kpi_keys())).filter(company_id.eq_any(among.company_keys()));
    }
    let rows: Vec<Row> = query.load(tx.reading())?;
    Ok(rows.into_iter().map(|row| placed_of(kind, row)).collect())
}

/// The first dates of an agreement's first and last bucket of one kind.
pub fn span(tx: &mut Tx<'_>, agreement: AgreementId, kind: PeriodKind) -> Outcome<Option<(NaiveDate, NaiveDate)>> {
    use rollups::{agreement_id, starts};
    let own = || rollups::table.filter(agreement_id.eq(Key::from(agreement))).select(starts);
    let own = || own().filter(rollups::grain.eq(grain(kind)));
    let first: Option<NaiveDate> = own().order(starts.asc()).first(tx.reading()).optional()?;
    let last: Option<NaiveDate> = own().order(starts.desc()).first(tx.reading()).optional()?;
    Ok(first.zip(last))
}
