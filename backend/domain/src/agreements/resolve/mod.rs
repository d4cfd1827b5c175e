//! From the file to the terms: every name is looked up, every rule checked, and everything wrong is told at once.

mod boundaries;
mod boundary_places;
mod cadences;
mod calendars;
mod clocks;
mod commitments;
mod companies;
mod demands;
mod escalations;
mod ground;
mod groups;
mod handling;
mod kpi_rules;
mod kpis;
mod ladders;
mod limits;
mod people;
mod reading;
mod services;
mod targets;
mod teams;

#[cfg(test)]
mod bad_cases;
#[cfg(test)]
mod bad_edges;
#[cfg(test)]
mod bad_files;
#[cfg(test)]
mod bad_groups;
#[cfg(test)]
mod bad_paths;
#[cfg(test)]
mod group_tests;
#[cfg(test)]
mod tests;

use super::file::{AgreementFile, FileProblems, Place};
use super::terms::{Document, Terms};
use crate::boundaries::Content;
use crate::kernel::{CompanyId, KpiId, PersonId, ServiceId};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What the instance and the agreement's history already know by name, so that ids stay.
#[derive(Clone, Debug, Default)]
pub struct KnownIds<'a> {
    /// The instance's companies, by code.
    pub companies: BTreeMap<String, CompanyId>,
    /// The instance's people, by address in lower case.
    pub people: BTreeMap<String, PersonId>,
    /// The agreement's latest version, in whatever state.
    pub previous: Option<&'a Terms>,
}

/// Everything that an agreement file says.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// The terms, which the parties sign.
    pub terms: Terms,
    /// The boundaries, by code, which the experts of the companies approve.
    pub boundaries: Vec<BoundaryInFile>,
}

/// A boundary as the agreement file draws it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoundaryInFile {
    /// Its code.
    pub code: String,
    /// The service.
    pub service: ServiceId,
    /// The company.
    pub company: CompanyId,
    /// What it says.
    pub content: Content,
    /// Where its code stands in the file; line 0 when it was never read from one.
    pub place: Place,
}

impl BoundaryInFile {
    /// Whether the two are drawn for the same service, company and team: there is one boundary of each.
    #[must_use]
    pub fn is_of(&self, other: &Self) -> bool {
        let of = |it: &Self| (it.service, it.company, it.content.team);
        of(self) == of(other)
    }
}

/// The names resolved so far, and what was wrong on the way.
struct Resolver<'a> {
    file: &'a AgreementFile,
    known: &'a KnownIds<'a>,
    ids: &'a mut dyn FnMut() -> Uuid,
    problems: FileProblems,
    effective_from: NaiveDate,
    companies: BTreeMap<&'a str, CompanyId>,
    people: BTreeMap<String, PersonId>,
    services: BTreeMap<&'a str, ServiceId>,
    kpis: BTreeMap<&'a str, KpiId>,
}

impl Terms {
    /// The terms of an agreement file, whose boundaries are checked and left aside.
    ///
    /// # Errors
    /// As [`Resolved::read`].
    pub fn resolve(bytes: &[u8], known: &KnownIds<'_>, ids: &mut dyn FnMut() -> Uuid) -> Result<Self, FileProblems> {
        Resolved::read(bytes, known, ids).map(|resolved| resolved.terms)
    }
}

impl Resolved {
    /// Reads an agreement file and resolves it: ids that `known` holds by code are kept, new ones are taken from
    /// `ids`.
    ///
    /// # Errors
    /// Everything wrong with the file, in its order, each with line, column and remedy.
    pub fn read(bytes: &[u8], known: &KnownIds<'_>, ids: &mut dyn FnMut() -> Uuid) -> Result<Self, FileProblems> {
        let (file, problems) = AgreementFile::read(bytes)?;
        let resolver = Resolver {
            file: &file,
            known,
            ids,
            problems,
            effective_from: NaiveDate::default(),
            companies: BTreeMap::new(),
            people: BTreeMap::new(),
            services: BTreeMap::new(),
            kpis: BTreeMap::new(),
        };
        resolver.resolve()
    }
}

impl Resolver<'_> {
    fn resolve(mut self) -> Result<Resolved, FileProblems> {
        let head = &self.file.agreement;
        let code = self.code("agreement.code", &head.code);
        let name = self.text("agreement.name", &head.name);
        let zone = self.zone("agreement.zone", &head.zone);
        self.effective_from = self.day("agreement.effective_from", &head.effective_from).unwrap_or_default();
        let companies = self.resolve_companies();
        let parties = self.resolve_parties(&companies);
        let services = self.resolve_services();
        let kpis = self.resolve_kpis(&parties);
        let people = self.resolve_people(&companies, &parties);
        let commitments = self.resolve_commitments(&parties);
        let groups = self.resolve_groups(&people, zone);
        let calendars = self.resolve_calendars(zone);
        let teams = self.resolve_teams(&people, &parties);
        let handling = self.resolve_handling(&parties, &commitments, &services);
        let demands = self.resolve_demands();
        let escalations = self.resolve_escalations(&companies, &people);
        let (vocabulary, alignment, health) =
            (self.resolve_vocabulary(), self.resolve_alignment(), self.resolve_health());
        let boundaries = self.resolve_boundaries(&parties, &teams);
        let document = Document {
            code,
            name,
            zone,
            effective_from: self.effective_from,
            companies,
            parties,
            people,
            services,
            commitments,
            kpis,
            groups,
            calendars,
            teams,
            handling,
            demands,
            escalations,
            vocabulary,
            alignment,
            health,
        };
        std::mem::take(&mut self.problems).verdict()?;
        let terms = Terms::of(document).map_err(|error| {
            let mut problems = FileProblems::default();
            problems.note(self.file.agreement.code.place, "agreement", error.to_string());
            problems
        })?;
        self.check_ladders(&terms).verdict()?;
        Ok(Resolved { terms, boundaries })
    }
}
