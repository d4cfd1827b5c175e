//! Demands: the service, calendar and names of each, and how much is expected.

use super::Resolver;
use super::reading::shortened;
use crate::agreements::file::{At, DemandEntry, ForecastEntry, Number};
use crate::boundaries::{Answer, Demand, Forecast};
use crate::kernel::{Decimal, ServiceId};
use std::collections::{BTreeMap, BTreeSet};

impl Resolver<'_> {
    pub(super) fn resolve_demands(&mut self) -> Vec<Demand> {
        let mut seen = BTreeMap::new();
        let mut demands = Vec::new();
        for entry in &self.file.demands {
            let path = format!("demands.{}", shortened(&entry.code.value));
            let demand = self.demand(&path, entry);
            if self.new_name(&path, "demand", &entry.code, &mut seen, ()) {
                demands.push(demand);
            }
        }
        demands.sort_by(|a, b| a.code.cmp(&b.code));
        demands
    }

    fn demand(&mut self, path: &str, entry: &DemandEntry) -> Demand {
        Demand {
            code: self.code(path, &entry.code),
            service: self.service_or_placeholder(&format!("{path}.service"), &entry.service),
            calendar: self.calendar(&format!("{path}.calendar"), &entry.calendar),
            regions: self.name_set(&format!("{path}.regions"), &entry.regions),
            languages: self.name_set(&format!("{path}.languages"), &entry.languages),
            products: self.name_set(&format!("{path}.products"), &entry.products),
            skills: self.name_set(&format!("{path}.skills"), &entry.skills),
            forecast: entry.forecast.as_ref().map(|it| self.forecast(&format!("{path}.forecast"), it)),
        }
    }

    fn forecast(&mut self, path: &str, entry: &ForecastEntry) -> Forecast {
        if let (Some(answer), None) = (&entry.answer, &entry.handling) {
            let message = "how many people this takes follows from how long a case occupies them; add `handling`";
            self.problems.note(answer.place, format!("{path}.answer"), message);
        }
        Forecast {
            cases: self.count(&format!("{path}.cases"), &entry.cases),
            per: entry.per.value,
            handling: entry.handling.as_ref().map(|it| self.length(&format!("{path}.handling"), it, 1)),
            answer: entry.answer.as_ref().map(|it| Answer {
                share: self.share(&format!("{path}.answer.share"), &it.value.share),
                within: self.length(&format!("{path}.answer.within"), &it.value.within, 0),
            }),
        }
    }

    fn share(&mut self, path: &str, share: &At<Number>) -> Decimal {
        let number = self.number(path, share);
        if number.is_some_and(|number| number <= Decimal::ZERO || number >= Decimal::ONE) {
            self.problems.note(share.place, path, "this is a share of the cases; write more than 0 and less than 1");
        }
        number.unwrap_or_default()
    }

    /// The service that the file declares under that code; one that stands for nothing when there is none.
    pub(super) fn service_or_placeholder(&mut self, path: &str, code: &At<String>) -> ServiceId {
        self.service(path, code).unwrap_or_else(|| ServiceId((self.ids)()))
    }

    /// How many: a whole number from 1 on.
    pub(super) fn count(&mut self, path: &str, number: &At<Number>) -> u32 {
        let count = number.value.0.parse::<u32>().ok().filter(|count| *count > 0);
        count.unwrap_or_else(|| {
            self.problems.note(
                number.place,
                path,
                format!("this is a count; write a whole number from 1 to {}", u32::MAX),
            );
            1
        })
    }

    /// Names, each once.
    pub(super) fn name_set(&mut self, path: &str, names: &[At<String>]) -> BTreeSet<String> {
        let mut set = BTreeSet::new();
        for name in names {
            let text = self.text(path, name);
            let told = format!("`{}` is given twice; keep one of them", shortened(&text));
            if !set.insert(text) {
                self.problems.note(name.place, path, told);
            }
        }
        set
    }
}
