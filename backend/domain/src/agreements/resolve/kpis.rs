//! The KPIs: names resolved, facts borrowed where one reads another's, and every rule of `kpis` held against the file.

use super::Resolver;
use super::reading::shortened;
use crate::agreements::file::{At, KindWord, KpiEntry, Place};
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

    /// A KPI that reads another's facts has that one's reporters and services.
    fn borrow_facts(&mut self, kpis: &mut [(&KpiEntry, Kpi)]) {
        let bases: Vec<Kpi> = kpis.iter().map(|(_, kpi)| kpi.clone()).collect();
        for (entry, kpi) in kpis {
            let path = path_of(entry);
            let Some(named) = &entry.facts_of else {
                if kpi.source == Source::Reported && kpi.reporters.is_empty() {
                    let message = "nobody reports this KPI; name its `reporters`, or another `source`, or `facts_of`";
                    self.problems.note(entry.code.place, path, message);
                }
                continue;
            };
            let given = entry.reporters.first().map(|reporter| reporter.company.place);
            if let Some(place) = given.or(entry.services.first().map(|service| service.place)) {
                let message = "a KPI with `facts_of` has the reporters and services of that other KPI; leave them out";
                self.problems.note(place, path, message);
            } else if let Some(base) = bases.iter().find(|base| Some(base.id) == kpi.facts_of) {
                kpi.reporters.clone_from(&base.reporters);
                kpi.services.clone_from(&base.services);
                for refusal in kpi.check_facts_of(base).err().into_iter().flat_map(|refusals| refusals.0) {
                    self.problems.note(named.place, format!("{path}.facts_of"), refusal.message);
                }
            }
        }
    }

    /// Tells what the rules of KPIs refuse, at the place in the file that they speak of; what only follows from
    /// something told already is left out.
    fn check_kpi(&mut self, entry: &KpiEntry, kpi: &Kpi) {
        let path = path_of(entry);
        for refusal in kpi.check().err().into_iter().flat_map(|refusals| refusals.0) {
            let field = refusal.field.unwrap_or_default();
            let (place, label) = place_of(entry, &field);
            let path = format!("{path}.{label}");
            let borrowed = kpi.facts_of.is_some() && field.starts_with("reporters");
            let lists = [format!("{}.reporters.", path_of(entry)), format!("{}.weights.", path_of(entry))];
            let follows = self.problems.0.iter().any(|told| {
                let same = (told.line, told.column) == (place.line, place.column) && told.path.starts_with(&path);
                same || (field == "weights" && lists.iter().any(|list| told.path.starts_with(list)))
            });
            if !borrowed && !follows {
                let unweighted = self.unweighted(kpi).filter(|_| field == "weights");
                self.problems.note(place, path, unweighted.unwrap_or(refusal.message));
            }
        }
    }

    /// The companies that report but weigh nothing, by name.
    fn unweighted(&self, kpi: &Kpi) -> Option<String> {
        let missing = |id: CompanyId| kpi.weights.iter().all(|weight| weight.company != id);
        let code = |id: CompanyId| self.companies.iter().find(|(_, other)| **other == id).map(|(code, _)| *code);
        let reporters = kpi.reporters.iter().map(|reporter| reporter.company);
        let codes: Vec<&str> = reporters.filter(|id| missing(*id)).filter_map(code).collect();
        let list = codes.join(", ");
        (!codes.is_empty()).then(|| format!("the weight of {list} is missing; add it under `weights`, above 0"))
    }
}

pub(super) fn path_of(entry: &KpiEntry) -> String {
    format!("kpis.{}", shortened(&entry.code.value))
}

/// The place of a field such as `targets.0.value`, and its path with names for numbers.
fn place_of(entry: &KpiEntry, field: &str) -> (Place, String) {
    let mut parts = field.split('.');
    let list = parts.next().unwrap_or_default();
    let number = parts.next().and_then(|number| number.parse::<usize>().ok());
    let rest = parts.next();
    let found = match (list, number) {
        ("p", _) => entry.p.as_ref().map(|p| (p.place, list.to_owned())),
        ("unit", _) => Some((entry.unit.place, list.to_owned())),
        ("joint", _) => Some((entry.joint.place, list.to_owned())),
        ("facts_of", _) => entry.facts_of.as_ref().map(|code| (code.place, list.to_owned())),
        ("weights", Some(number)) => entry
            .weights
            .get(number)
            .map(|weight| (weight.weight.place, format!("weights.{}", shortened(&weight.company.value)))),
        ("weights", None) => Some((entry.joint.place, list.to_owned())),
        ("reporters", Some(number)) => entry.reporters.get(number).map(|reporter| {
            let label = format!("reporters.{}", shortened(&reporter.company.value));
            match (rest, reporter.services.first()) {
                (Some(_), Some(service)) => (service.place, label),
                _ => (reporter.company.place, label),
            }
        }),
        ("targets", Some(number)) => entry.targets.get(number).map(|target| target.place_of(rest)),
        _ => None,
    };
    found.unwrap_or_else(|| (entry.code.place, field.to_owned()))
}

/// The same KPI with its lists in the order of the document.
fn in_order(mut kpi: Kpi) -> Kpi {
    kpi.services.sort_unstable();
    kpi.reporters.sort_unstable_by_key(|reporter| reporter.company);
    kpi.weights.sort_unstable_by_key(|weight| weight.company);
    kpi.targets.sort_unstable_by_key(|target| (target.scope, target.valid_from));
    kpi
}
