//! The terms as an agreement file again: applied, it changes nothing.

use super::export_groups::health_entry;
use super::{CommittedBy, Service, Terms};
use crate::agreements::BoundaryInFile;
use crate::agreements::file::{
    AgreementEntry, AgreementFile, At, CommitmentEntry, CompanyEntry, Day, GrantEntry, KindWord, KpiEntry, Length,
    Number, PartyEntry, PersonEntry, ReporterEntry, ServiceEntry, TargetEntry, WeightEntry,
};
use crate::kernel::{CompanyId, Decimal, KpiId, ServiceId, Span};
use crate::kpis::{Kpi, KpiKind, Source, Target};
use chrono::NaiveDate;
use std::collections::BTreeSet;

impl Terms {
    /// The agreement file that says the same, in YAML, with those of the boundaries whose names these terms know.
    ///
    /// # Errors
    /// Only what the YAML writer itself refuses, which no terms bring about.
    pub fn export(&self, boundaries: &[BoundaryInFile]) -> Result<String, serde_saphyr::SerializeError> {
        let known = boundaries.iter().filter(|boundary| self.knows(boundary));
        let boundaries = known.map(|boundary| self.boundary_entry(boundary)).collect();
        serde_saphyr::to_string(&AgreementFile { boundaries, ..self.file() })
    }

    /// The agreement file that says the same, without boundaries.
    #[must_use]
    pub fn file(&self) -> AgreementFile {
        AgreementFile {
            agreement: AgreementEntry {
                code: text(&self.code),
                name: text(&self.name),
                zone: text(self.zone.name()),
                effective_from: day(self.effective_from),
            },
            companies: self
                .companies
                .iter()
                .map(|it| CompanyEntry { code: text(&it.code), name: text(&it.name), kind: At::nowhere(it.kind) })
                .collect(),
            parties: self
                .parties
                .iter()
                .map(|it| PartyEntry {
                    company: self.company_text(it.company),
                    bound_through: it.bound_through.map(|through| self.company_text(through)),
                    joins: Some(day(it.joins)),
                    leaves: it.leaves.map(day),
                })
                .collect(),
            people: self.people_entries(),
            services: self.services.iter().filter(|it| it.parent.is_none()).map(|it| self.service_entry(it)).collect(),
            commitments: self.commitment_entries(),
            kpis: self.kpis.iter().map(|kpi| self.kpi_entry(kpi)).collect(),
            groups: self.group_entries(),
            calendars: self.calendar_entries(),
            teams: self.team_entries(),
            cases: self.handling.as_ref().map(|handling| self.cases_entry(handling)),
            demands: self.demand_entries(),
            escalations: self.escalation_entries(),
            vocabulary: self.word_entries(),
            alignment: self.aspect_entries(),
            health: self.health.as_ref().map(health_entry),
            boundaries: Vec::new(),
        }
    }

    fn people_entries(&self) -> Vec<PersonEntry> {
        let entry = |it: &super::Person| PersonEntry {
            email: text(&it.email),
            name: text(&it.name),
            company: self.company_text(it.company),
            grants: it
                .grants
                .iter()
                .map(|grant| GrantEntry {
                    role: At::nowhere(grant.role),
                    company: (grant.company != it.company).then(|| self.company_text(grant.company)),
                })
                .collect(),
        };
        self.people.iter().map(entry).collect()
    }

    fn service_entry(&self, service: &Service) -> ServiceEntry {
        let children = self.children(Some(service.id)).map(|child| self.service_entry(child)).collect();
        ServiceEntry { code: text(&service.code), name: text(&service.name), children }
    }

    fn commitment_entries(&self) -> Vec<CommitmentEntry> {
        let entry = |it: &super::Commitment| CommitmentEntry {
            code: text(&it.code),
            company: match it.by {
                CommittedBy::Individual(company) => Some(self.company_text(company)),
                CommittedBy::Joint => None,
            },
            topic: At::nowhere(it.topic),
            text: text(&it.text),
            kpis: by_name(it.kpis.iter().map(|id| self.kpi_text(*id)), |code| code),
        };
        self.commitments.iter().map(entry).collect()
    }

    fn kpi_entry(&self, kpi: &Kpi) -> KpiEntry {
        let (kind, p) = match kpi.kind {
            KpiKind::Ratio => (KindWord::Ratio, None),
            KpiKind::Mean => (KindWord::Mean, None),
            KpiKind::Sum => (KindWord::Sum, None),
            KpiKind::Count => (KindWord::Count, None),
            KpiKind::Quantile(p) => (KindWord::Quantile, Some(number(p))),
            KpiKind::Last => (KindWord::Last, None),
        };
        let borrowed = kpi.facts_of.is_some();
        let reporters = kpi.reporters.iter().filter(|_| !borrowed).map(|it| ReporterEntry {
            company: self.company_text(it.company),
            services: self.service_texts(&it.services),
        });
        let services: &[ServiceId] = if borrowed { &[] } else { &kpi.services };
        let weight = |it: &crate::kpis::Weight| WeightEntry {
            company: self.company_text(it.company),
            weight: number(it.weight),
        };
        KpiEntry {
            code: text(&kpi.code),
            name: text(&kpi.name),
            kind: At::nowhere(kind),
            p,
            unit: At::nowhere(kpi.unit),
            direction: At::nowhere(kpi.direction),
            joint: At::nowhere(kpi.joint),
            weights: by_name(kpi.weights.iter().map(weight), |it| &it.company),
            disclosure: At::nowhere(kpi.disclosure),
            source: (kpi.source != Source::Reported).then(|| At::nowhere(kpi.source)),
            measure: kpi.measure.map(At::nowhere),
            facts_of: kpi.facts_of.map(|id| self.kpi_text(id)),
            reporters: by_name(reporters, |it| &it.company),
            services: self.service_texts(services),
            targets: kpi.targets.iter().map(|target| self.target_entry(target)).collect(),
        }
    }

    fn target_entry(&self, target: &Target) -> TargetEntry {
        TargetEntry {
            company: target.scope.company.map(|id| self.company_text(id)),
            service: target.scope.service.map(|id| self.service_text(id)),
            value: number(target.value),
            upper: target.upper.map(number),
            warning: target.warning.map(number),
            tolerance: (target.tolerance != Decimal::ZERO).then(|| number(target.tolerance)),
            valid_from: Some(day(target.valid_from)),
        }
    }

    pub(super) fn company_text(&self, id: CompanyId) -> At<String> {
        text(self.company(id).map_or("", |it| &it.code))
    }

    pub(super) fn service_text(&self, id: ServiceId) -> At<String> {
        text(self.service(id).map_or("", |it| &it.code))
    }

    pub(super) fn service_texts(&self, ids: &[ServiceId]) -> Vec<At<String>> {
        by_name(ids.iter().map(|id| self.service_text(*id)), |code| code)
    }

    fn kpi_text(&self, id: KpiId) -> At<String> {
        text(self.kpi(id).map_or("", |it| &it.code))
    }
}

/// Entries in the order of the code that they are known by.
pub(super) fn by_name<T>(entries: impl Iterator<Item = T>, name: impl Fn(&T) -> &At<String>) -> Vec<T> {
    let mut entries: Vec<T> = entries.collect();
    entries.sort_by(|a, b| name(a).value.cmp(&name(b).value));
    entries
}

pub(super) fn text(value: &str) -> At<String> {
    At::nowhere(value.to_owned())
}

pub(super) fn day(date: NaiveDate) -> At<Day> {
    At::nowhere(Day(date.to_string()))
}

pub(super) fn number(decimal: Decimal) -> At<Number> {
    At::nowhere(Number(decimal.to_string()))
}

pub(super) fn length(span: Span) -> At<Length> {
    At::nowhere(Length(span.to_string()))
}

pub(super) fn names(names: &BTreeSet<String>) -> Vec<At<String>> {
    names.iter().map(|name| text(name)).collect()
}
