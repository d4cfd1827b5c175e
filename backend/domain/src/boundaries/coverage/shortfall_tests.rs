//! Shortfalls worked out by hand: of cases in a year, and of cases at once.

use super::super::samples::*;
use super::super::{Answer, Capacity, Drawn, Element, Forecast, Load, Responsibility::*, Volume, Within};
use super::*;
use crate::kernel::{Decimal, PeriodKind, Span};

fn monthly(cases: u32) -> Within {
    Within::Volume(Volume { cases, per: PeriodKind::Month })
}

fn forecast(cases: u32, per: PeriodKind) -> Option<Forecast> {
    Some(Forecast { cases, per, handling: None, answer: None })
}

/// 52 weeks from the first Monday of June 2026 on.
fn shortfalls(ground: &Ground) -> Vec<Finding> {
    let from = at("2026-06-01T00:00:00Z");
    let coverage = Coverage::of(ground, from, from.plus(Span::from_seconds(364 * 86_400)));
    coverage.into_findings().into_iter().filter(|it| it.kind == FindingKind::Shortfall).collect()
}

fn volumes(ground: &Ground) -> Vec<String> {
    let one = |it: &Finding| {
        let boundaries: Vec<String> = it.boundaries.iter().map(|id| id.0.as_u64_pair().1.to_string()).collect();
        let Some(Capacity::Volume { demanded, committed, actual }) = &it.capacity else { return String::new() };
        let what = if *actual { "actual" } else { "forecast" };
        format!("{what} {demanded} of {committed} [{}] {}", boundaries.join(","), it.demands.join(","))
    };
    shortfalls(ground).iter().map(one).collect()
}

fn limited(number: u8, cases: u32, region: Option<&str>) -> Drawn {
    let regions = region.map(|region| limit(Within::Region(names(&[region]))));
    drawn(number, Responsible, [limit(monthly(cases))].into_iter().chain(regions).collect())
}

#[test]
fn demands_share_what_boundaries_commit() {
    let mut ground = ground(vec![]);
    let mut swiss = demand("swiss", "always");
    (swiss.regions, swiss.forecast) = (names(&["ch"]), forecast(2, PeriodKind::Day));
    let mut german = demand("german", "always");
    (german.regions, german.forecast) = (names(&["de"]), forecast(1, PeriodKind::Week));
    ground.demands = vec![swiss, german];
    // 728 Swiss cases and 52 German ones; 600 for both, 100 more for Switzerland
    ground.boundaries = vec![limited(1, 50, None), limited(2, 8, Some("ch"))];
    assert_eq!(volumes(&ground), ["forecast 780 of 696 [1,2] german,swiss"]);
    // more for Germany alone leaves only Switzerland short
    ground.boundaries.push(limited(3, 90, Some("de")));
    assert_eq!(volumes(&ground), ["forecast 728 of 696 [1,2] swiss"]);
    // who can turn to somebody without a limit is not short
    ground.boundaries.push(drawn(4, Responsible, vec![limit(Within::Region(names(&["ch"])))]));
    assert_eq!(volumes(&ground), [""; 0]);
    // one that only consults commits nothing
    ground.boundaries[3] = drawn(4, Consulted, vec![]);
    ground.boundaries[1].until = at("2026-11-30T00:00:00Z");
    assert_eq!(volumes(&ground), ["forecast 728 of 648 [1,2] swiss"], "half a year commits half of it");
}

#[test]
fn what_came_is_compared_with_what_is_committed() {
    let mut ground = ground(vec![]);
    ground.services.extend([2, 3].map(|number| Element { id: service(number), parent: Some(service(1)) }));
    ground.boundaries = vec![limited(1, 10, None)];
    let load = |cases| Load { cases, over: Span::from_seconds(28 * 86_400) };
    ground.loads = [(service(2), load(6)), (service(3), load(3))].into();
    assert_eq!(volumes(&ground), [""; 0], "117 of 120");
    ground.loads.insert(service(3), load(4));
    assert_eq!(volumes(&ground), ["actual 130 of 120 [1] "]);
    assert_eq!(shortfalls(&ground)[0].service, service(1), "both elements share it");
    ground.loads.insert(service(3), Load { cases: 9, over: Span::ZERO });
    ground.loads.insert(service(2), load(10));
    assert_eq!(volumes(&ground), ["actual 130 of 120 [1] "]);
    assert_eq!(shortfalls(&ground)[0].service, service(2));
}

#[test]
fn enough_have_to_work_at_once_to_answer_in_time() {
    let mut ground = ground(vec![
        ("day", calendar("Europe/Zurich", &["08:00-18:00"], &[])),
        ("long", calendar("Europe/Zurich", &["08:00-20:00"], &[])),
    ]);
    let mut desk = demand("desk", "day");
    // 2,000 a working day of ten hours: 200 an hour of three minutes each is 10 erlang
    let answer = Answer { share: Decimal::parse("0.8").unwrap(), within: Span::from_seconds(20) };
    desk.forecast = Some(Forecast {
        cases: 10_000,
        per: PeriodKind::Week,
        handling: Some(Span::from_seconds(180)),
        answer: Some(answer),
    });
    ground.demands = vec![desk];
    let at_once = |number, cases, calendar| {
        drawn(number, Responsible, vec![limit(Within::Concurrent(cases)), limit(hours(calendar))])
    };
    ground.boundaries = vec![at_once(1, 14, "long")];
    assert_eq!(shortfalls(&ground), []);
    ground.boundaries = vec![at_once(1, 6, "long"), at_once(2, 7, "day")];
    let capacity =
        |ground: &Ground| shortfalls(ground).into_iter().map(|it| (it.capacity, it.extent)).collect::<Vec<_>>();
    let lack = |needed, committed| {
        let offered = Decimal::whole(10);
        Some(Capacity::Concurrency { offered, needed, committed })
    };
    let open = |hours: i64| Span::from_seconds(hours * 3600);
    assert_eq!(capacity(&ground), [(lack(14, 13), open(2600))]);
    // without a level more must be workable at once than arrives
    ground.demands[0].forecast.as_mut().unwrap().answer = None;
    assert_eq!(capacity(&ground), []);
    ground.boundaries = vec![at_once(1, 6, "long"), at_once(2, 4, "day")];
    assert_eq!(capacity(&ground), [(lack(11, 10), open(2600))]);
    // from four in the afternoon on there are enough
    ground.calendars.extend(self::ground(vec![("late", calendar("UTC", &["14:00-22:00"], &[]))]).calendars);
    ground.boundaries.push(at_once(3, 1, "late"));
    let short = shortfalls(&ground).remove(0);
    assert_eq!(short.boundaries, [boundary(1), boundary(2)]);
    // 14:00 in UTC is 16:00 in the 30 weeks of summer time and 15:00 in winter
    let summer = i64::try_from(short.windows.iter().filter(|it| it.1.since(it.0) == open(8)).count()).unwrap();
    assert_eq!(short.extent, open(summer * 8 + (260 - summer) * 7));
    assert_eq!((summer, short.windows.len()), (150, 260));
    // one without such a limit may take any number
    ground.boundaries.push(drawn(4, Responsible, vec![]));
    assert_eq!(capacity(&ground), []);
}
