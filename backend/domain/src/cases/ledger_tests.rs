//! The parts of a ledger add up to the whole, whatever the log; whose they are follows the rules to the second.

use crate::agreements::CaseKind::Incident;
use crate::cases::samples::*;
use crate::cases::{Attribution, Case, CaseEvent, Ledger, Part, Rulebook, Rulebooks, What};
use crate::kernel::{CompanyId, Span};
use proptest::prelude::*;

const HOUR: i64 = 3_600;

/// The ledger's parts in hours at a moment.
fn hours(events: &[(&str, What)], now: &str) -> Vec<(String, i64)> {
    let rulebooks = rulebooks(&[]);
    let ledger = case(events, &rulebooks).ledger(&rulebooks, at(now));
    shown(&ledger)
}

fn shown(ledger: &Ledger) -> Vec<(String, i64)> {
    let name = |part: &Part| match part {
        Part::Custody { company, .. } => format!("custody {}", company.0.as_u128()),
        Part::HandOverWait { company } => format!("wait {}", company.0.as_u128()),
        Part::Pause { reason, holder, .. } => format!("{reason} {}", holder.map_or(0, |it| it.0.as_u128())),
        other => other.name().to_owned(),
    };
    let some = ledger.parts.iter().filter(|(_, time)| time.is_positive());
    some.map(|(part, time)| (name(part), time.seconds() / HOUR)).collect()
}

fn are(found: &[(String, i64)], expected: &[(&str, i64)]) {
    let found: Vec<(&str, i64)> = found.iter().map(|(name, hours)| (name.as_str(), *hours)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_wait_is_the_senders_until_the_acceptance_target_is_used_up() {
    // two hours of 06:00 to 14:00: one on Monday, one on Tuesday before the office opens
    let events = [
        ("2 09:00", opened(Incident)),
        ("2 09:00", accepted(11)),
        ("2 13:00", offered(12)),
        ("3 10:00", accepted(12)),
        ("3 12:00", resolved()),
    ];
    are(&hours(&events, "9 00:00"), &[("custody 1", 4), ("custody 2", 2), ("wait 1", 5), ("wait 2", 2)]);
    let refusal = [&events[..3], &[("3 10:00", refused()), ("3 11:00", resolved())]].concat();
    are(&hours(&refusal, "9 00:00"), &[("custody 1", 5), ("wait 1", 5), ("wait 2", 2)]);
    let again = [&events[..3], &[("2 14:00", offered(13)), ("2 15:00", accepted(13))]].concat();
    are(&hours(&again, "2 16:00"), &[("custody 1", 4), ("wait 1", 1), ("wait 3", 1), ("mismatch", 1)]);
}

#[test]
fn a_wait_before_anybody_held_it_is_the_receivers() {
    let events = [("2 09:00", opened(Incident)), ("2 10:00", offered(12)), ("2 13:00", accepted(12))];
    are(&hours(&events, "2 15:00"), &[("custody 2", 1), ("wait 2", 3), ("mismatch", 1), ("unattributed", 1)]);
}

#[test]
fn resolved_time_is_left_out_and_reopened_time_counts() {
    let events = [
        ("2 09:00", opened(Incident)),
        ("2 09:00", accepted(11)),
        ("2 11:00", resolved()),
        ("2 15:00", reopened()),
        ("2 16:00", paused("customer")),
    ];
    are(&hours(&events, "2 17:00"), &[("custody 1", 3), ("customer 1", 1)]);
}

#[test]
fn a_pause_without_the_consent_that_it_needs_is_its_holders() {
    let events = [
        ("2 09:00", opened(Incident)),
        ("2 09:00", accepted(11)),
        ("2 10:00", paused("vendor")),
        ("2 12:00", What::Resumed),
    ];
    are(&hours(&events, "2 13:00"), &[("custody 1", 4)]);
    let consented = [&events[..], &[("2 12:30", What::PauseConsented)]].concat();
    are(&hours(&consented, "2 13:00"), &[("custody 1", 2), ("vendor 1", 2)]);
    let capped = [&events[..2], &[("2 10:00", paused("capped"))]].concat();
    are(&hours(&capped, "2 13:00"), &[("custody 1", 2), ("capped 1", 2)]);
}

#[test]
fn a_decision_moves_the_time_and_leaves_a_trace() {
    let events = [
        ("2 09:00", opened(Incident)),
        ("2 09:00", accepted(11)),
        ("2 10:00", paused("vendor")),
        ("2 12:00", What::Resumed),
        ("2 13:00", disputed("2 09:00", "2 12:00")),
    ];
    for (to, parts) in [
        (Attribution::Company(company(3)), &[("custody 1", 2), ("custody 3", 3)][..]),
        (Attribution::Nobody, &[("custody 1", 2), ("mismatch", 3)]),
        (Attribution::Pause, &[("custody 1", 3), ("vendor 1", 2)]),
    ] {
        let decided = [&events[..], &[("2 14:00", decided(5, to))]].concat();
        are(&hours(&decided, "2 14:00"), parts);
        let rulebooks = rulebooks(&[]);
        let ledger = case(&decided, &rulebooks).ledger(&rulebooks, at("2 14:00"));
        let traced: Span = ledger.segments.iter().filter(|it| it.decided == Some(5)).map(|it| it.open).sum();
        assert_eq!(traced, Span::from_seconds(if to == Attribution::Pause { 2 } else { 3 } * HOUR));
    }
    let dismissed = What::Decided { dispute: 5, attribution: None, reason: "as it was".to_owned() };
    are(&hours(&[&events[..], &[("2 14:00", dismissed)]].concat(), "2 14:00"), &[("custody 1", 5)]);
}

#[test]
fn a_swarm_is_one_segment_divided_by_its_shares() {
    let events = [
        ("2 09:00", opened(Incident)),
        ("2 09:00", accepted(11)),
        ("2 10:00", swarmed(&[(1, 1), (2, 2)])),
        ("2 13:00", swarmed(&[])),
    ];
    let rulebooks = rulebooks(&[]);
    let ledger = case(&events, &rulebooks).ledger(&rulebooks, at("2 14:00"));
    are(&shown(&ledger), &[("custody 1", 1), ("custody 1", 2), ("custody 2", 2)]);
    assert_eq!(ledger.charged(company(1)), span("PT3H"));
    assert_eq!(ledger.segments.iter().filter(|it| matches!(it.part, Part::Swarm { .. })).count(), 1);
}

#[test]
fn each_stretch_is_measured_by_the_calendars_of_its_version() {
    let mut later = setting();
    later.handling.calendar = "always".to_owned();
    let versions = [(at("1 00:00"), rulebook(&[])), (at("2 20:00"), Rulebook::new(later).unwrap())];
    let rulebooks = Rulebooks::new(versions.map(|(from, book)| (from, book.into()))).unwrap();
    let events = [("2 09:00", opened(Incident)), ("2 10:00", swarmed(&[(1, 1), (2, 1)]))];
    let ledger = case(&events, &rulebooks).ledger(&rulebooks, at("2 22:00"));
    assert_eq!(ledger.total, span("PT11H"), "nine hours of the office and two round the clock");
}

#[test]
fn ledgers_of_many_cases_add_up() {
    let rulebooks = rulebooks(&[]);
    let one = case(&[("2 09:00", opened(Incident)), ("2 09:00", accepted(11))], &rulebooks);
    let other = case(&[("2 09:00", opened(Incident)), ("2 09:00", accepted(12))], &rulebooks);
    let mut sum = Ledger::default();
    for case in [&one, &other, &one] {
        sum.add(&case.ledger(&rulebooks, at("2 10:00")));
    }
    are(&shown(&sum), &[("custody 1", 2), ("custody 2", 1)]);
    assert_eq!(sum.total, span("PT3H"));
}

/// Something that may happen to a case.
fn anything(choice: u8) -> What {
    match choice {
        0..=5 => offered([11, 12, 13, 11, 12, 13][usize::from(choice)]),
        6..=10 => accepted([11, 12, 13, 12, 13][usize::from(choice - 6)]),
        11 => refused(),
        12 => swarmed(&[(1, 1), (2, 2), (3, 4)]),
        13 => swarmed(&[]),
        14 => What::Unclear { status: "?".to_owned() },
        15..=17 => paused(["customer", "capped", "vendor"][usize::from(choice - 15)]),
        18..=19 => What::Resumed,
        20 => What::PauseConsented,
        21 => resolved(),
        22 => reopened(),
        23 => told(),
        24 => raised("low"),
        25 => disputed("2 10:00", "4 12:00"),
        26 => decided(26, Attribution::Company(company(3))),
        _ => What::Responded,
    }
}

/// A log of anything, with many events at one moment, opened on the 2nd at 09:00.
pub fn any_log() -> impl Strategy<Value = Vec<CaseEvent>> {
    let step = prop_oneof![Just(0_i64), 1_i64..40, 40_i64..3_000];
    prop::collection::vec((step, 0_u8..28, any::<bool>()), 1..14).prop_map(|steps| {
        let mut when = at("2 09:00");
        let mut events = vec![event(100, when, opened(Incident))];
        for (number, (minutes, choice, source)) in (1..).zip(steps) {
            when = when.plus_seconds(minutes * 60 + i64::from(choice));
            let number = if choice == 25 { 26 } else { 100 + number };
            let source = source.then(|| "desk".to_owned());
            events.push(CaseEvent { source, ..event(number, when, anything(choice)) });
        }
        events
    })
}

/// The same events with the numbers of those of one moment and rank dealt anew.
fn renumbered(events: &[CaseEvent], keys: &[u8]) -> Vec<CaseEvent> {
    let mut dealt = events.to_vec();
    for (place, key) in keys.iter().enumerate().take(dealt.len()) {
        let other = usize::from(*key) % dealt.len();
        let same = |a: &CaseEvent, b: &CaseEvent| (a.at, a.what.rank()) == (b.at, b.what.rank());
        if same(&dealt[place], &dealt[other]) && !matches!(dealt[place].what, What::Disputed { .. }) {
            let number = dealt[place].number;
            dealt[place].number = dealt[other].number;
            dealt[other].number = number;
            dealt.swap(place, other);
        }
    }
    dealt
}

proptest! {
    #[test]
    fn parts_and_segments_add_up_to_the_open_time(events in any_log(), minutes in 0_i64..20_000) {
        let rulebooks = rulebooks(&[]);
        let case = Case::replay(id(1), &events, &rulebooks).case.unwrap();
        let now = at("2 09:00").plus_seconds(minutes * 60);
        let ledger = case.ledger(&rulebooks, now);
        let end = case.known_until(now);
        let office = rulebooks.at(now).customers();
        let whole: Span = case.work().map(|(from, until)| office.elapsed(from, until.unwrap_or(end))).sum();
        prop_assert_eq!(ledger.total, whole);
        prop_assert_eq!(ledger.parts.iter().map(|(_, time)| *time).sum::<Span>(), whole);
        prop_assert_eq!(ledger.segments.iter().map(|segment| segment.open).sum::<Span>(), whole);
        prop_assert!(ledger.parts.iter().all(|(_, time)| *time >= Span::ZERO));
        prop_assert_eq!(case.ledger(&rulebooks, now), ledger);
    }

    #[test]
    fn events_of_one_moment_and_rank_may_change_places(events in any_log(), keys in prop::collection::vec(any::<u8>(), 15)) {
        let rulebooks = rulebooks(&[]);
        let now = at("20 00:00");
        let told = |events: &[CaseEvent]| {
            let case = Case::replay(id(1), events, &rulebooks).case.unwrap();
            let mut ledger = case.ledger(&rulebooks, now);
            ledger.segments.iter_mut().for_each(|segment| segment.decided = None);
            (ledger, case.phase(now), case.holder, case.journey.between_teams(), case.journey.between_companies())
        };
        prop_assert_eq!(told(&renumbered(&events, &keys)), told(&events));
    }

    #[test]
    fn lateness_is_the_senders_until_the_target_is_used_up(offer in 0_i64..20_000, wait in 0_i64..10_000) {
        let rulebooks = rulebooks(&[]);
        let offered_at = at("2 09:00").plus_seconds(offer * 60);
        let accepted_at = offered_at.plus_seconds(wait * 60);
        let events = [
            event(1, at("2 09:00"), opened(Incident)),
            event(2, at("2 09:00"), accepted(11)),
            event(3, offered_at, offered(12)),
            event(4, accepted_at, accepted(12)),
        ];
        let replayed = Case::replay(id(1), &events, &rulebooks);
        let ledger = replayed.case.unwrap().ledger(&rulebooks, accepted_at);
        let book = rulebooks.at(offered_at);
        let switch = book.calendar("early").unwrap().due(offered_at, span("PT2H")).unwrap().min(accepted_at);
        let waited = |company| ledger.parts.iter().filter(|(part, _)| *part == Part::HandOverWait { company }).map(|(_, it)| *it).sum::<Span>();
        prop_assert_eq!(waited(company(1)), book.customers().elapsed(offered_at, switch));
        prop_assert_eq!(waited(company(2)), book.customers().elapsed(switch, accepted_at));
    }

    #[test]
    fn breach_shares_add_up_to_one(events in any_log(), budgets in prop::collection::vec(prop::option::of(0_i64..100_000), 4)) {
        let rulebooks = rulebooks(&[]);
        let case = Case::replay(id(1), &events, &rulebooks).case.unwrap();
        let ledger = case.ledger(&rulebooks, at("20 00:00"));
        let budget = |company: CompanyId| budgets[company.0.as_u128() as usize].map(Span::from_seconds);
        let shares = ledger.breach_shares(budget);
        prop_assert_eq!(shares.iter().map(|share| share.share.millionths()).sum::<i64>(), 1_000_000);
        let design = shares.iter().any(|share| share.company.is_none());
        prop_assert_eq!(design, shares.iter().all(|share| share.overrun == Span::ZERO));
    }
}
