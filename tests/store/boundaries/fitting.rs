//! Whether what is promised to the customer can be kept along the ways of take-over.

use super::{Campus, DESK, FILE, NORTH, SOUTH};
use crate::support::world::both;
use concordat_domain::{
    boundaries::{Beyond, Limit, Within},
    kernel::Span,
};
use concordat_service::boundaries;

const CLOCKS: &str = "  priorities: [{code: normal, name: Normal}]
  clocks: [{code: solved, measure: resolution, target: PT4H}]
";

fn hours(hours: i64) -> Span {
    Span::from_seconds(hours * 3_600)
}

#[test]
fn a_promise_that_nobody_could_keep_along_a_way_is_shown() {
    both(|world| {
        let campus = Campus::with(world, &FILE.replace("  priorities: [{code: normal, name: Normal}]\n", CLOCKS));
        let wired = campus.terms.service_named("wired").unwrap().id;
        let fit = |target| campus.read(DESK, |tx| boundaries::fit(tx, campus.agreement, wired, target)).unwrap();
        assert!(fit(None).holds(), "nobody has drawn anything yet");
        let north = campus.content("north-net", vec![campus.handed(Within::Response(hours(3)), "south-net", "south")]);
        campus.hold(NORTH, ("wired-north", "wired", "north"), &north, &[SOUTH]);
        let alone = Limit { within: Within::Response(hours(1)), beyond: Beyond::default() };
        campus.hold(SOUTH, ("wired-south", "wired", "south"), &campus.content("south-net", vec![alone]), &[NORTH]);
        // three hours at North, half an hour until South accepts, one hour there
        let promised = fit(None);
        assert_eq!((promised.target, promised.longest().to_string().as_str()), (hours(4), "PT4H30M"));
        assert!(!promised.holds() && promised.ways.len() == 1);
        assert!(fit(Some(hours(5))).holds());
    });
}
