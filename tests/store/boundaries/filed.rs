//! Boundaries of the agreement file: drafted, told field by field, left alone where somebody else is at work.

use super::{Campus, FILE, NORTH, SOUTH, code};
use crate::support::world::{World, both};
use concordat_domain::{
    access::{Actor, Verb, Who},
    agreements::Change,
    kernel::{CompanyId, PersonId},
};
use concordat_service::{
    boundaries::{self, BoundaryFilter, BoundaryView},
    kernel::{No, Outcome},
};
use std::sync::Arc;
use uuid::Uuid;

const STEWARD: &str = "steward@desk.example";

const DRAWN: &str = "
boundaries:
  - code: wired-north
    service: wired
    company: north
    title: The wired network
    team: north-net
    responsibility: accountable
    included: [switches]
    limits:
      - hours: office
        beyond: {company: south, team: south-net, acceptance: PT30M}
";

fn apply(world: &World, who: &str, file: &str) -> Outcome<Vec<String>> {
    let (_, changes) = boundaries::apply_file(&world.database, &world.person(who), file.as_bytes())?;
    Ok(told(&changes))
}

fn told(changes: &[Change]) -> Vec<String> {
    let side = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    changes.iter().map(|it| format!("{}: {} > {}", it.path, side(&it.before), side(&it.after))).collect()
}

fn only(campus: &Campus<'_>) -> BoundaryView {
    let all = BoundaryFilter::default();
    let mut found = campus.read(SOUTH, |tx| boundaries::list(tx, campus.agreement, &all, None, 10));
    assert_eq!(found.len(), 1);
    found.remove(0).into_inner()
}

#[test]
fn a_file_tells_of_boundaries_to_whoever_may_see_them_and_to_nobody_else() {
    both(|world| {
        let campus = Campus::new(world);
        let file = format!("{FILE}{DRAWN}");
        apply(world, STEWARD, &file).unwrap();
        let who =
            Who::Person { id: PersonId(Uuid::from_u128(1)), company: CompanyId(Uuid::from_u128(2)), operator: true };
        let operator = Arc::new(Actor { who, ..(*world.console()).clone() });
        let exported = world.database.read(&operator, |tx| boundaries::agreement_file(tx, campus.agreement, None));
        assert!(!exported.unwrap().contains("boundaries:"));
        let own = campus.read(STEWARD, |tx| boundaries::agreement_file(tx, campus.agreement, None));
        assert!(own.contains("boundaries:") && own.contains("code: wired-north"));
        let other = file.replace("The wired network", "Another network");
        let planned = world.database.read(&operator, |tx| boundaries::plan_file(tx, other.as_bytes()));
        assert_eq!(code(planned.map(|_| ())), "Denied(Forbidden)");
        assert!(world.database.read(&operator, |tx| boundaries::plan_file(tx, FILE.as_bytes())).is_ok());
    });
}

#[test]
fn a_file_drafts_what_is_new_or_says_something_else_and_an_export_changes_nothing() {
    both(|world| {
        let campus = Campus::new(world);
        let file = format!("{FILE}{DRAWN}");
        let planned = campus.read(STEWARD, |tx| boundaries::plan_file(tx, file.as_bytes()));
        let expected = [
            "boundaries.wired-north.title: - > The wired network",
            "boundaries.wired-north.team: - > north-net",
            "boundaries.wired-north.responsibility: - > accountable",
            "boundaries.wired-north.included.1: - > switches",
            "boundaries.wired-north.limits.hours.within: - > office",
            "boundaries.wired-north.limits.hours.beyond.take_over: - > south, south-net",
            "boundaries.wired-north.limits.hours.beyond.take_over.acceptance: - > PT30M",
        ];
        assert_eq!(told(&planned.1), expected);
        assert_eq!(apply(world, STEWARD, &file).unwrap(), expected);
        assert_eq!(only(&campus).boundary.state(), "draft");
        assert_eq!(apply(world, STEWARD, &file).unwrap(), [""; 0]);
        let other = file.replace("[switches]", "[switches, cables]");
        assert_eq!(apply(world, STEWARD, &other).unwrap(), ["boundaries.wired-north.included.2: - > cables"]);
        let exported = campus.read(STEWARD, |tx| boundaries::agreement_file(tx, campus.agreement, None));
        assert!(exported.contains("cables"), "{exported}");
        assert_eq!(apply(world, STEWARD, &exported).unwrap(), [""; 0]);
        assert_eq!(apply(world, STEWARD, FILE).unwrap(), [""; 0], "what the file leaves out stays");
        assert_eq!(only(&campus).boundary.state(), "draft");
    });
}

#[test]
fn what_an_expert_has_drafted_or_proposed_is_not_overwritten() {
    both(|world| {
        let campus = Campus::new(world);
        let file = format!("{FILE}{DRAWN}");
        apply(world, STEWARD, &file).unwrap();
        let other = file.replace("[switches]", "[cables]");
        let mut content = only(&campus).boundary.shown().unwrap().content.clone();
        content.title = "The wired network, by day".to_owned();
        let drafted = campus
            .act(NORTH, &only(&campus), Verb::BoundaryDraw, |tx, now, revision| {
                boundaries::redraw(tx, now, revision, content.clone())
            })
            .unwrap();
        let line = FILE.lines().count() + 3;
        let refused = |file: &str| match apply(world, STEWARD, file).unwrap_err() {
            No::Refused(why) => (why.0[0].code.to_string(), why.0[0].message.clone()),
            no => panic!("{no:?}"),
        };
        let (code, message) = refused(&other);
        assert_eq!(code, "AGREEMENT_FILE");
        assert!(
            message.starts_with(&format!("line {line}, column 11: somebody else has drafted version 1")),
            "{message}"
        );
        campus.propose(NORTH, &drafted, "2026-03-09").unwrap();
        assert!(refused(&other).1.contains("version 1 is proposed"), "{other}");
        assert!(refused(&file.replace("wired-north", "wired-n")).1.contains("`wired-north` is this team's boundary"));
        let same = file.replace("title: The wired network", "title: The wired network, by day");
        assert_eq!(apply(world, STEWARD, &same).unwrap(), [""; 0]);
        campus.approve(SOUTH, &only(&campus)).unwrap();
        assert_eq!(apply(world, STEWARD, &other).unwrap().len(), 2, "a new draft over what was approved");
    });
}
