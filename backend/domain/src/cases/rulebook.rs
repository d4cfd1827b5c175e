//! What the terms of one version say about cases, made ready: teams, calendars, services, parties by id.

use super::{Holder, codes};
use crate::agreements::{
    CaseKind, ClockMeasure, ClockRule, Handling, Party, PauseReason, Stage, Team, TeamKind, Terms,
};
use crate::calendars::{Calendar, Timetable};
use crate::kernel::{CompanyId, Moment, Refusal, ServiceId, Span, TeamId, Zone};
use std::collections::HashMap;
use std::sync::Arc;

/// The parts of terms of which a [`Rulebook`] is made.
#[derive(Clone, Debug)]
pub struct Setting {
    /// The agreement's zone.
    pub zone: Zone,
    /// How cases are handled.
    pub handling: Handling,
    /// The calendars, by code.
    pub calendars: Vec<(String, Calendar)>,
    /// The teams.
    pub teams: Vec<Team>,
    /// The services, each with the one of which it is a part.
    pub services: Vec<(ServiceId, Option<ServiceId>)>,
    /// Who is bound, and when.
    pub parties: Vec<Party>,
}

/// One version of an agreement's terms, compiled for cases.
#[derive(Clone, Debug)]
pub struct Rulebook {
    handling: Handling,
    customers: Arc<Timetable>,
    calendars: HashMap<String, Arc<Timetable>>,
    teams: HashMap<TeamId, (Team, Arc<Timetable>)>,
    parents: HashMap<ServiceId, Option<ServiceId>>,
    bound: HashMap<CompanyId, (Moment, Moment)>,
    names: HashMap<CompanyId, String>,
}

/// What decides which clocks a case has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Traits<'c> {
    pub kind: CaseKind,
    pub priority: &'c str,
    pub package: Option<&'c str>,
    pub service: ServiceId,
}

impl Rulebook {
    /// The rulebook of a version's terms; none when they say nothing about how cases are handled.
    #[must_use]
    pub fn of(terms: &Terms) -> Option<Self> {
        let name = |party: &Party| Some((party.company, terms.company(party.company)?.name.clone()));
        let names = terms.parties.iter().filter_map(name).collect();
        let book = Self::new(Setting {
            zone: terms.zone,
            handling: terms.handling.clone()?,
            calendars: terms.calendars.iter().map(|named| (named.code.clone(), named.calendar.clone())).collect(),
            teams: terms.teams.clone(),
            services: terms.services.iter().map(|service| (service.id, service.parent)).collect(),
            parties: terms.parties.clone(),
        })?;
        Some(Self { names, ..book })
    }

    /// The rulebook of terms in parts; none when a calendar is named that is not there, which no signed terms do.
    #[must_use]
    pub fn new(setting: Setting) -> Option<Self> {
        let Setting { zone, handling, calendars, teams, services, parties } = setting;
        let mut known: HashMap<Calendar, Arc<Timetable>> = HashMap::new();
        let mut made = |calendar: Calendar| {
            let found = known.entry(calendar.clone()).or_insert_with(|| Arc::new(Timetable::new(calendar)));
            Arc::clone(found)
        };
        let calendars: HashMap<String, Arc<Timetable>> =
            calendars.into_iter().map(|(code, calendar)| (code, made(calendar))).collect();
        let with_calendar = |team: Team| {
            let timetable = Arc::clone(calendars.get(&team.calendar)?);
            Some((team.id, (team, timetable)))
        };
        let teams = teams.into_iter().map(with_calendar).collect::<Option<_>>()?;
        if !handling.clocks.iter().all(|rule| calendars.contains_key(&rule.calendar)) {
            return None;
        }
        let bound = |party: Party| {
            let until = party.leaves.map_or(Moment::MAX, |date| zone.start_of(date));
            (party.company, (zone.start_of(party.joins), until))
        };
        Some(Self {
            customers: Arc::clone(calendars.get(&handling.calendar)?),
            handling,
            teams,
            parents: services.into_iter().collect(),
            bound: parties.into_iter().map(bound).collect(),
            names: HashMap::new(),
            calendars,
        })
    }

    /// The same, but for how cases are handled; the calendars that are named are known.
    pub(super) fn handled(&self, handling: Handling) -> Self {
        let customers = self.calendars.get(&handling.calendar).unwrap_or(&self.customers);
        Self { customers: Arc::clone(customers), handling, ..self.clone() }
    }

    /// How cases are handled.
    #[must_use]
    pub const fn handling(&self) -> &Handling {
        &self.handling
    }

    /// The customers' calendar.
    #[must_use]
    pub fn customers(&self) -> &Timetable {
        &self.customers
    }

    /// The calendar of that code.
    #[must_use]
    pub fn calendar(&self, code: &str) -> Option<&Timetable> {
        self.calendars.get(code).map(AsRef::as_ref)
    }

    /// The team of that id, with its calendar.
    #[must_use]
    pub fn team(&self, id: TeamId) -> Option<(&Team, &Timetable)> {
        self.teams.get(&id).map(|(team, timetable)| (team, timetable.as_ref()))
    }

    /// Checks that a team takes in cases of customers; one that there is not is refused by whoever holds cases by it.
    ///
    /// # Errors
    /// [`codes::CASE_CONTACT_POINT`] for a team that faces no customers.
    pub fn check_contact_point(&self, team: TeamId) -> Result<(), Refusal> {
        match self.team(team).filter(|(team, _)| team.kind != TeamKind::ContactPoint) {
            Some((team, _)) => {
                let message = format!("team {} faces no customers; open the case at a contact point", team.code);
                Err(codes::CASE_CONTACT_POINT.refuse_field("team", message))
            }
            None => Ok(()),
        }
    }

    /// The reason to pause of that code.
    #[must_use]
    pub fn reason(&self, code: &str) -> Option<&PauseReason> {
        self.handling.pause_reasons.iter().find(|reason| reason.code == code)
    }

    /// The stage of that code.
    #[must_use]
    pub fn stage(&self, code: &str) -> Option<&Stage> {
        self.handling.stages.iter().find(|stage| stage.code == code)
    }

    /// Whether the service is one of the agreement's.
    #[must_use]
    pub fn has_service(&self, service: ServiceId) -> bool {
        self.parents.contains_key(&service)
    }

    /// Whether a service is another one or lies below it.
    #[must_use]
    pub fn is_below(&self, service: ServiceId, top: ServiceId) -> bool {
        let mut above = Some(service);
        for _ in 0..=self.parents.len() {
            match above {
                Some(id) if id == top => return true,
                Some(id) => above = self.parents.get(&id).copied().flatten(),
                None => return false,
            }
        }
        false
    }

    /// The first clock that fits of a measure, toward the customer or of a company.
    pub(super) fn clock(
        &self,
        measure: ClockMeasure,
        company: Option<CompanyId>,
        of: Traits<'_>,
    ) -> Option<(&ClockRule, &Timetable)> {
        let fits = |rule: &&ClockRule| rule.measure == measure && rule.company == company && self.fits(rule, of);
        let rule = self.handling.clocks.iter().find(fits)?;
        Some((rule, self.calendar(&rule.calendar)?))
    }

    /// How soon a first response to a new case is promised to the customer; none where nothing is.
    #[must_use]
    pub fn response(&self, kind: CaseKind, priority: &str, package: Option<&str>, service: ServiceId) -> Option<Span> {
        let traits = Traits { kind, priority, package, service };
        self.clock(ClockMeasure::Response, None, traits).map(|(rule, _)| rule.target)
    }

    fn fits(&self, rule: &ClockRule, of: Traits<'_>) -> bool {
        fn any<T>(list: &[T], fits: impl FnMut(&T) -> bool) -> bool {
            list.is_empty() || list.iter().any(fits)
        }
        (rule.measure != ClockMeasure::Answer || of.kind == CaseKind::Complaint)
            && any(&rule.kinds, |kind| *kind == of.kind)
            && any(&rule.priorities, |priority| priority == of.priority)
            && any(&rule.packages, |package| Some(package.as_str()) == of.package)
            && any(&rule.services, |service| self.is_below(of.service, *service))
    }

    /// A company as a refusal calls it: a party by its name, which every party may know; any other by its id alone.
    pub(super) fn called(&self, company: CompanyId) -> String {
        self.names.get(&company).cloned().unwrap_or_else(|| format!("company {company}"))
    }

    /// Whether a company is bound at a moment.
    pub(super) fn check_company(&self, company: CompanyId, at: Moment) -> Result<(), Refusal> {
        let bound = self.bound.get(&company).is_some_and(|(joins, leaves)| *joins <= at && at < *leaves);
        if bound {
            return Ok(());
        }
        Err(codes::CASE_COMPANY.refuse(format!(
            "{} is not bound by the agreement at {at}; let it join, or choose a company that is bound",
            self.called(company)
        )))
    }

    /// The team, if a company can hold a case in its name at a moment.
    pub(super) fn check_holder(&self, holder: Holder, at: Moment) -> Result<&Team, Refusal> {
        let Holder { team, company } = holder;
        let Some((found, _)) = self.team(team) else {
            return Err(codes::CASE_TEAM.refuse(format!("the agreement has no team {team}; name one of its teams")));
        };
        self.check_company(company, at)?;
        if !found.includes(company) {
            return Err(codes::CASE_TEAM_COMPANY.refuse(format!(
                "{} provides nobody for team {}; name a company that pledges staff for it",
                self.called(company),
                found.code
            )));
        }
        Ok(found)
    }
}
