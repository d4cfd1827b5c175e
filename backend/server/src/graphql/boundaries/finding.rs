//! Something that is wrong with the boundaries of a service element.

use super::{
    Boundary, FINDING,
    coverage::behind,
    words::{BoundaryDimension, FindingKind, FindingState},
};
use crate::graphql::{
    agreements::{Agreement, Decision, Service},
    cases::Case,
    kernel::{
        context::Context,
        errors::Answer,
        global_id::GlobalId,
        scalar::Gql,
        types::{Duration, Exact, First, Instant},
    },
};
use concordat_domain::{
    boundaries as rules,
    kernel::{AgreementId, Moment, Zone},
};
use concordat_service::{
    boundaries::{self as service, Known},
    cases,
};
use juniper::{ID, graphql_object};
use std::collections::BTreeMap;

/// A finding, with what is known of it over time.
#[derive(Clone)]
pub struct Finding {
    agreement: Agreement,
    finding: rules::Finding,
    known: Option<Known>,
    boundaries: Vec<Boundary>,
}

impl Finding {
    /// A finding with the boundaries behind it, in its order.
    #[must_use]
    pub fn new(agreement: &Agreement, finding: rules::Finding, known: Option<Known>, behind: &[Boundary]) -> Self {
        let named = |id| behind.iter().find(|one| one.key() == id).cloned();
        let boundaries = finding.boundaries.iter().filter_map(|id| named(*id)).collect();
        Self { agreement: agreement.clone(), finding, known, boundaries }
    }

    /// Loads one that is followed for whoever is asking: as it is found today, or as it was found last.
    ///
    /// # Errors
    /// Not found where it is not followed, or for whoever may not see it.
    pub fn load(ctx: &Context, agreement: AgreementId, key: rules::FindingKey) -> Answer<Self> {
        let (known, found) = ctx.read(|tx| {
            let followed = service::finding(tx, agreement, key)?.into_inner().known;
            let survey = service::survey(tx, agreement, None)?;
            Ok((followed, survey.coverage.findings().iter().find(|one| one.key == key).cloned()))
        })?;
        let finding = found.unwrap_or_else(|| known.tracked.finding.clone());
        let agreement = Agreement::load(ctx, agreement)?;
        let behind = behind(ctx, &agreement, finding.boundaries.clone())?;
        Ok(Self::new(&agreement, finding, Some(known), &behind))
    }

    /// Its name.
    #[must_use]
    pub fn key(&self) -> rules::FindingKey {
        self.finding.key
    }
}

/// Something that is wrong with the boundaries of a service element. The same finding keeps its id in every analysis,
/// however its hours change meanwhile.
#[graphql_object(scalar = Gql, context = Context, impl = crate::graphql::node::NodeValue)]
impl Finding {
    /// The finding's global id.
    #[must_use]
    pub fn id(&self) -> ID {
        GlobalId::new(FINDING, self.agreement.key(), self.finding.key.0).encode()
    }

    /// What is wrong.
    fn kind(&self) -> FindingKind {
        self.finding.kind.into()
    }

    /// What became of it; open for one that is not followed yet.
    fn state(&self) -> FindingState {
        self.known.as_ref().map_or(FindingState::Open, |known| FindingState::from(&known.tracked.state))
    }

    /// The service element.
    fn service(&self) -> Service {
        Service::new(self.agreement.clone(), self.finding.service)
    }

    /// The boundaries behind it; of a circle in the order of take-over.
    fn boundaries(&self) -> &[Boundary] {
        &self.boundaries
    }

    /// The limits that are passed: of a dead end the one beyond which nobody takes over, of a circle those of how many that
    /// have to be reached; a circle without any runs anyway.
    fn limits(&self) -> Vec<BoundaryDimension> {
        self.finding.limits.iter().map(|limit| (*limit).into()).collect()
    }

    /// The codes of the demands that are short, for a shortfall by forecast.
    fn demands(&self) -> &[String] {
        &self.finding.demands
    }

    /// Where it holds; empty for shortfalls and for what is broken.
    fn areas(&self) -> Vec<FindingArea> {
        self.finding.areas.iter().cloned().map(FindingArea).collect()
    }

    /// When it holds, in order: the first windows within what was analysed.
    fn windows(&self, first: First) -> Vec<FindingWindow> {
        let zones = self.zones();
        let window =
            |(opens, closes): &(Moment, Moment)| FindingWindow { span: (*opens, *closes), zones: zones.clone() };
        self.finding.windows.iter().take(first.items()).map(window).collect()
    }

    /// How long it holds within what was analysed.
    fn extent(&self) -> Duration {
        self.finding.extent
    }

    /// How much is missing, for a shortfall.
    fn capacity(&self, ctx: &Context) -> Answer<Option<FindingCapacity>> {
        let Some(capacity) = self.finding.capacity.clone() else { return Ok(None) };
        let agreement = self.agreement.key();
        let volumes = ctx.read(|tx| service::sees_volumes(tx, agreement))?;
        Ok(Some(FindingCapacity { capacity, volumes }))
    }

    /// What is named in vain, for what is broken.
    fn note(&self) -> Option<&str> {
        self.finding.note.as_deref()
    }

    /// When it was found first; null for one that is not followed yet.
    fn found_at(&self) -> Option<Instant> {
        self.known.as_ref().map(|known| known.tracked.found_at)
    }

    /// Since when it is found no more.
    fn vanished_at(&self) -> Option<Instant> {
        match self.known.as_ref().map(|known| &known.tracked.state) {
            Some(rules::TrackedState::Vanished { at }) => Some(*at),
            _ => None,
        }
    }

    /// Who decided to live with it.
    fn accepted(&self) -> Option<Decision> {
        match self.known.as_ref().map(|known| &known.tracked.state) {
            Some(rules::TrackedState::Accepted { by, .. }) => Some(Decision::new(&self.agreement, *by)),
            _ => None,
        }
    }

    /// Why it was accepted.
    fn reason(&self) -> Option<&str> {
        match self.known.as_ref().map(|known| &known.tracked.state) {
            Some(rules::TrackedState::Accepted { reason, .. }) => Some(reason),
            _ => None,
        }
    }

    /// Grows by one with each change of what is known of it; null for one that is not followed yet.
    fn revision(&self) -> Option<i32> {
        self.known.as_ref().map(|known| known.revision)
    }

    /// The latest cases of the last 52 weeks that fell into it, had the boundaries held then that hold now, as far as
    /// they are yours to see.
    fn cases(&self, ctx: &Context, first: First) -> Answer<Vec<Case>> {
        let agreement = self.agreement.key();
        let views = ctx.read(|tx| {
            let fell = service::fell_into(tx, agreement, &self.finding)?;
            let latest: Vec<_> = fell.into_iter().take(first.items()).collect();
            cases::some(tx, agreement, &latest)
        })?;
        Ok(views.into_iter().map(|view| Case::new(&self.agreement, view.into_inner())).collect())
    }
}

impl Finding {
    /// The zones of both sides: the agreement's, and those on whose clocks the teams behind it work.
    fn zones(&self) -> Vec<Zone> {
        let terms = self.agreement.terms();
        let team = |boundary: &Boundary| boundary.team();
        let calendars = self.boundaries.iter().filter_map(team).filter_map(|id| terms.team(id));
        let zones = calendars.filter_map(|team| terms.calendar_named(&team.calendar)).map(|it| it.calendar.zone);
        let mut named: BTreeMap<&'static str, Zone> = zones.map(|zone| (zone.name(), zone)).collect();
        named.remove(terms.zone.name());
        std::iter::once(terms.zone).chain(named.into_values()).collect()
    }
}

/// Every combination of these regions, languages, products and skills.
pub struct FindingArea(rules::Area);

/// Every combination of these regions, languages, products and skills.
#[graphql_object(scalar = Gql, context = Context)]
impl FindingArea {
    /// Where.
    fn regions(&self) -> FindingNames {
        FindingNames(self.0.regions.clone())
    }

    /// In which languages.
    fn languages(&self) -> FindingNames {
        FindingNames(self.0.languages.clone())
    }

    /// About what.
    fn products(&self) -> FindingNames {
        FindingNames(self.0.products.clone())
    }

    /// With which skills.
    fn skills(&self) -> FindingNames {
        FindingNames(self.0.skills.clone())
    }
}

/// Some names, or all but some.
pub struct FindingNames(rules::Values);

/// Some names, or whatever there may be but some: with `others`, also what nobody has named.
#[graphql_object(scalar = Gql, context = Context)]
impl FindingNames {
    /// Whether everything that is not in `names` is meant. With no names that is whatever there may be.
    fn others(&self) -> bool {
        !matches!(self.0, rules::Values::Only(_))
    }

    /// The names that are meant, or with `others` those that are not.
    fn names(&self) -> Vec<&str> {
        match &self.0 {
            rules::Values::Any => Vec::new(),
            rules::Values::Only(names) | rules::Values::Except(names) => names.iter().map(String::as_str).collect(),
        }
    }
}

/// A stretch of time in which something holds.
pub struct FindingWindow {
    span: (Moment, Moment),
    zones: Vec<Zone>,
}

/// A stretch of time in which it holds.
#[graphql_object(scalar = Gql, context = Context)]
impl FindingWindow {
    /// From when.
    fn opens_at(&self) -> Instant {
        self.span.0
    }

    /// Until when, exclusively.
    fn closes_at(&self) -> Instant {
        self.span.1
    }

    /// The same by the wall clocks of both sides: the agreement's first, then those of the teams behind it.
    fn local(&self) -> Vec<LocalWindow> {
        self.zones.iter().map(|zone| LocalWindow { span: self.span, zone: *zone }).collect()
    }
}

/// A stretch of time by a wall clock.
pub struct LocalWindow {
    span: (Moment, Moment),
    zone: Zone,
}

/// A stretch of time by a wall clock.
#[graphql_object(scalar = Gql, context = Context)]
impl LocalWindow {
    /// The IANA zone of the wall clock.
    fn zone(&self) -> &str {
        self.zone.name()
    }

    /// From when, such as `Fri 2026-03-27 22:00`.
    fn opens(&self) -> String {
        self.zone.wall(self.span.0).format("%a %Y-%m-%d %H:%M").to_string()
    }

    /// Until when.
    fn closes(&self) -> String {
        self.zone.wall(self.span.1).format("%a %Y-%m-%d %H:%M").to_string()
    }
}

/// How much is demanded and how much is committed.
pub struct FindingCapacity {
    capacity: rules::Capacity,
    volumes: bool,
}

/// How much is demanded and how much is committed.
#[graphql_object(scalar = Gql, context = Context)]
impl FindingCapacity {
    /// Cases in 52 weeks that are demanded, or work that arrives in cases being worked on at once (erlang). Null where
    /// cases that came show it and the agreement conceals from you how many there are.
    fn demanded(&self) -> Option<Exact> {
        match &self.capacity {
            rules::Capacity::Volume { actual: true, .. } if !self.volumes => None,
            rules::Capacity::Volume { demanded, .. } => Some(*demanded),
            rules::Capacity::Concurrency { offered, .. } => Some(*offered),
        }
    }

    /// Cases in 52 weeks that are committed; null where cases at once are meant.
    fn committed(&self) -> Option<Exact> {
        match &self.capacity {
            rules::Capacity::Volume { committed, .. } => Some(*committed),
            rules::Capacity::Concurrency { .. } => None,
        }
    }

    /// Whether cases that came show it; otherwise the forecast does.
    fn actual(&self) -> bool {
        matches!(&self.capacity, rules::Capacity::Volume { actual: true, .. })
    }

    /// How many cases at once are needed to take them up as soon as demanded, by Erlang's formula C; null where cases in
    /// a period are meant.
    fn needed_at_once(&self) -> Option<i32> {
        match &self.capacity {
            rules::Capacity::Volume { .. } => None,
            rules::Capacity::Concurrency { needed, .. } => Some(i32::try_from(*needed).unwrap_or(i32::MAX)),
        }
    }

    /// How many cases at once are committed; null where cases in a period are meant.
    fn committed_at_once(&self) -> Option<i32> {
        match &self.capacity {
            rules::Capacity::Volume { .. } => None,
            rules::Capacity::Concurrency { committed, .. } => Some(i32::try_from(*committed).unwrap_or(i32::MAX)),
        }
    }
}
