//! The rules of KPIs held against the file: facts borrowed where one reads another's, and every refusal told at the
//! place that it speaks of.

use super::Resolver;
use super::kpis::path_of;
use super::reading::shortened;
use crate::agreements::file::{KpiEntry, Place};
use crate::kernel::CompanyId;
use crate::kpis::{Kpi, Source};

impl Resolver<'_> {
    /// A KPI that reads another's facts has that one's reporters and services.
    pub(super) fn borrow_facts(&mut self, kpis: &mut [(&KpiEntry, Kpi)]) {
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
    pub(super) fn check_kpi(&mut self, entry: &KpiEntry, kpi: &Kpi) {
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

/// The place of a field such as `targets.0.value`, and its path with names for numbers.
fn place_of(entry: &KpiEntry, field: &str) -> (Place, String) {
    let mut parts = field.split('.');
    let list = parts.next().unwrap_or_default();
    let number = parts.next().and_then(|number| number.parse::<usize>().ok());
    let rest = parts.next();
    let found = match (list, number) {
        ("p", _) => entry.p.as_ref().map(|p| (p.place, list.to_owned())),
        ("measure", _) => entry
            .measure
            .as_ref()
            .map(|it| it.place)
            .or(entry.source.as_ref().map(|it| it.place))
            .map(|place| (place, list.to_owned())),
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
