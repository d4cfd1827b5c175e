//! Boundaries on both databases: drawn, reviewed, followed, taught.

mod concealed;
mod counted;
mod exported;
mod fallen;
mod filed;
mod findings;
mod fitting;
mod problems;
mod reviewed;
mod taught;

use crate::support::world::World;
use concordat_domain::{
    access::Verb,
    agreements::Terms,
    boundaries::{Beyond, Content, Limit, Responsibility, TakeOver, Within},
    kernel::AgreementId,
};
use concordat_service::{
    agreements,
    boundaries::{self, BoundaryView, Drawing},
    kernel::{No, Outcome, Permitted, Tx},
};
use std::sync::Arc;

const FILE: &str = include_str!("agreement.yaml");

const NORTH: &str = "expert@north.example";
const SECOND: &str = "second@north.example";
const SOUTH: &str = "expert@south.example";
const DESK: &str = "expert@desk.example";

/// The agreement of the campus, in force on Monday 2 March 2026.
struct Campus<'w> {
    world: &'w World,
    agreement: AgreementId,
    terms: Arc<Terms>,
}

impl<'w> Campus<'w> {
    fn new(world: &'w World) -> Self {
        Self::with(world, FILE)
    }

    /// The same of another file.
    fn with(world: &'w World, file: &str) -> Self {
        world.at("2026-03-02T09:00:00Z");
        let id = world.apply(file);
        world.on(&world.person("steward@desk.example"), id, Verb::AgreementPropose, agreements::propose).unwrap();
        for party in ["desk", "north", "south"] {
            world.sign(id, &format!("signatory@{party}.example"), party).unwrap();
        }
        let terms = world.database.read(&world.console(), |tx| agreements::terms(tx, id)).unwrap();
        Self { world, agreement: id, terms }
    }

    /// The content of a boundary of a team, accountable for what its limits hold.
    fn content(&self, team: &str, limits: Vec<Limit>) -> Content {
        Content {
            title: format!("What {team} answers for"),
            team: self.terms.team_named(team).unwrap().id,
            responsibility: Responsibility::Accountable,
            included: vec!["switches".to_owned()],
            excluded: Vec::new(),
            limits,
            evidence: Vec::new(),
        }
    }

    /// A limit beyond which a team of a company takes over.
    fn handed(&self, within: Within, team: &str, company: &str) -> Limit {
        let (company, team) = (self.terms.company_named(company).unwrap().id, self.terms.team_named(team).unwrap().id);
        let take_over = Some(TakeOver { company, team, information: vec!["port".to_owned()], acceptance: None });
        Limit { within, beyond: Beyond { note: None, take_over } }
    }

    /// Draws a boundary in somebody's name.
    fn draw(
        &self,
        who: &str,
        (code, service, company): (&str, &str, &str),
        content: &Content,
    ) -> Outcome<BoundaryView> {
        let service = self.terms.service_named(service).unwrap().id;
        let company = self.terms.company_named(company).unwrap().id;
        self.write(who, |tx| {
            let drawing = Drawing { code: code.to_owned(), service, company, content: content.clone() };
            boundaries::draw(tx, self.agreement, drawing)
        })
    }

    /// Does something with a boundary as it is now, in somebody's name.
    fn act(
        &self,
        who: &str,
        on: &BoundaryView,
        verb: Verb,
        work: impl Fn(&mut Tx<'_>, Permitted<BoundaryView>, i32) -> Outcome<BoundaryView>,
    ) -> Outcome<BoundaryView> {
        self.write(who, |tx| {
            let now: Permitted<BoundaryView> = tx.permit(verb, (self.agreement, on.boundary.id))?;
            let revision = now.revision;
            work(tx, now, revision)
        })
    }

    fn propose(&self, who: &str, on: &BoundaryView, from: &str) -> Outcome<BoundaryView> {
        let from = from.parse().unwrap();
        self.act(who, on, Verb::BoundaryDraw, |tx, now, revision| boundaries::propose(tx, now, revision, from))
    }

    fn approve(&self, who: &str, on: &BoundaryView) -> Outcome<BoundaryView> {
        self.act(who, on, Verb::BoundaryView, |tx, now, revision| boundaries::approve(tx, now, revision, None))
    }

    /// A boundary that holds from today on, approved by those who have to.
    #[track_caller]
    fn hold(&self, who: &str, names: (&str, &str, &str), content: &Content, reviewers: &[&str]) -> BoundaryView {
        let drawn = self.draw(who, names, content).unwrap();
        self.held(who, &drawn, reviewers)
    }

    #[track_caller]
    fn held(&self, who: &str, drawn: &BoundaryView, reviewers: &[&str]) -> BoundaryView {
        let proposed = self.propose(who, drawn, "2026-03-02").unwrap();
        reviewers.iter().fold(proposed, |on, reviewer| self.approve(reviewer, &on).unwrap())
    }

    fn write<T>(&self, who: &str, work: impl FnMut(&mut Tx<'_>) -> Outcome<T>) -> Outcome<T> {
        self.world.database.write(&self.world.person(who), self.agreement, work)
    }

    fn read<T>(&self, who: &str, work: impl FnOnce(&mut Tx<'_>) -> Outcome<T>) -> T {
        self.world.database.read(&self.world.person(who), work).unwrap()
    }
}

/// The code with which something was refused, or that it was denied.
fn code<T: std::fmt::Debug>(outcome: Outcome<T>) -> String {
    match outcome.unwrap_err() {
        No::Refused(refusals) => refusals.0[0].code.to_string(),
        other => format!("{other:?}"),
    }
}
