//! Look-ups in the terms of one version, all in memory: by id, by code, by date, down the tree of services.

use super::{Commitment, Company, Document, Group, NamedCalendar, Party, Person, Service, Team, Terms};
use crate::boundaries::Demand;
use crate::boundaries::Names;
use crate::kernel::{CommitmentId, CompanyId, GroupId, KpiId, PersonId, ServiceId, TeamId};
use crate::kpis::Kpi;
use chrono::NaiveDate;
use std::collections::HashMap;
use uuid::Uuid;

/// Where everything stands in the document's lists.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    places: HashMap<Uuid, usize>,
    parties: HashMap<CompanyId, usize>,
    below: HashMap<ServiceId, Vec<ServiceId>>,
}

impl Index {
    pub(super) fn of(document: &Document) -> Self {
        let mut index = Self::default();
        let Document { companies, people, services, commitments, kpis, groups, teams, escalations, parties, .. } =
            document;
        let lists: [Vec<Uuid>; 8] = [
            companies.iter().map(|it| it.id.0).collect(),
            people.iter().map(|it| it.id.0).collect(),
            services.iter().map(|it| it.id.0).collect(),
            commitments.iter().map(|it| it.id.0).collect(),
            kpis.iter().map(|it| it.id.0).collect(),
            groups.iter().map(|it| it.id.0).collect(),
            teams.iter().map(|it| it.id.0).collect(),
            escalations.iter().map(|it| it.id.0).collect(),
        ];
        for list in lists {
            index.places.extend(list.into_iter().enumerate().map(|(place, id)| (id, place)));
        }
        index.parties = parties.iter().enumerate().map(|(place, party)| (party.company, place)).collect();
        let parents: HashMap<ServiceId, Option<ServiceId>> = services.iter().map(|it| (it.id, it.parent)).collect();
        for service in services {
            let mut above = Some(service.id);
            for _ in 0..=services.len() {
                let Some(id) = above else { break };
                index.below.entry(id).or_default().push(service.id);
                above = parents.get(&id).copied().flatten();
            }
        }
        index
    }

    pub(super) fn at<'a, T>(&self, list: &'a [T], id: Uuid) -> Option<&'a T> {
        list.get(*self.places.get(&id)?)
    }
}

/// The entry of that code in a list that is sorted by code.
pub(super) fn named<'a, T>(list: &'a [T], code: &str, of: impl Fn(&T) -> &str) -> Option<&'a T> {
    list.binary_search_by(|it| of(it).cmp(code)).ok().and_then(|place| list.get(place))
}

impl Names for Terms {
    fn company(&self, id: CompanyId) -> String {
        self.company(id).map_or_else(|| id.to_string(), |company| company.code.clone())
    }

    fn team(&self, id: TeamId) -> String {
        self.team(id).map_or_else(|| id.to_string(), |team| team.code.clone())
    }
}

impl Terms {
    /// The company of that id.
    #[must_use]
    pub fn company(&self, id: CompanyId) -> Option<&Company> {
        self.index.at(&self.companies, id.0).filter(|it| it.id == id)
    }

    /// The company of that code.
    #[must_use]
    pub fn company_named(&self, code: &str) -> Option<&Company> {
        named(&self.companies, code, |it| &it.code)
    }

    /// The company as a party, whatever the date.
    #[must_use]
    pub fn party(&self, company: CompanyId) -> Option<&Party> {
        self.index.parties.get(&company).and_then(|place| self.parties.get(*place))
    }

    /// Whether the company is bound by the agreement on a day.
    #[must_use]
    pub fn in_force(&self, company: CompanyId, on: NaiveDate) -> bool {
        self.party(company).is_some_and(|party| party.in_force(on))
    }

    /// The parties that are bound on a day.
    pub fn parties_on(&self, on: NaiveDate) -> impl Iterator<Item = &Party> {
        self.parties.iter().filter(move |party| party.in_force(on))
    }

    /// The companies whose signature this version needs, as of a day: every party that signs for itself and has not
    /// left by then; one that joins later signs now, because the terms already bind it.
    pub fn signing_companies(&self, on: NaiveDate) -> impl Iterator<Item = CompanyId> {
        self.parties.iter().filter(move |party| party.signs() && !party.has_left(on)).map(|party| party.company)
    }

    /// The person of that id.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.index.at(&self.people, id.0).filter(|it| it.id == id)
    }

    /// The person with that address, in whatever case.
    #[must_use]
    pub fn person_at(&self, email: &str) -> Option<&Person> {
        named(&self.people, &email.to_lowercase(), |it| &it.email)
    }

    /// The service of that id.
    #[must_use]
    pub fn service(&self, id: ServiceId) -> Option<&Service> {
        self.index.at(&self.services, id.0).filter(|it| it.id == id)
    }

    /// The service of that code.
    #[must_use]
    pub fn service_named(&self, code: &str) -> Option<&Service> {
        named(&self.services, code, |it| &it.code)
    }

    /// The service itself and every one below it.
    #[must_use]
    pub fn services_below(&self, id: ServiceId) -> &[ServiceId] {
        self.index.below.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The services directly below a service, or at the top.
    pub fn children(&self, parent: Option<ServiceId>) -> impl Iterator<Item = &Service> {
        self.services.iter().filter(move |service| service.parent == parent)
    }

    /// The commitment of that id.
    #[must_use]
    pub fn commitment(&self, id: CommitmentId) -> Option<&Commitment> {
        self.index.at(&self.commitments, id.0).filter(|it| it.id == id)
    }

    /// The KPI of that id.
    #[must_use]
    pub fn kpi(&self, id: KpiId) -> Option<&Kpi> {
        self.index.at(&self.kpis, id.0).filter(|it| it.id == id)
    }

    /// The KPI of that code.
    #[must_use]
    pub fn kpi_named(&self, code: &str) -> Option<&Kpi> {
        named(&self.kpis, code, |it| &it.code)
    }

    /// The coordination group of that id.
    #[must_use]
    pub fn group(&self, id: GroupId) -> Option<&Group> {
        self.index.at(&self.groups, id.0).filter(|it| it.id == id)
    }

    /// The coordination group of that code.
    #[must_use]
    pub fn group_named(&self, code: &str) -> Option<&Group> {
        named(&self.groups, code, |it| &it.code)
    }

    /// The team of that id.
    #[must_use]
    pub fn team(&self, id: TeamId) -> Option<&Team> {
        self.index.at(&self.teams, id.0).filter(|it| it.id == id)
    }

    /// The team of that code.
    #[must_use]
    pub fn team_named(&self, code: &str) -> Option<&Team> {
        named(&self.teams, code, |it| &it.code)
    }

    /// The demand of that code.
    #[must_use]
    pub fn demand_named(&self, code: &str) -> Option<&Demand> {
        named(&self.demands, code, |it| &it.code)
    }

    /// What is demanded of a service: of itself, or of one of which it is a part.
    pub fn demands_on(&self, service: ServiceId) -> impl Iterator<Item = &Demand> {
        self.demands.iter().filter(move |demand| self.services_below(demand.service).contains(&service))
    }

    /// The calendar of that code.
    #[must_use]
    pub fn calendar_named(&self, code: &str) -> Option<&NamedCalendar> {
        named(&self.calendars, code, |it| &it.code)
    }
}
