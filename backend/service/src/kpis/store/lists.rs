//! Measurements page by page, and what they were before.

use super::{
    Kept,
    measurements::{Row, kept_columns, kept_of},
};
use crate::kernel::{
    Outcome, Tx,
    db::{
        At, Key,
        tables::{measurement_revisions, measurements},
    },
};
use concordat_domain::kernel::{AgreementId, CompanyId, KpiId, Moment, ServiceId};
use diesel::prelude::*;
use std::collections::BTreeSet;

/// Which measurements are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Of these KPIs only.
    pub kpis: Option<BTreeSet<KpiId>>,
    /// Of these companies only.
    pub companies: Option<BTreeSet<CompanyId>>,
    /// For these services only.
    pub services: Option<BTreeSet<ServiceId>>,
    /// Observed at this moment or later.
    pub from: Option<Moment>,
    /// Observed before this moment.
    pub to: Option<Moment>,
}

/// The place in the list after which a page begins: when it was observed, its source, its key.
pub type After = (Moment, String, String);

/// A page of measurements, in order of observation, source and key.
pub fn listed(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    wish: &Wish,
    after: Option<&After>,
    first: i64,
) -> Outcome<Vec<Kept>> {
    use measurements::{agreement_id, company_id, kpi_id, observed_at, service_id, source, source_key};
    let mut query = measurements::table
        .filter(agreement_id.eq(Key::from(agreement)))
        .select(kept_columns!(measurements))
        .order((observed_at, source, source_key))
        .limit(first)
        .into_boxed();
    if let Some(kpis) = &wish.kpis {
        query = query.filter(kpi_id.eq_any(kpis.iter().map(|id| Key::from(*id)).collect::<Vec<_>>()));
    }
    if let Some(companies) = &wish.companies {
        query = query.filter(company_id.eq_any(companies.iter().map(|id| Key::from(*id)).collect::<Vec<_>>()));
    }
    if let Some(services) = &wish.services {
        query = query.filter(service_id.eq_any(services.iter().map(|id| Key::from(*id)).collect::<Vec<_>>()));
    }
    if let Some(from) = wish.from {
        query = query.filter(observed_at.ge(At(from)));
    }
    if let Some(to) = wish.to {
        query = query.filter(observed_at.lt(At(to)));
    }
    if let Some((at, of, key)) = after {
        let at = At(*at);
        let beyond = source.gt(of.clone()).or(source.eq(of.clone()).and(source_key.gt(key.clone())));
        query = query.filter(observed_at.ge(at)).filter(observed_at.gt(at).or(observed_at.eq(at).and(beyond)));
    }
    query.load::<Row>(tx.reading())?.into_iter().map(kept_of).collect()
}

/// The earlier values under the sources and keys of some measurements, and perhaps a few of other pairs of them.
pub fn earlier(tx: &mut Tx<'_>, agreement: AgreementId, of: &[&Kept]) -> Outcome<Vec<Kept>> {
    use measurement_revisions::{agreement_id, revision, source, source_key};
    let sources: BTreeSet<&str> = of.iter().map(|kept| kept.measurement.source.as_str()).collect();
    let keys: Vec<&str> = of.iter().map(|kept| kept.measurement.source_key.as_str()).collect();
    let rows: Vec<Row> = measurement_revisions::table
        .filter(agreement_id.eq(Key::from(agreement)))
        .filter(source.eq_any(sources.into_iter().collect::<Vec<_>>()))
        .filter(source_key.eq_any(keys))
        .select(kept_columns!(measurement_revisions))
        .order((source, source_key, revision))
        .load(tx.reading())?;
    rows.into_iter().map(kept_of).collect()
}
