//! The targets of a KPI.

use super::Resolver;
use super::kpis::path_of;
use super::reading::shortened;
use crate::agreements::file::{At, KpiEntry, Place, TargetEntry};
use crate::agreements::terms::Party;
use crate::kernel::{Decimal, ServiceId};
use crate::kpis::{Scope, Target};

impl Resolver<'_> {
    /// The target as the file gives it. Without a first day it keeps the one it has had in the version before, as
    /// long as it promises the same, and otherwise begins with this version.
    pub(super) fn target(&mut self, kpi: &KpiEntry, entry: &TargetEntry, parties: &[Party]) -> Target {
        let path = format!("{}.targets.{}", path_of(kpi), entry.label());
        let scope = Scope {
            company: entry
                .company
                .as_ref()
                .map(|code| self.party_or_placeholder(&path, code, parties, "promises nothing in it")),
            service: match &entry.service {
                None => None,
                Some(code) => match self.service(&path, code) {
                    Some(service) => {
                        self.check_measured(kpi, code, &path);
                        Some(service)
                    }
                    None => Some(ServiceId((self.ids)())),
                },
            },
        };
        let value = self.number(&format!("{path}.value"), &entry.value).unwrap_or_default();
        let mut optional = |field: &str, number: &Option<_>| {
            number.as_ref().and_then(|number| self.number(&format!("{path}.{field}"), number))
        };
        let upper = optional("upper", &entry.upper);
        let warning = optional("warning", &entry.warning);
        let tolerance = optional("tolerance", &entry.tolerance).unwrap_or(Decimal::ZERO);
        let valid_from = entry.valid_from.as_ref().and_then(|day| self.day(&format!("{path}.valid_from"), day));
        let mut target = Target { scope, value, upper, warning, tolerance, valid_from: self.effective_from };
        let before = self.known.previous.and_then(|terms| terms.kpi_named(&kpi.code.value)).and_then(|known| {
            let same = |other: &&Target| Target { valid_from: target.valid_from, ..**other } == target;
            known.targets.iter().filter(same).map(|other| other.valid_from).max()
        });
        target.valid_from = valid_from.or(before).unwrap_or(self.effective_from);
        target
    }

    fn check_measured(&mut self, kpi: &KpiEntry, service: &At<String>, path: &str) {
        if !kpi.services.is_empty() && !kpi.services.iter().any(|other| other.value == service.value) {
            let message = "the KPI is not measured for this service; add it to the KPI's `services` or name another";
            self.problems.note(service.place, path, message);
        }
    }
}

impl TargetEntry {
    /// How the target is called in a path.
    pub(super) fn label(&self) -> String {
        let named = [&self.company, &self.service].into_iter().flatten();
        let label = named.map(|code| shortened(&code.value)).collect::<Vec<_>>().join("/");
        if label.is_empty() { "joint".to_owned() } else { label }
    }

    /// The place of one of its fields, and the path of it below the KPI.
    pub(super) fn place_of(&self, field: Option<&str>) -> (Place, String) {
        let label = format!("targets.{}", self.label());
        let number = match field {
            Some("upper") => self.upper.as_ref(),
            Some("warning") => self.warning.as_ref(),
            Some("tolerance") => self.tolerance.as_ref(),
            _ => Some(&self.value),
        };
        let place = number.unwrap_or(&self.value).place;
        (place, field.map_or_else(|| label.clone(), |field| format!("{label}.{field}")))
    }
}
