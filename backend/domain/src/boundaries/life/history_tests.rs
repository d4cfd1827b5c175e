//! What held on which day.

use super::super::fixtures::*;
use super::*;
use crate::kernel::Moment;
use proptest::prelude::*;

/// One more approved version, from a day on.
fn then(boundary: Boundary, title: Option<&str>, from: &str) -> Boundary {
    let drawn = match title {
        Some(title) => boundary.redraw(titled(title), by(1, 10)),
        None => boundary.retire(by(1, 10)),
    };
    let proposed = drawn.unwrap().propose(by(1, 10), day(from), today(), set([id(2)])).unwrap();
    proposed.approve(by(2, 20), today()).unwrap()
}

fn title(boundary: &Boundary, on: &str) -> Option<String> {
    boundary.in_force(day(on)).map(|version| version.content.title.clone())
}

#[test]
fn each_version_holds_until_a_later_one() {
    let boundary = then(then(approved(), Some("Two"), "2026-06-01"), None, "2026-09-01");
    let days = ["2026-03-31", "2026-04-01", "2026-05-31", "2026-06-01", "2026-08-31", "2026-09-01"];
    let found = days.map(|on| title(&boundary, on).unwrap_or_default());
    assert_eq!(found, ["", "Network, by day", "Network, by day", "Two", "Two", ""]);
    let held: Vec<_> = boundary.history().iter().map(|it| (it.version.number, it.from, it.until)).collect();
    assert_eq!(
        held,
        [
            (1, day("2026-04-01"), Some(day("2026-06-01"))),
            (2, day("2026-06-01"), Some(day("2026-09-01"))),
            (3, day("2026-09-01"), None)
        ]
    );
    let revived = then(boundary, Some("Three"), "2026-10-01");
    assert_eq!((title(&revived, "2026-09-30"), title(&revived, "2026-10-01")), (None, Some("Three".into())));
}

#[test]
fn a_later_version_with_an_earlier_day_overtakes() {
    let boundary = then(then(approved(), Some("Two"), "2026-06-01"), Some("Three"), "2026-05-01");
    let found = ["2026-04-30", "2026-05-01", "2026-06-01"].map(|on| title(&boundary, on).unwrap());
    assert_eq!(found, ["Network, by day", "Three", "Three"]);
    assert_eq!(boundary.history().iter().map(Held::ever).collect::<Vec<_>>(), [true, false, true]);
    let zone = Zone::parse("Europe/Zurich").unwrap();
    let drawn: Vec<_> =
        boundary.drawn(zone).into_iter().map(|it| (it.content.title.clone(), it.from, it.until)).collect();
    let at = |text: &str| Moment::parse(text).unwrap();
    assert_eq!(
        drawn,
        [
            ("Network, by day".into(), at("2026-03-31T22:00:00Z"), at("2026-04-30T22:00:00Z")),
            ("Three".into(), at("2026-04-30T22:00:00Z"), Moment::MAX)
        ]
    );
}

#[test]
fn a_draft_is_looked_at_as_if_it_held() {
    let zone = Zone::parse("UTC").unwrap();
    let titles = |list: Vec<Drawn>| list.iter().map(|it| it.content.title.clone()).collect::<Vec<_>>();
    let redrawn = approved().redraw(titled("Two"), by(1, 10)).unwrap();
    assert_eq!(titles(redrawn.drawn(zone)), ["Network, by day"]);
    let supposed = redrawn.drawn_if(day("2026-07-01"), zone);
    assert_eq!(
        (supposed[0].until, supposed[1].from),
        (zone.start_of(day("2026-07-01")), zone.start_of(day("2026-07-01")))
    );
    assert_eq!(titles(supposed), ["Network, by day", "Two"]);
    assert_eq!(titles(redrawn.drawn_if(day("2026-03-02"), zone)), ["Two"], "before the first one holds");
    let ending = approved().retire(by(1, 10)).unwrap();
    assert_eq!(titles(ending.drawn_if(day("2026-03-02"), zone)), [""; 0]);
    assert_eq!(titles(draft().drawn(zone)), [""; 0]);
    assert_eq!(titles(approved().drawn_if(today(), zone)), ["Network, by day"], "without a draft, what holds");
}

proptest! {
    #[test]
    fn the_latest_approved_version_whose_day_has_come_holds(days in prop::collection::vec(1_u32..28, 1..6), on in 1_u32..29) {
        let date = |day: u32| format!("2026-05-{day:02}");
        let boundary = days.iter().enumerate().fold(draft().withdraw("x", by(1, 10)).unwrap(), |it, (place, day)| {
            then(it, Some(&format!("v{place}")), &date(*day))
        });
        let expected = days.iter().enumerate().rev().find(|(_, day)| **day <= on).map(|(place, _)| format!("v{place}"));
        prop_assert_eq!(title(&boundary, &date(on)), expected.clone());
        let zone = Zone::parse("America/New_York").unwrap();
        let noon = zone.start_of(day(&date(on))).plus_seconds(43_200);
        let holding: Vec<_> = boundary.drawn(zone).into_iter().filter(|it| it.from <= noon && noon < it.until).collect();
        prop_assert_eq!(holding.iter().map(|it| it.content.title.clone()).collect::<Vec<_>>(), Vec::from_iter(expected));
    }
}
