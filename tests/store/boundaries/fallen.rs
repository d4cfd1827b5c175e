//! The past cases that fell into a finding.

use super::{Campus, DESK, NORTH, SOUTH};
use crate::support::world::both;
use concordat_domain::{
    agreements::CaseKind,
    boundaries::{FindingKind, Needs, Within},
    cases::{Holder, What},
    kernel::CaseId,
};
use concordat_service::{boundaries, cases};

/// A case that the desk takes in now, from a region.
fn opened(campus: &Campus<'_>, service: &str, region: Option<&str>) -> CaseId {
    let desk = campus.terms.team_named("service-desk").unwrap().id;
    let company = campus.terms.company_named("desk").unwrap().id;
    let service = campus.terms.service_named(service).unwrap().id;
    let opening = What::Opened {
        kind: CaseKind::Incident,
        title: "No light at the port".to_owned(),
        priority: "normal".to_owned(),
        package: None,
        service,
        customer: None,
        needs: Needs { region: region.map(str::to_owned), ..Needs::default() },
    };
    let open = |tx: &mut concordat_service::kernel::Tx<'_>| {
        cases::open(tx, campus.agreement, Holder { team: desk, company }, opening.clone())
    };
    campus.write("agent@desk.example", open).unwrap().case.id
}

#[test]
fn cases_of_the_hours_and_places_that_nobody_covers_are_named_the_latest_first() {
    both(|world| {
        let campus = Campus::new(world);
        let office =
            campus.content("north-net", vec![campus.handed(Within::Hours("office".into()), "south-net", "south")]);
        campus.hold(NORTH, ("wired-north", "wired", "north"), &office, &[SOUTH]);
        let region = Within::Region(["campus".to_owned()].into());
        let near = campus.content("south-net", vec![campus.handed(region, "north-net", "north")]);
        campus.hold(SOUTH, ("wireless-south", "wireless", "south"), &near, &[NORTH]);

        opened(&campus, "wired", None);
        let far = opened(&campus, "wireless", Some("annex"));
        opened(&campus, "wireless", Some("campus"));
        world.at("2026-03-02T21:00:00Z");
        let evening = opened(&campus, "wired", None);
        opened(&campus, "wireless", Some("annex"));
        world.at("2026-03-07T10:00:00Z");
        let saturday = opened(&campus, "wired", Some("campus"));
        world.at("2026-03-20T10:00:00Z");

        let survey = campus.read(DESK, |tx| boundaries::survey(tx, campus.agreement, None));
        let fell = |service: &str| {
            let service = campus.terms.service_named(service).unwrap().id;
            let all = survey.coverage.findings().iter();
            let gap = all.clone().find(|it| it.kind == FindingKind::Gap && it.service == service).unwrap();
            campus.read(DESK, |tx| boundaries::fell_into(tx, campus.agreement, gap))
        };
        assert_eq!(fell("wired"), [saturday, evening]);
        // in the evening nothing is demanded of the wireless network
        assert_eq!(fell("wireless"), [far]);
    });
}
