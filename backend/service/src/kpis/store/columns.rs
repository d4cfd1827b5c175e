//! Many facts as columns for `PostgreSQL`, one as a row for `SQLite`.

use super::{
    Kept,
    measurements::{Numbers, Row},
};
use crate::kernel::db::{
    At, Instant, Key, Uid,
    tables::{measurement_revisions, measurements},
};
use concordat_domain::{kernel::AgreementId, kpis::Measurement};
use diesel::{
    prelude::*,
    sql_types::{BigInt, Integer, Nullable, Text},
};

/// Facts, column by column.
#[derive(Default)]
pub(super) struct Columns<'a> {
    pub(super) sources: Vec<&'a str>,
    pub(super) source_keys: Vec<&'a str>,
    pub(super) kpis: Vec<Key>,
    pub(super) companies: Vec<Key>,
    pub(super) services: Vec<Key>,
    pub(super) observed: Vec<At>,
    pub(super) values: Vec<Option<i64>>,
    pub(super) goods: Vec<Option<i64>>,
    pub(super) totals: Vec<Option<i64>>,
    pub(super) weights: Vec<Option<i64>>,
    pub(super) revisions: Vec<i32>,
    pub(super) recorded: Vec<At>,
}

impl<'a> Columns<'a> {
    pub(super) fn of(rows: &'a [Kept]) -> Self {
        let mut all = Self::default();
        for kept in rows {
            let Measurement { fact, source, source_key } = &kept.measurement;
            let (value, good, total, weight) = numbers(&kept.measurement);
            all.sources.push(source);
            all.source_keys.push(source_key);
            all.kpis.push(fact.kpi.into());
            all.companies.push(fact.company.into());
            all.services.push(fact.service.into());
            all.observed.push(fact.observed_at.into());
            all.values.push(value);
            all.goods.push(good);
            all.totals.push(total);
            all.weights.push(weight);
            all.revisions.push(kept.revision);
            all.recorded.push(kept.recorded_at.into());
        }
        // `unnest` fills a shorter column up with nulls
        for column in [&mut all.values, &mut all.goods, &mut all.totals, &mut all.weights] {
            if column.iter().all(Option::is_none) {
                column.clear();
            }
        }
        all
    }
}

/// A statement of constant text with an agreement as `$1` and [`Columns`] as `$2` to `$13`.
macro_rules! bound {
    ($sql:expr, $agreement:expr, $columns:expr) => {{
        use diesel::sql_types::{Array, BigInt, Integer, Nullable, Text};
        use $crate::kernel::db::{Instant, Key, Uid};
        diesel::sql_query($sql)
            .bind::<Uid, _>(Key::from($agreement))
            .bind::<Array<Text>, _>($columns.sources)
            .bind::<Array<Text>, _>($columns.source_keys)
            .bind::<Array<Uid>, _>($columns.kpis)
            .bind::<Array<Uid>, _>($columns.companies)
            .bind::<Array<Uid>, _>($columns.services)
            .bind::<Array<Instant>, _>($columns.observed)
            .bind::<Array<Nullable<BigInt>>, _>($columns.values)
            .bind::<Array<Nullable<BigInt>>, _>($columns.goods)
            .bind::<Array<Nullable<BigInt>>, _>($columns.totals)
            .bind::<Array<Nullable<BigInt>>, _>($columns.weights)
            .bind::<Array<Integer>, _>($columns.revisions)
            .bind::<Array<Instant>, _>($columns.recorded)
    }};
}
pub(super) use bound;

fn numbers(measurement: &Measurement) -> Numbers {
    let parts = measurement.fact.reading.parts();
    let [value, good, total, weight] =
        [parts.value, parts.good, parts.total, parts.weight].map(|part| part.map(|number| number.millionths()));
    (value, good, total, weight)
}

/// A fact as it stands.
#[derive(Insertable)]
#[diesel(table_name = measurements, treat_none_as_default_value = false)]
pub(super) struct Current<'a> {
    agreement_id: Key,
    source: &'a str,
    source_key: &'a str,
    kpi_id: Key,
    company_id: Key,
    service_id: Key,
    observed_at: At,
    value: Option<i64>,
    good: Option<i64>,
    total: Option<i64>,
    weight: Option<i64>,
    revision: i32,
    recorded_at: At,
}

/// A fact as it stood before it was corrected.
#[derive(Insertable)]
#[diesel(table_name = measurement_revisions, treat_none_as_default_value = false)]
pub(super) struct Earlier<'a> {
    agreement_id: Key,
    source: &'a str,
    source_key: &'a str,
    kpi_id: Key,
    company_id: Key,
    service_id: Key,
    observed_at: At,
    value: Option<i64>,
    good: Option<i64>,
    total: Option<i64>,
    weight: Option<i64>,
    revision: i32,
    recorded_at: At,
}

macro_rules! row_of {
    ($row:ident) => {
        impl<'a> $row<'a> {
            pub(super) fn of(agreement: AgreementId, kept: &'a Kept) -> Self {
                let Measurement { fact, source, source_key } = &kept.measurement;
                let (value, good, total, weight) = numbers(&kept.measurement);
                Self {
                    agreement_id: agreement.into(),
                    source,
                    source_key,
                    kpi_id: fact.kpi.into(),
                    company_id: fact.company.into(),
                    service_id: fact.service.into(),
                    observed_at: fact.observed_at.into(),
                    value,
                    good,
                    total,
                    weight,
                    revision: kept.revision,
                    recorded_at: kept.recorded_at.into(),
                }
            }
        }
    };
}
row_of!(Current);
row_of!(Earlier);

/// A fact by the names of its columns, for statements of constant text.
#[derive(QueryableByName)]
pub(super) struct Named {
    #[diesel(sql_type = Text)]
    source: String,
    #[diesel(sql_type = Text)]
    source_key: String,
    #[diesel(sql_type = Uid)]
    kpi_id: Key,
    #[diesel(sql_type = Uid)]
    company_id: Key,
    #[diesel(sql_type = Uid)]
    service_id: Key,
    #[diesel(sql_type = Instant)]
    observed_at: At,
    #[diesel(sql_type = Nullable<BigInt>)]
    value: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    good: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    total: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    weight: Option<i64>,
    #[diesel(sql_type = Integer)]
    revision: i32,
    #[diesel(sql_type = Instant)]
    recorded_at: At,
}

impl Named {
    pub(super) fn row(self) -> Row {
        let numbers = (self.value, self.good, self.total, self.weight);
        let fact = (self.kpi_id, self.company_id, self.service_id, self.observed_at, numbers);
        (self.source, self.source_key, fact, self.revision, self.recorded_at)
    }
}
