//! What is found, what a draft would change, what is accepted, and when it vanishes.

use super::{Campus, DESK, NORTH, SOUTH, code};
use crate::support::world::both;
use concordat_domain::{
    access::Verb,
    boundaries::{Finding, FindingKind, Within},
};
use concordat_service::boundaries;

fn found(campus: &Campus<'_>) -> Vec<(FindingKind, String, i64)> {
    let survey = campus.read(DESK, |tx| boundaries::survey(tx, campus.agreement, None));
    let told = |one: &Finding| {
        let service = campus.terms.service(one.service).unwrap().code.clone();
        (one.kind, service, one.extent.seconds() / 3_600)
    };
    survey.coverage.findings().iter().map(told).collect()
}

/// Hours of the 52 weeks from 2 March 2026 on.
const ALL: i64 = 364 * 24;
const OFFICE: i64 = 260 * 10;

#[test]
fn findings_come_and_go_with_what_is_approved() {
    both(|world| {
        let campus = Campus::new(world);
        let gap = |service: &str, hours| (FindingKind::Gap, service.to_owned(), hours);
        assert_eq!(found(&campus), [gap("wired", ALL), gap("wireless", OFFICE)]);

        let office =
            campus.content("north-net", vec![campus.handed(Within::Hours("office".into()), "south-net", "south")]);
        let drawn = campus.draw(NORTH, ("wired-north", "wired", "north"), &office).unwrap();
        let change = campus.read(NORTH, |tx| {
            let now = boundaries::boundary(tx, campus.agreement, drawn.boundary.id)?;
            boundaries::would_change(tx, &now, None, None)
        });
        assert_eq!(change.closed.len(), 0, "the nights stay open");
        assert_eq!(change.kept[0].finding.extent.seconds(), (ALL - OFFICE) * 3_600);
        assert_eq!(change.opened.iter().map(|it| it.kind).collect::<Vec<_>>(), [FindingKind::DeadEnd]);
        assert_eq!(found(&campus), [gap("wired", ALL), gap("wireless", OFFICE)], "a draft changes nothing");

        campus.held(NORTH, &drawn, &[SOUTH]);
        let dead_end = (FindingKind::DeadEnd, "wired".to_owned(), ALL - OFFICE);
        assert_eq!(found(&campus), [gap("wired", ALL - OFFICE), dead_end, gap("wireless", OFFICE)]);

        let always = campus.content("south-net", Vec::new());
        campus.hold(SOUTH, ("wired-south", "wired", "south"), &always, &[NORTH]);
        let overlap = (FindingKind::Overlap, "wired".to_owned(), OFFICE);
        assert_eq!(found(&campus), [overlap, gap("wireless", OFFICE)]);

        let known = campus.read(DESK, |tx| boundaries::survey(tx, campus.agreement, None)).known;
        let mut states: Vec<(FindingKind, &str)> =
            known.values().map(|it| (it.tracked.finding.kind, it.tracked.state.name())).collect();
        states.sort_unstable();
        let expected = [
            (FindingKind::Gap, "open"),
            (FindingKind::Gap, "vanished"),
            (FindingKind::Overlap, "open"),
            (FindingKind::DeadEnd, "vanished"),
        ];
        assert_eq!(states, expected);
    });
}

#[test]
fn the_group_accepts_a_finding_until_it_grows() {
    both(|world| {
        let campus = Campus::new(world);
        let nights =
            campus.content("north-net", vec![campus.handed(Within::Hours("office".into()), "south-net", "south")]);
        let held = campus.hold(NORTH, ("wired-north", "wired", "north"), &nights, &[SOUTH]);
        let survey = campus.read(DESK, |tx| boundaries::survey(tx, campus.agreement, None));
        let gap = survey.coverage.findings().iter().find(|it| it.kind == FindingKind::Gap).unwrap().key;
        let accept = |who: &str, reason: &str| {
            campus.write(who, |tx| {
                let on = tx.permit(Verb::FindingAccept, (campus.agreement, gap))?;
                boundaries::accept(tx, on, survey.known[&gap].revision, None, reason)
            })
        };
        assert_eq!(code(accept(NORTH, "fine")), "Denied(Forbidden)");
        let accepted = accept("signatory@desk.example", "nobody works at night").unwrap();
        assert_eq!(accepted.known.tracked.state.name(), "accepted");
        assert_eq!(code(accept("signatory@desk.example", "again")), "FINDING_STALE");

        let state = || {
            let now = campus.read(DESK, |tx| boundaries::finding(tx, campus.agreement, gap));
            now.known.tracked.state.name()
        };
        assert_eq!(state(), "accepted");
        let retired = campus.act(NORTH, &held, Verb::BoundaryDraw, boundaries::retire);
        campus.held(NORTH, &retired.unwrap(), &[SOUTH]);
        assert_eq!(state(), "open", "all hours are open now");
    });
}
