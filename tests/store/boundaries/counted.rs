//! What KPIs take from boundaries, as a scorecard shows it.

use super::{Campus, DESK, FILE, NORTH, SOUTH};
use crate::support::world::both;
use concordat_domain::{access::Verb, boundaries::Within, kpis::By};
use concordat_service::{
    boundaries,
    kpis::{self, Ask},
};

const KPIS: &str = "kpis:
  - code: open-findings
    name: Open findings about boundaries
    kind: sum
    unit: count
    direction: lower
    joint: pooled
    disclosure: open
    source: boundaries
    measure: open_findings
    targets: [{value: 0}]
";

#[test]
fn open_findings_reach_the_scorecard_once_a_day() {
    both(|world| {
        let campus = Campus::with(world, &FILE.replace("kpis:\n", KPIS));
        let office =
            campus.content("north-net", vec![campus.handed(Within::Hours("office".into()), "south-net", "south")]);
        campus.hold(NORTH, ("wired-north", "wired", "north"), &office, &[SOUTH]);
        let values = || {
            let cells = campus.read(DESK, |tx| {
                let ask = Ask::until("2026-03", 1, By::Company)?;
                let codes = kpis::Codes { kpis: Some(vec!["open-findings".to_owned()]), ..kpis::Codes::default() };
                kpis::scorecard(tx, campus.agreement, &ask.only(&campus.terms, &codes))
            });
            let named = |company| campus.terms.company(company).unwrap().code.clone();
            let mut found: Vec<(String, String)> = cells
                .iter()
                .filter_map(|cell| Some((named(cell.scope.company?), cell.shown.as_ref().ok()?.value?.to_string())))
                .collect();
            found.sort_unstable();
            found
        };
        assert_eq!(values(), []);
        assert_eq!(kpis::count_all_boundaries(&world.database).unwrap(), 1);
        // wired: the nights are a gap and a dead end; wireless is nobody's, so it is told to whoever has a team
        let told = |all: &[(&str, &str)]| -> Vec<(String, String)> {
            all.iter().map(|(company, value)| ((*company).to_owned(), (*value).to_owned())).collect()
        };
        assert_eq!(values(), told(&[("desk", "1"), ("north", "3"), ("south", "1")]));
        assert_eq!(kpis::count_all_boundaries(&world.database).unwrap(), 0, "once a day");
        assert_eq!(boundaries::follow_all(&world.database).unwrap(), 0, "nothing has turned");
        let counted = |tx: &mut concordat_service::kernel::Tx<'_>| {
            let view =
                tx.permit::<concordat_service::agreements::AgreementView>(Verb::AgreementView, campus.agreement)?;
            kpis::count_boundaries(tx, &view)
        };
        let again = world.database.write(&world.console(), campus.agreement, counted).unwrap();
        assert!(!again, "the same again says nothing");
        world.at("2026-03-03T09:00:00Z");
        assert_eq!(kpis::count_all_boundaries(&world.database).unwrap(), 1);
        assert_eq!(values(), told(&[("desk", "2"), ("north", "6"), ("south", "2")]));
    });
}
