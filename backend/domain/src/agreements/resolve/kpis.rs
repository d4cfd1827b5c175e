//! The KPIs, their names resolved.

use super::Resolver;
use super::reading::shortened;
use crate::agreements::file::{At, KindWord, KpiEntry};
use crate::agreements::terms::Party;
use crate::kernel::{CompanyId, Decimal, KpiId};
use crate::kpis::{Kpi, KpiKind, Reporter, Source, Weight};
use std::collections::BTreeMap;

impl Resolver<'_> {
    pub(super) fn resolve_kpis(&mut self, parties: &[Party]) -> Vec<Kpi> {
        let mut seen = BTreeMap::new();
        for entry in &self.file.kpis {
            let path = path_of(entry);
            let code = self.code(&path, &entry.code);
            let id = match self.known.previous.and_then(|terms| terms.kpi_named(&code)) {
                Some(known) => known.id,
                None => KpiId((self.ids)()),
            };
            self.new_name(&path, "KPI", &entry.code, &mut seen, id);
        }
        self.kpis = seen;
        let mut kpis: Vec<(&KpiEntry, Kpi)> = Vec::new();
        for entry in &self.file.kpis {
            let id = self.kpis.get(entry.code.value.as_str()).copied();
            let first = |id: &KpiId| kpis.iter().all(|(_, other)| other.id != *id);
            if let Some(id) = id.filter(first) {
                let kpi = self.kpi_of(id, entry, parties);
                kpis.push((entry, kpi));
            }
        }
        self.borrow_facts(&mut kpis);
        for (entry, kpi) in &kpis {
            self.check_kpi(entry, kpi);
        }
        let mut kpis: Vec<Kpi> = kpis.into_iter().map(|(_, kpi)| in_order(kpi)).collect();
        kpis.sort_by(|a, b| a.code.cmp(&b.code));
        kpis
    }

    /// A KPI that the file declares.
    pub(super) fn kpi(&mut self, path: &str, code: &At<String>) -> Option<KpiId> {
        if let Some(id) = self.kpis.get(code.value.as_str()) {
            return Some(*id);
        }
        let known: Vec<&str> = self.kpis.keys().copied().collect();
        self.dangling(path, code, "KPI", "kpis", &known);
        None
    }

    /// The KPI as the file gives it; a name that stands for nothing is noted and given an id that nobody has, so
    /// that the places in the lists stay those of the file.
    fn kpi_of(&mut self, id: KpiId, entry: &KpiEntry, parties: &[Party]) -> Kpi {
        let path = path_of(entry);
        let services = self.service_list(&format!("{path}.services"), &entry.services);
        let mut reporters = Vec::new();
        for reporter in &entry.reporters {
            let path = format!("{path}.reporters.{}", shortened(&reporter.company.value));
            let company = self.party_or_placeholder(&path, &reporter.company, parties, "cannot report in it");
            reporters.push(Reporter { company, services: self.service_list(&path, &reporter.services) });
        }
        let mut weights = Vec::new();
        for weight in &entry.weights {
            let path = format!("{path}.weights.{}", shortened(&weight.company.value));
            let company = self.party_or_placeholder(&path, &weight.company, parties, "weighs nothing in it");
            weights.push(Weight { company, weight: self.number(&path, &weight.weight).unwrap_or(Decimal::ONE) });
        }
        Kpi {
            id,
            code: entry.code.value.clone(),
            name: self.text(&format!("{path}.name"), &entry.name),
            kind: self.kind(&path, entry),
            unit: entry.unit.value,
            direction: entry.direction.value,
            joint: entry.joint.value,
            disclosure: entry.disclosure.value,
            source: entry.source.as_ref().map_or(Source::Reported, |source| source.value),
            measure: entry.measure.as_ref().map(|measure| measure.value),
            facts_of: entry.facts_of.as_ref().and_then(|code| self.kpi(&format!("{path}.facts_of"), code)),
            reporters,
            services,
            weights,
            targets: entry.targets.iter().map(|target| self.target(entry, target, parties)).collect(),
        }
    }

    fn kind(&mut self, path: &str, entry: &KpiEntry) -> KpiKind {
        let path = format!("{path}.p");
        match (entry.kind.value, &entry.p) {
            (KindWord::Quantile, Some(p)) => {
                // One half stands in for what is no number, so that nothing else is said of it.
                let half = Decimal::from_millionths(Decimal::SCALE / 2).unwrap_or_default();
                return KpiKind::Quantile(self.number(&path, p).unwrap_or(half));
            }
            (KindWord::Quantile, None) => {
                let message = "a quantile needs its `p`, above 0 and below 1, such as 0.9";
                self.problems.note(entry.kind.place, path, message);
            }
            (_, Some(p)) => self.problems.note(p.place, path, "only a quantile has a `p`; leave the key out"),
            (_, None) => {}
        }
        match entry.kind.value {
            KindWord::Ratio => KpiKind::Ratio,
            KindWord::Mean | KindWord::Quantile => KpiKind::Mean,
            KindWord::Sum => KpiKind::Sum,
            KindWord::Count => KpiKind::Count,
            KindWord::Last => KpiKind::Last,
        }
    }

    /// The company of that code, which has to be a party; otherwise an id that nobody has.
    pub(super) fn party_or_placeholder(
        &mut self,
        path: &str,
        code: &At<String>,
        parties: &[Party],
        therefore: &str,
    ) -> CompanyId {
        match self.company(path, code) {
            Some(id) if parties.iter().any(|party| party.company == id) => return id,
            Some(_) => {
                let message = format!(
                    "this company is no party of the agreement and {therefore}; add it under `parties` or name another"
                );
                self.problems.note(code.place, path, message);
            }
            None => {}
        }
        CompanyId((self.ids)())
    }
}

pub(super) fn path_of(entry: &KpiEntry) -> String {
    format!("kpis.{}", shortened(&entry.code.value))
}

/// The same KPI with its lists in the order of the document.
fn in_order(mut kpi: Kpi) -> Kpi {
    kpi.services.sort_unstable();
    kpi.reporters.sort_unstable_by_key(|reporter| reporter.company);
    kpi.weights.sort_unstable_by_key(|weight| weight.company);
    kpi.targets.sort_unstable_by_key(|target| (target.scope, target.valid_from));
    kpi
}
