//! Facts in and out of their table, many at a time.

use super::{
    Among,
    columns::{Columns, Current, Earlier, Named, bound},
};
use crate::kernel::{
    No, Outcome, Tx,
    db::{
        At, Db, Key, Uid,
        tables::{measurement_revisions, measurements},
    },
};
use concordat_domain::{
    kernel::{AgreementId, Decimal, Moment},
    kpis::{Fact, Measurement, Parts, Reading},
};
use diesel::{
    connection::DefaultLoadingMode,
    pg::PgRowByRowLoadingMode,
    prelude::*,
    sql_types::{Array, Text},
};

/// A measurement as it stands, or as it once stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What was reported.
    pub measurement: Measurement,
    /// Counted from 1; each correction is the next.
    pub revision: i32,
    /// When it came in.
    pub recorded_at: Moment,
}

/// Value, good, total and weight, in millionths.
pub(super) type Numbers = (Option<i64>, Option<i64>, Option<i64>, Option<i64>);
/// A fact with its origin, its revision and when it came in.
pub(super) type Row = (String, String, FactRow, i32, At);
type FactRow = (Key, Key, Key, At, Numbers);

/// The columns of [`Row`] in a table of measurements or of their revisions.
macro_rules! kept_columns {
    ($table:ident) => {{
        use $table::*;
        (
            source,
            source_key,
            (kpi_id, company_id, service_id, observed_at, (value, good, total, weight)),
            revision,
            recorded_at,
        )
    }};
}
pub(super) use kept_columns;

pub(super) fn kept_of((source, source_key, fact, revision, recorded_at): Row) -> Outcome<Kept> {
    let measurement = Measurement { fact: fact_of(fact)?, source, source_key };
    Ok(Kept { measurement, revision, recorded_at: recorded_at.into() })
}

fn fact_of((kpi, company, service, at, numbers): FactRow) -> Outcome<Fact> {
    let read = |number: Option<i64>| number.map(Decimal::from_millionths).transpose().map_err(No::broken);
    let (value, good, total, weight) = numbers;
    let parts = Parts { value: read(value)?, good: read(good)?, total: read(total)?, weight: read(weight)? };
    let reading = Reading::kept(parts);
    Ok(Fact { kpi: kpi.into(), company: company.into(), service: service.into(), observed_at: at.into(), reading })
}

/// The arrays side by side, as the rows that they are.
macro_rules! into_table {
    ($table:literal, $rest:literal) => {
        concat!(
            "INSERT INTO ",
            $table,
            " (agreement_id, source, source_key, kpi_id, company_id, service_id, observed_at, value, good, total, weight, ",
            "revision, recorded_at) SELECT $1, unnest($2), unnest($3), unnest($4), unnest($5), unnest($6), unnest($7), ",
            "unnest($8), unnest($9), unnest($10), unnest($11), unnest($12), unnest($13)",
            $rest
        )
    };
}

const ADD: &str = into_table!("measurements", "");
const REPLACE: &str = into_table!(
    "measurements",
    " ON CONFLICT (agreement_id, source, source_key) DO UPDATE SET kpi_id = excluded.kpi_id, \
     company_id = excluded.company_id, service_id = excluded.service_id, observed_at = excluded.observed_at, \
     value = excluded.value, good = excluded.good, total = excluded.total, weight = excluded.weight, \
     revision = excluded.revision, recorded_at = excluded.recorded_at"
);
const SUPERSEDE: &str = into_table!("measurement_revisions", "");

/// Adds measurements under sources and keys of which none is known.
pub fn add(tx: &mut Tx<'_>, agreement: AgreementId, rows: &[Kept]) -> Outcome<()> {
    match tx.changing()? {
        Db::Postgres(native) => {
            let columns = Columns::of(rows);
            bound!(ADD, agreement, columns).execute(native)?;
        }
        Db::Sqlite(native) => {
            for kept in rows {
                diesel::insert_into(measurements::table).values(Current::of(agreement, kept)).execute(native)?;
            }
        }
    }
    Ok(())
}

/// A key at a time, each by the primary key: left to itself the planner reads every fact for a batch of keys, where it
/// has no statistics. `OFFSET 0` keeps it from joining.
const KEPT: &str = "SELECT m.source, m.source_key, m.kpi_id, m.company_id, m.service_id, m.observed_at, m.value, \
    m.good, m.total, m.weight, m.revision, m.recorded_at FROM unnest($2, $3) AS n (source, key) CROSS JOIN LATERAL \
    (SELECT * FROM measurements f WHERE f.agreement_id = $1 AND f.source = n.source AND f.source_key = n.key OFFSET 0) m";

/// What stands under these sources and keys, which come in order; in no order.
pub fn kept(tx: &mut Tx<'_>, agreement: AgreementId, origins: &[(&str, &str)]) -> Outcome<Vec<Kept>> {
    let id = Key::from(agreement);
    if !any_between(tx, id, origins)? {
        return Ok(Vec::new());
    }
    let rows: Vec<Row> = match tx.reading() {
        Db::Postgres(native) => {
            let (sources, keys): (Vec<&str>, Vec<&str>) = origins.iter().copied().unzip();
            diesel::sql_query(KEPT)
                .bind::<Uid, _>(id)
                .bind::<Array<Text>, _>(sources)
                .bind::<Array<Text>, _>(keys)
                .load::<Named>(native)?
                .into_iter()
                .map(Named::row)
                .collect()
        }
        Db::Sqlite(native) => {
            let mut rows = Vec::with_capacity(origins.len());
            for (source, key) in origins {
                let one = measurements::table.find((id, source, key)).select(kept_columns!(measurements));
                // not `first`: a bound LIMIT makes SQLite prepare the statement anew each time
                rows.extend(one.get_result::<Row>(native).optional()?);
            }
            rows
        }
    };
    rows.into_iter().map(kept_of).collect()
}

/// Whether something may stand from the first of these up to the last: a file's keys mostly go up, and nothing has to
/// be looked for where nothing is. Of several sources it may.
fn any_between(tx: &mut Tx<'_>, agreement: Key, origins: &[(&str, &str)]) -> Outcome<bool> {
    use measurements::{agreement_id, source, source_key};
    let Some(((from, first), (to, last))) = origins.first().copied().zip(origins.last().copied()) else {
        return Ok(false);
    };
    if from != to {
        return Ok(true);
    }
    let between = measurements::table
        .filter(agreement_id.eq(agreement).and(source.eq(from)))
        .filter(source_key.ge(first).and(source_key.le(last)));
    Ok(diesel::select(diesel::dsl::exists(between)).get_result(tx.reading())?)
}

/// Puts corrected measurements in the place of what stands under their sources and keys.
pub fn replace(tx: &mut Tx<'_>, agreement: AgreementId, rows: &[Kept]) -> Outcome<()> {
    match tx.changing()? {
        Db::Postgres(native) => {
            let columns = Columns::of(rows);
            bound!(REPLACE, agreement, columns).execute(native)?;
        }
        Db::Sqlite(native) => {
            for kept in rows {
                diesel::replace_into(measurements::table).values(Current::of(agreement, kept)).execute(native)?;
            }
        }
    }
    Ok(())
}

/// Keeps what was corrected, as it stood.
pub fn supersede(tx: &mut Tx<'_>, agreement: AgreementId, rows: &[Kept]) -> Outcome<()> {
    match tx.changing()? {
        Db::Postgres(native) => {
            let columns = Columns::of(rows);
            bound!(SUPERSEDE, agreement, columns).execute(native)?;
        }
        Db::Sqlite(native) => {
            for kept in rows {
                let insert = diesel::insert_into(measurement_revisions::table);
                insert.values(Earlier::of(agreement, kept)).execute(native)?;
            }
        }
    }
    Ok(())
}

/// Those facts of an agreement that were observed from a moment up to another, on one backend.
macro_rules! observed {
    ($backend:ty, $agreement:expr, $from:expr, $to:expr, $among:expr) => {{
        use measurements::*;
        let query = table
            .filter(agreement_id.eq(Key::from($agreement)))
            .filter(observed_at.ge(At($from)).and(observed_at.lt(At($to))))
            .select((kpi_id, company_id, service_id, observed_at, (value, good, total, weight)))
            .into_boxed::<$backend>();
        match $among {
            Some(among) => {
                query.filter(kpi_id.eq_any(among.kpi_keys())).filter(company_id.eq_any(among.company_keys()))
            }
            None => query,
        }
    }};
}

/// Hands over every fact observed from a moment up to another, one by one, in no order and without holding them.
pub fn each_fact(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    (from, to): (Moment, Moment),
    among: Option<&Among>,
    mut take: impl FnMut(&Fact),
) -> Outcome<()> {
    match tx.reading() {
        Db::Postgres(native) => {
            let query = observed!(diesel::pg::Pg, agreement, from, to, among);
            for row in query.load_iter::<FactRow, PgRowByRowLoadingMode>(native)? {
                take(&fact_of(row?)?);
            }
        }
        Db::Sqlite(native) => {
            let query = observed!(diesel::sqlite::Sqlite, agreement, from, to, among);
            for row in query.load_iter::<FactRow, DefaultLoadingMode>(native)? {
                take(&fact_of(row?)?);
            }
        }
    }
    Ok(())
}

/// When the first and the last fact of an agreement were observed.
pub fn observed_between(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Option<(Moment, Moment)>> {
    use measurements::{agreement_id, observed_at};
    let own = || measurements::table.filter(agreement_id.eq(Key::from(agreement)));
    let first: Option<At> = own().select(observed_at).order(observed_at.asc()).first(tx.reading()).optional()?;
    let last: Option<At> = own().select(observed_at).order(observed_at.desc()).first(tx.reading()).optional()?;
    Ok(first.zip(last).map(|(first, last)| (first.into(), last.into())))
}
